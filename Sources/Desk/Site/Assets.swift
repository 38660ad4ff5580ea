internal import Crypto
internal import Foundation
internal import Reading

/// The stylesheet and the script, under addresses that change with their content.
struct Assets: Sendable {
    let style: String
    let script: String
    /// The beginning of their digest.
    let version: String

    /// - Throws: `ReadingError` where a file is missing.
    init() throws {
        style = try ResourceFolder.text("desk.css", of: "Desk")
        script = try ResourceFolder.text("desk.js", of: "Desk")
        version = SHA256.hash(data: Data((style + script).utf8)).prefix(5).map { String(format: "%02x", $0) }.joined()
    }

    static func answer(_ text: String, type: String) -> Answer {
        Answer(type: type, text: text, headers: ["cache-control": "public, max-age=86400"])
    }
}
