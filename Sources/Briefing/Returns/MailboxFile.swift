/// The messages of a mailbox file (mbox), or the one message a mail server pipes in.
public struct MailboxFile: Sequence, Sendable {
    private let bytes: [UInt8]

    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    public func makeIterator() -> AnyIterator<ReturnedMessage> {
        let bytes = bytes
        var rest = bytes[...]
        let isMailbox = rest.starts(with: "From ".utf8)
        return AnyIterator {
            guard !rest.isEmpty else { return nil }
            guard isMailbox else {
                defer { rest = [] }
                return ReturnedMessage(rest)
            }
            let start = Self.line(after: rest.startIndex, bytes)
            var end = start
            while end < bytes.endIndex, !(Self.isPostmark(bytes, end) && (end == start || Self.endsParagraph(bytes, end))) {
                end = Self.line(after: end, bytes)
            }
            let message = bytes[start..<end]
            rest = bytes[end...]
            return ReturnedMessage(message)
        }
    }

    private static func line(after index: Int, _ bytes: [UInt8]) -> Int {
        bytes[index...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.endIndex
    }

    /// "From MAILER-DAEMON  Fri Jul  4 05:00:00 2025": a text may begin a line with "From" too, but hardly with a time.
    private static func isPostmark(_ bytes: [UInt8], _ index: Int) -> Bool {
        guard bytes[index...].starts(with: "From ".utf8) else { return false }
        let words = bytes[index...].prefix(200).prefix { $0 != 10 }.split(separator: 32)
        return words.count >= 6 && words.contains { $0.count >= 7 && $0.count(where: { $0 == UInt8(ascii: ":") }) == 2 }
    }

    private static func endsParagraph(_ bytes: [UInt8], _ index: Int) -> Bool {
        index < 2 || bytes[index - 2] == 10 || (index > 2 && bytes[index - 2] == 13 && bytes[index - 3] == 10)
    }
}
