internal import Coding
internal import Reading
internal import Record

/// Which incidents a list shows, as its address says: `?type=ACCUSE&status=claimed&since=2025-06-01&contested=yes`.
struct Filter: Sendable, Hashable {
    var types: Set<EventType> = []
    var statuses: Set<Event.Status> = []
    var outlet: String?
    var since: Day?
    var until: Day?
    var contestedOnly = false
    var after: Record.Cursor?
    var limit = 100

    static let options = ["type", "status", "source", "since", "until", "contested", "after", "limit"]

    static let typeNames = EventType.allCases.map(\.rawValue)
    static let statusNames = Event.Status.allCases.map(\.rawValue)

    init() {}

    /// - Throws: `Problem` where a value is none of those that are allowed.
    init(_ query: Parameters) throws(Problem) {
        for name in query.values("type") {
            guard let type = EventType(rawValue: name) else { throw .malformed("type=" + name) }
            types.insert(type)
        }
        for name in query.values("status") {
            guard let status = Event.Status(rawValue: name) else { throw .malformed("status=" + name) }
            statuses.insert(status)
        }
        outlet = query["source"]
        since = try Self.day("since", query)
        until = try Self.day("until", query)
        switch query["contested"] {
        case nil, "no"?: contestedOnly = false
        case "yes"?: contestedOnly = true
        case let other?: throw .malformed("contested=" + other)
        }
        if let text = query["after"] {
            guard let cursor = Record.Cursor(text) else { throw .malformed("after=" + text) }
            after = cursor
        }
        if let text = query["limit"] {
            guard let number = Int(text), (1...1000).contains(number) else { throw .malformed("limit=" + text) }
            limit = number
        }
    }

    private static func day(_ name: String, _ query: Parameters) throws(Problem) -> Day? {
        guard let text = query[name] else { return nil }
        guard text.utf8.count == 10, let day = Day(text) else { throw .malformed(name + "=" + text) }
        return day
    }

    func window(of states: [String]) -> Record.Window {
        var window = Record.Window()
        window.states = states
        window.types = types
        window.since = since
        window.until = until
        window.statuses = statuses
        window.contestedOnly = contestedOnly
        window.outlet = outlet
        window.after = after
        window.limit = limit
        return window
    }

    /// Whether anything is left out.
    var isActive: Bool {
        !types.isEmpty || !statuses.isEmpty || outlet != nil || since != nil || until != nil || contestedOnly
    }
}
