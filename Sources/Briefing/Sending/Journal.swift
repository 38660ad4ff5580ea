internal import Foundation

/// What the connections did with the letters claimed last, a line each, written at the moment itself.
///
/// A line is one `write`, which survives the end of the process at any moment. Before the last byte of a letter goes out its
/// line "handed" is written; so whoever finds neither that nor an outcome knows that the server cannot have taken the letter.
final class Journal: Sendable {
    enum Entry: Equatable, Sendable {
        case handed
        case accepted
        case refused(reply: Int, status: String?)
        case deferred(reply: Int, status: String?)
        case uncertain
    }

    private let file: Int32
    private let path: String

    /// Opens the journal and empties it; what it said has to be taken into the readers' file before.
    init(path: String) throws(BriefingError) {
        self.path = path
        file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw BriefingError(path, "cannot be written", remedy: "check its folder, and that the disk is not full")
        }
    }

    deinit { close(file) }

    /// - Returns: whether it stands there.
    func append(_ entry: Entry, for reader: String) -> Bool {
        // Begun anew, as another's line before it may have been cut short by a disk that was full for a moment.
        let line = Array("\n\(reader) \(Self.words(entry))\n".utf8)
        return line.withUnsafeBytes { write(file, $0.baseAddress, $0.count) } == line.count
    }

    func clear() { _ = ftruncate(file, 0) }

    private static func words(_ entry: Entry) -> String {
        switch entry {
        case .handed: "handed"
        case .accepted: "accepted"
        case .refused(let reply, let status): "refused \(reply) \(status ?? "-")"
        case .deferred(let reply, let status): "deferred \(reply) \(status ?? "-")"
        case .uncertain: "uncertain"
        }
    }

    /// The last word on each reader in a journal that was left behind. A line cut short by a full disk or a power cut is none.
    static func read(_ path: String) -> [String: Entry] {
        guard let data = FileManager.default.contents(atPath: path) else { return [:] }
        var entries: [String: Entry] = [:]
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        for line in lines.dropLast() {
            let words = line.split(separator: " ")
            guard words.count >= 2, Token.isToken(String(words[0])) else { continue }
            let reply = words.count > 2 ? Int(words[2]) ?? 0 : 0
            let status = words.count > 3 && words[3] != "-" ? String(words[3]) : nil
            let entry: Entry? =
                switch words[1] {
                case "handed": .handed
                case "accepted": .accepted
                case "refused": .refused(reply: reply, status: status)
                case "deferred": .deferred(reply: reply, status: status)
                case "uncertain": .uncertain
                default: nil
                }
            if let entry { entries[String(words[0])] = entry }
        }
        return entries
    }
}
