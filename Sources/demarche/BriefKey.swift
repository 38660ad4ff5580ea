import ArgumentParser
import Briefing
import Foundation

struct BriefKey: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Makes a key for signing letters (DKIM, Ed25519) and tells what DNS has to say of it.",
        discussion: """
            Many receivers still check RSA signatures only; `openssl genrsa 2048` makes such a key, and --show tells its record.

              demarche brief key dkim.pem --domain example.org --selector friday
            """)

    @Argument(help: "The file of the key.")
    var file: String

    @Option(help: "The domain of the letter's From address.")
    var domain: String

    @Option(help: "A name for the key.")
    var selector = "briefing"

    @Flag(help: "Only tell the record of a key that is there.")
    var show = false

    func run() throws {
        if !show {
            guard !FileManager.default.fileExists(atPath: file) else {
                throw ValidationError("\(file) is there already; name another file, or give --show.")
            }
            _ = FileManager.default.createFile(
                atPath: file, contents: Data(DKIMSigner.newKey().utf8), attributes: [.posixPermissions: 0o600])
        }
        let signer = try DKIMSigner(domain: domain, selector: selector, pem: String(contentsOfFile: file, encoding: .utf8))
        Lines.write("\(selector)._domainkey.\(domain). TXT \"\(signer.record)\"")
    }
}
