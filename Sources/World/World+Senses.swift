package import Reading

extension World {
    /// One thing that a name may mean.
    package struct Sense: Sendable, Encodable {
        /// state, organ, office, role, holder, body, outlet, place, region or idiom.
        package let kind: String
        package let name: String
        package var state: String?
        package var sector: String?
        package var organ: String?
        package var office: String?
        package var from: String?
        package var until: String?
        package var latitude: Double?
        package var longitude: Double?
        package var population: Int?
    }

    /// What a name may mean, and who it is on a day.
    ///
    /// - Parameter day: only those who held their office on that day, and states that existed; `nil` for all times.
    package func senses(of name: String, on day: Day? = nil) -> [Sense] {
        names.references(named: name).flatMap { senses(of: $0, on: day) }
    }

    private func senses(of reference: Reference, on day: Day?) -> [Sense] {
        switch reference {
        case .state(let code, _, let organ):
            guard let state = states[code], day.map(state.exists) ?? true else { return [] }
            return [
                Sense(
                    kind: "state", name: state.name, state: code, sector: organ.flatMap { sectors[$0] } ?? "GOV", organ: organ,
                    from: state.term.from?.description, until: state.term.until?.description, latitude: state.place.latitude,
                    longitude: state.place.longitude)
            ]
        case .organ(let key, let sector): return [Sense(kind: "organ", name: key, sector: sector, organ: key)]
        case .nationalOrgan(let state, let organ, let sector, _):
            return [Sense(kind: "organ", name: organ, state: state, sector: sector, organ: organ)]
        case .office(let kind, let organ, let sector, let states):
            return [
                Sense(
                    kind: "office", name: kind, state: states.count == 1 ? states[0] : nil, sector: sector, organ: organ,
                    office: kind)
            ]
        case .role(let kind, let sector): return [Sense(kind: "role", name: kind, sector: sector)]
        case .holder(let index): return [holderSense(index, on: day)].compactMap(\.self)
        case .surname(let number): return surnames[number].compactMap { holderSense($0, on: day) }
        case .body(let key, let sector):
            let body = bodies[key]
            return [Sense(kind: "body", name: body?.name ?? key, state: body?.states.first, sector: sector)]
        case .outlet(let name, let state): return [Sense(kind: "outlet", name: name, state: state, sector: "MED")]
        case .place(let index):
            let entry = gazetteer[index]
            return [
                Sense(
                    kind: "place", name: entry.place.name, state: entry.place.state, latitude: entry.place.latitude,
                    longitude: entry.place.longitude, population: entry.population)
            ]
        case .region(let index):
            let place = regions[index]
            return [
                Sense(
                    kind: "region", name: place.name, state: place.state, latitude: place.latitude, longitude: place.longitude)
            ]
        case .idiom: return [Sense(kind: "idiom", name: "nobody is meant")]
        }
    }

    private func holderSense(_ index: Int, on day: Day?) -> Sense? {
        let holder = holders[index]
        guard day.map(holder.holds) ?? true else { return nil }
        let office = offices[holder.office]
        return Sense(
            kind: "holder", name: holder.name, state: holder.state, sector: office?.sector, organ: office?.organ,
            office: holder.office, from: holder.term.from?.description, until: holder.term.until?.description)
    }
}
