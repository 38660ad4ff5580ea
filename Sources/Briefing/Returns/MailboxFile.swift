/// The messages of a mailbox file (mbox), or the one message a mail server pipes in.
public struct MailboxFile: Sequence, Sendable {
    private let bytes: [UInt8]

    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    public func makeIterator() -> AnyIterator<ReturnedMessage> {
        let bytes = bytes
        let mark = Array("From ".utf8)
        var rest = bytes[...]
        let isMailbox = rest.starts(with: mark)
        return AnyIterator {
            guard !rest.isEmpty else { return nil }
            guard isMailbox else {
                defer { rest = [] }
                return ReturnedMessage(rest)
            }
            let start = rest.firstIndex(of: 10).map { $0 + 1 } ?? rest.endIndex
            var end = start
            while end < rest.endIndex {
                // A message begins after an empty line, or the mark is of a text.
                let isAfterEmptyLine = end == start || end - start >= 1 && bytes[end - 1] == 10
                if isAfterEmptyLine, bytes[end...].starts(with: mark), end == start || Self.endsParagraph(bytes, end) { break }
                end = bytes[end...].firstIndex(of: 10).map { $0 + 1 } ?? rest.endIndex
            }
            let message = rest[start..<end]
            rest = rest[end...]
            return ReturnedMessage(message)
        }
    }

    private static func endsParagraph(_ bytes: [UInt8], _ index: Int) -> Bool {
        index < 2 || bytes[index - 2] == 10 || (index > 2 && bytes[index - 2] == 13 && bytes[index - 3] == 10)
    }
}
