import ArgumentParser
import Briefing
import Foundation

struct ReadersSeal: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal",
        abstract: "Seals the addresses of the readers' file with a key that lies elsewhere, made where there is none.",
        discussion: """
            Name the key in the settings afterwards (“address-key: PATH”), and keep a copy: without it nobody can be written to.

              demarche readers seal /etc/demarche/readers.key
            """)

    @Argument(help: "The file of the key, best on another disk.")
    var key: String

    @OptionGroup var options: BriefOptions

    func run() throws {
        if !FileManager.default.fileExists(atPath: key) {
            let secret = AddressVault.newSecret().base64EncodedString() + "\n"
            guard
                FileManager.default.createFile(atPath: key, contents: Data(secret.utf8), attributes: [.posixPermissions: 0o600])
            else { throw ValidationError("\(key) cannot be written; check its folder.") }
        }
        let text = try String(contentsOfFile: key, encoding: .utf8).filter { !$0.isWhitespace }
        guard let secret = Data(base64Encoded: text) else { throw ValidationError("\(key) is no key.") }
        let readers = try Readers(path: options.readers ?? Readers.path(beside: options.record.path))
        _ = try readers.seal(with: AddressVault(secret: secret))
        Lines.write("addresses are sealed; write “address-key: \(key)” into the settings, and keep a copy of the key")
    }
}
