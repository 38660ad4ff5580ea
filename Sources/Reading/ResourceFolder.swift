package import Foundation

/// Where a stage's data files are: in the folder SwiftPM puts beside the binary, wherever that was moved to.
///
/// `Bundle.module` is not used: it knows the build folder by heart, so that a moved binary works only where it was
/// built, and ends the process where it finds nothing.
package enum ResourceFolder {
    /// The `Resources` folder of a target. `DEMARCHE_RESOURCES` names another folder to look in first.
    package static func url(of target: String) throws(ReadingError) -> URL {
        let binary = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let asked = ProcessInfo.processInfo.environment["DEMARCHE_RESOURCES"].map { URL(fileURLWithPath: $0) }
        for folder in [asked, binary].compactMap(\.self) {
            let url = folder.appendingPathComponent("demarche_\(target).resources/Resources")
            if FileManager.default.fileExists(atPath: url.path) { return url }
        }
        throw ReadingError(
            "demarche_\(target).resources", "the data files are not beside the program in \(binary.path)",
            remedy: "install with `make install`, which puts them there, or name their folder in DEMARCHE_RESOURCES")
    }

    /// The text of one file of a target's `Resources`.
    package static func text(_ name: String, of target: String) throws(ReadingError) -> String {
        let file = try url(of: target).appendingPathComponent(name)
        do {
            return try String(contentsOf: file, encoding: .utf8)
        } catch {
            throw ReadingError(file.path, "cannot be read (\(error.localizedDescription))", remedy: "install again")
        }
    }
}
