internal import Language

/// What a name or noun says of the actor.
extension Scene {
    mutating func apply(_ reference: Reference, to party: inout Party) {
        party.basis = .name
        switch reference {
        case .state(let code, let form, let organ):
            party.actor = Actor(state: code, sector: form == .national || form == .nationals ? "CVL" : "GOV", organ: organ)
            if form == .adjective, words[party.head].tag == .noun || words[party.head].tag == .name { party.actor.sector = "CVL" }
            if form == .adjective, words[party.head].has("Number=Plur") { party.actor.sector = "CVL" }
            if form == .nationals { party.kind = "civilian" }
            if let organ, let sector = world.sectors[organ] { party.actor.sector = sector }
            if form == .capital, let state = world.states[code] { party.place = world.capital(of: state) }
        case .organ(let key, let sector):
            party.actor = Actor(sector: sector, organ: key)
            party.kind = key
            party.basis = .noun
        case .nationalOrgan(let state, let organ, let sector, _):
            party.actor = Actor(state: state, sector: sector, organ: organ)
            party.kind = organ
            cast.add(nouns: Self.nouns[organ] ?? Self.nouns[sector] ?? [], for: party)
        case .office(let kind, let organ, let sector, _):
            party.actor = Actor(sector: sector, organ: organ)
            party.kind = kind
            party.isPerson = true
            party.basis = .noun
        case .role(let kind, let sector):
            party.actor = Actor(sector: sector)
            party.kind = kind
            party.isPerson = Self.personal.contains(kind)
            party.basis = .noun
        case .holder(let index):
            let holder = world.holders[index]
            let office = world.offices[holder.office]
            let body = world.bodies[holder.state]
            party.actor = Actor(
                state: world.states[holder.state]?.code, sector: office?.sector ?? "GOV", organ: office?.organ, name: holder.name)
            if party.actor.state == nil {
                party.actor.sector = body?.sector ?? "IGO"
                party.actor.state = body?.states.count == 1 && body?.sector != "IGO" ? body?.states.first : nil
            }
            party.kind = holder.office
            party.isPerson = true
            party.basis = day.map(holder.holds) ?? false ? .holder : .name
        case .body(let key, let sector):
            let body = world.bodies[key]
            let isOfState = sector != "IGO" && sector != "NGO" && body?.states.count == 1
            party.actor = Actor(state: isOfState ? body?.states.first : nil, sector: sector, name: body?.name)
            cast.add(nouns: (body?.nouns ?? []) + (Self.nouns[sector] ?? []), for: party)
        case .outlet(let name, let state):
            party.actor = Actor(state: state, sector: "MED", name: name)
            party.kind = "media"
            cast.add(nouns: Self.nouns["MED"] ?? [], for: party)
        case .place(let index): settle(world.gazetteer[index].place, &party)
        case .region(let index): settle(world.regions[index], &party)
        case .surname, .idiom: break
        }
    }

    /// What organs and bodies are called after they were named, by organ and by sector.
    static let nouns: [String: [String]] = [
        "parliament": ["chamber", "house", "assembly"], "state-airline": ["airline", "carrier", "company"],
        "BUS": ["company", "firm", "group", "airline", "carrier", "bank", "lender", "giant", "manufacturer", "maker"],
        "MED": ["newspaper", "paper", "agency", "broadcaster", "channel", "station", "website", "outlet", "daily", "magazine"],
        "NGO": ["group", "organisation", "organization", "charity"], "REB": ["group", "movement", "militia", "organisation"],
        "SPY": ["agency", "service"], "IGO": ["organisation", "organization", "body"], "PTY": ["party"],
    ]

    func settle(_ place: Place, _ party: inout Party) {
        party.actor = Actor(state: place.state, sector: "CVL")
        party.place = place
    }

    /// Roles that are people with names.
    static let personal: Set<String> = [
        "official", "soldier", "prisoner-of-war", "veteran", "pilot", "policeman", "spy", "hacker", "journalist", "blogger",
        "civilian", "child", "family", "detainee", "hostage", "activist", "lawyer", "artist", "athlete", "tourist", "crew",
        "refugee",
        "migrant", "defector", "businessman", "worker", "academic", "student", "teacher", "cleric", "doctor", "aid-worker",
        "rebel",
        "terrorist", "criminal", "statesman", "inspector", "policymaker", "border-officer", "mercenary", "voter", "protester",
        "trade-union",
    ]
}
