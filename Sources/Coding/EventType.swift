/// PLOVER's sixteen types of events between actors (Halterman et al. 2023), each in one quad class.
public enum EventType: String, Codable, Sendable, CaseIterable {
    case agree = "AGREE"
    case consult = "CONSULT"
    case support = "SUPPORT"
    case concede = "CONCEDE"
    case cooperate = "COOPERATE"
    case aid = "AID"
    case retreat = "RETREAT"
    case request = "REQUEST"
    case accuse = "ACCUSE"
    case reject = "REJECT"
    case threaten = "THREATEN"
    case protest = "PROTEST"
    case sanction = "SANCTION"
    case mobilize = "MOBILIZE"
    case coerce = "COERCE"
    case assault = "ASSAULT"

    public enum Quad: String, Codable, Sendable {
        case verbalCooperation = "verbal-cooperation"
        case materialCooperation = "material-cooperation"
        case verbalConflict = "verbal-conflict"
        case materialConflict = "material-conflict"
    }

    public var quad: Quad {
        switch self {
        case .agree, .consult, .support, .concede: .verbalCooperation
        case .cooperate, .aid, .retreat: .materialCooperation
        case .request, .accuse, .reject, .threaten: .verbalConflict
        case .protest, .sanction, .mobilize, .coerce, .assault: .materialConflict
        }
    }

    /// Done by both sides alike, so that either may be called the actor.
    public var isMutual: Bool { self == .agree || self == .consult || self == .cooperate }
}
