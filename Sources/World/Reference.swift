/// What a known name or noun refers to; one name may refer to several things.
package enum Reference: Sendable, Hashable {
    package enum Form: Sendable {
        case name, adjective, national, nationals, capital, seat
        /// "the North": only where a report names the state otherwise.
        case short
    }

    /// A state, named in one of the ways states are named; a seat may stand for one organ.
    case state(String, Form, organ: String?)
    /// A kind of organ that every state has ("foreign ministry").
    case organ(String, sector: String)
    /// An organ of one state under its own name ("State Duma"); some only where the report speaks of the state otherwise.
    case nationalOrgan(state: String, organ: String, sector: String, needsState: Bool)
    /// A kind of office ("foreign minister") and its organ; only some states have it where `states` is not empty.
    case office(String, organ: String?, sector: String, states: [String])
    /// A common noun for people or things ("journalists", "airliner").
    case role(String, sector: String)
    /// Somebody who held an office at some time: an index into the World's holders.
    case holder(Int)
    /// Holders who are called so without their first names: an index into the World's surnames.
    case surname(Int)
    /// A body of no state, or an armed group of one.
    case body(String, sector: String)
    case outlet(String, state: String?)
    /// A place of the gazetteer, by its index.
    case place(Int)
    /// A region, sea, river or other feature: an index into the World's regions.
    case region(Int)
    /// Words that name no actor though names stand in them ("South China Sea", "Stockholm syndrome").
    case idiom
}

extension Reference {
    /// A state by any name but a short one.
    var isState: Bool {
        if case .state(_, let form, _) = self { form != .short } else { false }
    }

    var isAnyState: Bool {
        if case .state = self { true } else { false }
    }

    /// A place that is no state.
    var isPlace: Bool {
        switch self {
        case .place, .region: true
        default: false
        }
    }

    var isTown: Bool {
        if case .place = self { true } else { false }
    }

    var isRole: Bool {
        if case .role = self { true } else { false }
    }

    /// Somebody who held an office, by the full name.
    var isHolder: Bool {
        if case .holder = self { true } else { false }
    }

    /// Somebody who held an office, by any name.
    var isHeld: Bool {
        switch self {
        case .holder, .surname: true
        default: false
        }
    }
}
