import ArgumentParser
import Foundation
import World

/// Which World a command knows: the program's, with the user's own entries over it.
struct WorldOption: ParsableArguments {
    @Option(
        name: .customLong("world"),
        help: ArgumentHelp(
            "A folder of files that add to the World's data or override them (default: demarche/world in the configuration folder).",
            valueName: "folder"))
    var folder: String?

    var overlay: URL? { folder.map { URL(fileURLWithPath: $0, isDirectory: true) } ?? Self.own }

    func world() throws -> World { try World.standard(overlay: overlay) }

    /// The user's own folder, where there is one.
    private static var own: URL? {
        let environment = ProcessInfo.processInfo.environment
        let base =
            environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : URL(fileURLWithPath: $0, isDirectory: true) }
            ?? FileManager.default.homeDirectoryForCurrentUser.appendingPathComponent(".config", isDirectory: true)
        let folder = base.appendingPathComponent("demarche/world", isDirectory: true)
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) && isFolder.boolValue ? folder : nil
    }
}
