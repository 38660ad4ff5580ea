/// A state as the World's data know it.
public struct State: Sendable {
    public enum Status: String, Sendable {
        case member, observer, disputed, historic, territory
    }

    /// ISO 3166-1 alpha-3, or this project's own code where ISO has none.
    public let code: String
    public let name: String
    public let status: Status
    public let iso2: String?
    public let names: [String]
    public let adjectives: [String]
    public let nationals: [String]
    public let capitals: [String]
    /// Buildings and places that stand for its government, with the organ meant.
    public let seats: [(name: String, organ: String?)]

    init(_ entry: EntryFile.Entry, in file: EntryFile) throws(WorldError) {
        guard let code = entry.head.first, entry.head.count > 1, code.count >= 3, code == code.uppercased() else {
            throw WorldError(
                file.name, line: entry.line, "“\(entry.head.joined(separator: " "))” is no state", expected: "“AZE Azerbaijan”")
        }
        self.code = code
        name = entry.head.dropFirst().joined(separator: " ")
        guard let status = entry.value("status").map({ Status(rawValue: $0) }) ?? .member else {
            throw WorldError(
                file.name, line: entry.line, "\(code) has the status “\(entry.value("status") ?? "")”",
                expected: "member, observer, disputed, historic or territory")
        }
        self.status = status
        iso2 = entry.value("iso2")
        names = entry.values("formal") + entry.values("names")
        adjectives = entry.values("adjectives")
        nationals = entry.values("nationals")
        capitals = entry.values("capital")
        seats = entry.values("seats").map { value in
            let parts = value.split(separator: "=", maxSplits: 1).map { String($0.drop { $0 == " " }) }
            let name = String(parts[0].reversed().drop { $0 == " " }.reversed())
            return (name, parts.count > 1 ? parts[1] : nil)
        }
    }
}
