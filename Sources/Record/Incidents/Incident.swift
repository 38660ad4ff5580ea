public import Coding
public import World
internal import Reading

/// What happened once, however often it is told. Encoded as the contract's "Incident out", with `confidence` and `origins`
/// besides.
public struct Incident: Hashable, Sendable {
    public var id: String
    /// Actor, then recipient: states, or names of bodies.
    public var dyad: [String]
    public var type: EventType
    public var act: String
    public var date: Event.Dating?
    public var place: Place?
    public var events: [String]
    public var reports: [String]
    /// Reports that tell it independently of one another, each in the name of those in its words.
    public var origins: [String]
    /// Whether accounts differ in a figure or a date, or in whether it happened.
    public var contested: Bool
    public var status: Event.Status
    /// How sure it is that at least one of the independent reports was read aright; 1 where a person confirmed it.
    public var confidence: Double
    public var accounts: [Account] {
        get { keptAccounts.all }
        set { keptAccounts = .found(newValue) }
    }
    var keptAccounts: KeptAccounts
}

extension Incident: Codable {
    private enum Key: String, CodingKey {
        case incident, dyad, type, act, date, place, events, reports, origins, contested, status, confidence, accounts
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
        origins = try values.decode([String].self, forKey: .origins)
        contested = try values.decode(Bool.self, forKey: .contested)
        status = try values.decode(Event.Status.self, forKey: .status)
        confidence = try values.decode(Double.self, forKey: .confidence)
        keptAccounts = .found(try values.decode([Account].self, forKey: .accounts))
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
        try values.encode(origins, forKey: .origins)
        try values.encode(contested, forKey: .contested)
        try values.encode(status, forKey: .status)
        try values.encode(confidence, forKey: .confidence)
        try values.encode(accounts, forKey: .accounts)
    }
}
