public import Coding
public import World
internal import Foundation

/// What happened once, however often it is told. Encoded as the contract's "Incident out".
public struct Incident: Hashable, Sendable {
    /// One version of how many, and who says so.
    public struct Account: Hashable, Sendable {
        public var kind: Event.Figure.Kind
        public var value: Int?
        public var qualifier: Event.Figure.Qualifier
        public var attribution: Event.Attribution?
        public var reports: [String]
    }

    public var id: String
    /// Actor, then recipient: states, or names of bodies.
    public var dyad: [String]
    public var type: EventType
    public var act: String
    public var date: Event.Dating?
    public var place: Place?
    public var events: [String]
    public var reports: [String]
    /// Whether accounts differ in a figure, or in whether it happened.
    public var contested: Bool
    public var status: Event.Status
    public var accounts: [Account]
}

extension Incident.Account: Codable {
    private enum Key: String, CodingKey { case kind, value, qualifier, attribution, reports }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(kind, forKey: .kind)
        try values.encode(value, forKey: .value)
        try values.encode(qualifier, forKey: .qualifier)
        try values.encode(attribution, forKey: .attribution)
        try values.encode(reports, forKey: .reports)
    }
}

extension Incident: Codable {
    private enum Key: String, CodingKey {
        case incident, dyad, type, act, date, place, events, reports, contested, status, accounts
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        id = try values.decode(String.self, forKey: .incident)
        dyad = try values.decode([String].self, forKey: .dyad)
        type = try values.decode(EventType.self, forKey: .type)
        act = try values.decode(String.self, forKey: .act)
        date = try values.decodeIfPresent(Event.Dating.self, forKey: .date)
        place = try values.decodeIfPresent(Place.self, forKey: .place)
        events = try values.decode([String].self, forKey: .events)
        reports = try values.decode([String].self, forKey: .reports)
        contested = try values.decode(Bool.self, forKey: .contested)
        status = try values.decode(Event.Status.self, forKey: .status)
        accounts = try values.decode([Account].self, forKey: .accounts)
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(id, forKey: .incident)
        try values.encode(dyad, forKey: .dyad)
        try values.encode(type, forKey: .type)
        try values.encode(act, forKey: .act)
        try values.encode(date, forKey: .date)
        try values.encode(place, forKey: .place)
        try values.encode(events, forKey: .events)
        try values.encode(reports, forKey: .reports)
        try values.encode(contested, forKey: .contested)
        try values.encode(status, forKey: .status)
        try values.encode(accounts, forKey: .accounts)
    }
}
