package import Reading

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
    /// Names it has only where a report speaks of it: "the North".
    public let short: [String]
    public let adjectives: [String]
    public let nationals: [String]
    public let capitals: [String]
    /// Buildings and places that stand for its government, with the organ meant.
    public let seats: [(name: String, organ: String?)]
    /// The state as a place: about its middle.
    public let place: Place
    /// When it was a state, where that is told.
    package let term: Term

    init(_ entry: EntryFile.Entry, in file: String) throws(WorldError) {
        func wrong(_ cause: String, _ expected: String, line: Int? = nil) -> WorldError {
            WorldError(file, line: line ?? entry.line, cause, expected: expected)
        }
        guard let code = entry.head.first, entry.head.count > 1, code.utf8.count == 3, code == code.uppercased() else {
            throw wrong("“\(entry.head.joined(separator: " "))” is no state", "“AZE Azerbaijan”")
        }
        self.code = code
        name = entry.head.dropFirst().joined(separator: " ")
        guard let status = entry.value("status").map({ Status(rawValue: $0) }) ?? .member else {
            throw wrong(
                "\(code) has the status “\(entry.value("status") ?? "")”", "member, observer, disputed, historic or territory")
        }
        self.status = status
        iso2 = entry.value("iso2")
        names = entry.values("formal") + entry.values("names")
        short = entry.values("short")
        adjectives = entry.values("adjectives")
        nationals = entry.values("nationals")
        capitals = entry.values("capital")
        seats = entry.values("seats").map { value in
            let parts = EntryFile.parts(of: value, at: UInt8(ascii: "="))
            return (parts[0], parts.count > 1 ? parts[1] : nil)
        }
        guard let place = Place(named: name, in: code, at: entry.value("at")) else {
            throw wrong("\(code) lies at “\(entry.value("at") ?? "")”", "degrees north and east, “40.4 47.9”")
        }
        self.place = place
        guard let term = Term("\(entry.value("since") ?? "")..\(entry.value("until") ?? "")") else {
            throw wrong("\(code) has a “since” or “until” that is no date", "a date such as 1991-12-26")
        }
        self.term = term
    }

    package func exists(on day: Day) -> Bool { term.contains(day) }
}
