internal import Language

/// Where a sentence's names lie.
extension Scene {
    /// A name of a place as it stands in the sentence.
    struct PlaceMention {
        let words: Range<Int>
        let head: Int
        let place: Place
        /// Whether it is a place by name, not only a people's adjective or a name that no list has.
        let isNamed: Bool
    }

    func placeMentions() -> [PlaceMention] {
        var mentions: [PlaceMention] = []
        var taken: Set<Int> = []
        for known in names {
            let head = headWord(known.words)
            guard let (place, isNamed) = place(known, head) else { continue }
            mentions.append(PlaceMention(words: known.words, head: head, place: place, isNamed: isNamed))
            taken.formUnion(known.words)
        }
        for name in sentence.names where name.kind == .place && taken.isDisjoint(with: name.words) {
            let place = Place(name: sentence.text(of: name.words))
            mentions.append(PlaceMention(words: name.words, head: headWord(name.words), place: place, isNamed: false))
        }
        return mentions.sorted { $0.words.lowerBound < $1.words.lowerBound }
    }

    private func place(_ known: KnownName, _ head: Int) -> (Place, isNamed: Bool)? {
        let isPerson = nameAt[head]?.kind == .person && (nameAt[head]?.words.count ?? 0) >= known.words.count
        let references = known.references
        let name = sentence.text(of: known.words)
        let chosen = choose(known, among: references, head)
        switch chosen {
        case .state(let code, .name, _), .state(let code, .short, _):
            if isPerson, (nameAt[head]?.words.count ?? 0) > known.words.count { return nil }
            for case .region(let index) in references { return (world.regions[index], true) }
            return world.states[code].map { ($0.place, true) }
        case .state(let code, .adjective, _):
            return world.states[code].map { ($0.place, false) }
        case .state(let code, .capital, _):
            return world.states[code].flatMap { world.capital(of: $0) }.map { ($0, true) }
        case .state(let code, .seat, _):
            return world.states[code].flatMap { world.capital(of: $0) }.map { (Place($0, named: name), false) }
        case .region(let index): return (world.regions[index], true)
        case .place(let index): return isPerson ? nil : (Place(world.gazetteer[index].place, named: name), true)
        default: break
        }
        // A town that is none of the actors known, or too small to be one: still where something is, if the model says so.
        guard nameAt[head]?.kind == .place || words[head].tag == .name && isLocative(head) else { return nil }
        let places = references.compactMap { if case .place(let index) = $0 { index } else { nil } }
        return likeliest(places, known).map { (Place(world.gazetteer[$0.index].place, named: name), true) }
    }

    /// The place among namesakes that the report means: in the state or region named beside it, in a state that the report
    /// speaks of, or the largest.
    func likeliest(_ places: [Int], _ known: KnownName) -> (index: Int, score: Double, isHeld: Bool)? {
        let beside = neighbours(of: known)
        var best: (index: Int, score: Double, isHeld: Bool)?
        for (order, index) in places.enumerated() {
            let entry = world.gazetteer[index]
            var score = 0.0
            var weight = max(entry.population, 100)
            while weight >= 10 {
                weight /= 10
                score += 1
            }
            score += Double(max(entry.population, 100)) / 1e8
            score -= entry.kind == .town ? 0 : 0.5
            score -= order > 0 && entry.place.name != world.gazetteer[places[0]].place.name ? 1 : 0
            score += 0.9 * Double(min(evidence.of(entry.place.state), 4)).squareRoot()
            if let region = entry.region, evidence.of(region: region) > 0 { score += 0.7 }
            if entry.kind == .region, evidence.of(region: index) > 0 { score += 2 }
            let isHeld = beside.contains { isWithin(entry, index, $0) }
            if isHeld { score += 6 }
            if score > best?.score ?? 0 { best = (index, score, isHeld) }
        }
        return best
    }

    /// The known names right after and before a place that may hold it: "Brest, in Brittany", "Pakistan's Hyderabad".
    private func neighbours(of known: KnownName) -> [KnownName] {
        var found: [KnownName] = []
        var index = known.words.upperBound
        let limit = min(words.count, index + 7)
        while index < limit {
            if let next = knownAt[index], next.words.lowerBound == index, isHolding(next) {
                found.append(next)
                if found.count == 2 { break }
                index = next.words.upperBound
                continue
            }
            let word = words[index]
            let passes: Bool =
                switch word.tag {
                case .adposition, .determiner, .adjective, .noun, .particle: true
                case .punctuation: word.text == ","
                default: false
                }
            guard passes, index > known.words.upperBound || word.tag == .adposition || word.text == "," else { break }
            index += 1
        }
        let before = known.words.lowerBound - 1
        if before > 0, words[before].lower == "'s", let owner = knownAt[before - 1], isHolding(owner) { found.append(owner) }
        return found
    }

    private func isHolding(_ known: KnownName) -> Bool {
        known.references.contains {
            switch $0 {
            case .state(_, let form, _): form == .name || form == .adjective
            case .place(let index): world.gazetteer[index].kind == .region
            case .region: true
            default: false
            }
        }
    }

    private func isWithin(_ entry: Gazetteer.Entry, _ index: Int, _ holder: KnownName) -> Bool {
        holder.references.contains {
            switch $0 {
            case .state(let code, _, _): code == entry.place.state
            case .place(let region): entry.region == region && index != region
            case .region(let region): world.regions[region].state == entry.place.state && entry.place.state != nil
            default: false
            }
        }
    }
}
