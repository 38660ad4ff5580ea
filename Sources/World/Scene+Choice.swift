internal import Language
internal import Reading

/// Which of the things that bear a name is meant.
extension Scene {
    /// The reading of an ambiguous name that fits the sentence, the report and the day.
    func choose(_ known: KnownName, among references: [Reference], _ head: Int) -> Reference? {
        let isName = nameAt[head]?.kind
        let isSingle = known.words.count == 1
        let isProperWord = words[head].tag == .name || isName != nil
        let isOwned = isOwned(known)
        let isKind = references.contains { if case .organ = $0 { true } else { false } }
        var places: [Int] = []
        var best: (reference: Reference, rank: Double)?
        func offer(_ reference: Reference, _ rank: Double) {
            if rank < best?.rank ?? 90 { best = (reference, rank) }
        }
        for reference in references {
            switch reference {
            case .holder(let index):
                let holds = day.map { world.holders[index].holds(on: $0) } ?? false
                let years = day.map { remoteness(world.holders[index], $0) } ?? 0
                offer(reference, (holds ? 0 : 3 + years) - 0.05 * Double(min(evidence.of(world.holders[index].state), 9)))
            case .state(let code, let form, _):
                if let rank = rank(code, form, known, head) { offer(reference, rank) }
            case .nationalOrgan(let state, _, _, let needsState):
                if needsState, evidence.of(state) == 0 { continue }
                offer(reference, 2 - 0.1 * Double(min(evidence.of(state), 5)))
            case .body: offer(reference, isSeat(references, head) ? 0.2 : !isOwned ? 2.8 : isKind ? 6.5 : 0.7)
            case .outlet(_, let state):
                let isPaper = !isSingle || isName == .organisation
                let rank = isOwned ? 0.7 : isPaper ? 5 : isLocative(head) || isName == .place ? 8 : 5.5
                offer(reference, rank - 0.1 * Double(min(evidence.of(state), 4)))
            case .office(_, _, _, let states):
                let fits = states.isEmpty || states.contains { evidence.of($0) > 0 }
                offer(reference, fits ? 6 : 6.5)
            case .organ: offer(reference, 6)
            case .role: offer(reference, 7)
            case .region: if isProperWord || !isSingle { offer(reference, 2.9) }
            case .place(let index): places.append(index)
            case .surname, .idiom: break
            }
        }
        if isProperWord || isSubject(head) && isCapitalised(head), let index = holder(among: references, known.words),
            !isLocative(head)
        {
            let isKnownOf = evidence.of(world.holders[index].state) > 0
            offer(.holder(index), isName == .person || isTitled(known.words) ? 0.5 : isKnownOf ? 0.9 : isName == .place ? 8 : 4.5)
        }
        if let index = partOfState(places, known, references) { offer(.place(index), 0.1) }
        if !places.isEmpty, isProperWord, let place = likeliest(places, known) {
            let isCertain = place.score >= 5 || isName == .place || isLocative(head)
            let town = world.gazetteer[place.index]
            let isLarge = town.population > 1_000_000
            let isAnother = !isLarge && !place.isHeld && evidence.isForeign(town.place.state)
            if isAnother { return best?.reference }
            if isCertain || isLarge || isPossessive(head) || !isSingle {
                offer(.place(place.index), place.isHeld ? 0.8 : isLarge || isCertain ? 5 : 9)
            }
        }
        return best?.reference
    }

    /// "Brussels" that acts is the union, in a report that speaks of Belgium not otherwise.
    func isSeat(_ references: [Reference], _ head: Int) -> Bool {
        for case .state(let code, .capital, _) in references { return isSubject(head) && evidence.of(code) <= 1 }
        return false
    }

    /// Whether a state stands before a name as its owner: "Russia's Security Council" is not the UN's.
    func isOwned(_ known: KnownName) -> Bool {
        let before = known.words.lowerBound - 1
        guard before >= 0 else { return false }
        let owner = words[before].lower == "'s" ? before - 1 : before
        guard owner >= 0, let name = knownAt[owner] else { return false }
        return name.references.contains {
            if case .state(_, let form, _) = $0 { owner < before || form == .adjective } else { false }
        }
    }

    /// The region that bears a state's name, where the report speaks of its towns or its governor: the American Georgia.
    func partOfState(_ places: [Int], _ known: KnownName, _ references: [Reference]) -> Int? {
        var code: String?
        for case .state(let state, .name, _) in references { code = state }
        guard let code, evidence.of(code) == 0 else { return nil }
        return places.first { index in
            let entry = world.gazetteer[index]
            guard entry.kind == .region, entry.place.state != code, entry.population > 1_000_000 else { return false }
            return evidence.of(region: index) > 0 || isGoverned(known)
        }
    }

    func isGoverned(_ known: KnownName) -> Bool {
        var next = known.words.upperBound
        if next < words.count, words[next].lower == "'s" { next += 1 }
        guard next < words.count, let office = knownAt[next] else { return false }
        return office.references.contains {
            if case .office(let kind, _, _, let states) = $0 { kind == "governor" || states == ["USA"] } else { false }
        }
    }

    /// How far from the day a term of office was, in centuries.
    func remoteness(_ holder: World.Holder, _ day: Day) -> Double {
        if let until = holder.term.until, until < day { return Double(day - until) / 36_500 }
        if let from = holder.term.from, from > day { return Double(from - day) / 36_500 }
        return 0
    }

    func isSubject(_ head: Int) -> Bool { words[head].baseRelation == "nsubj" }

    func isLocative(_ head: Int) -> Bool {
        sentence.children[head].contains {
            words[$0].relation == "case"
                && ["in", "at", "near", "from", "outside", "around", "to", "into"].contains(words[$0].lower)
        }
    }

    /// A state by a name that others may share: not before it was or long after, and rather the one that the report names
    /// otherwise.
    func rank(_ code: String, _ form: Reference.Form, _ known: KnownName, _ head: Int) -> Double? {
        guard let state = world.states[code] else { return nil }
        let told = Double(min(evidence.of(code), 9)) / 20
        if form == .short {
            let sibling = code == "KOR" ? "PRK" : code == "PRK" ? "KOR" : code
            let before = known.words.lowerBound - 1
            guard evidence.of(code) + evidence.of(sibling) > 0, before >= 0, words[before].lower == "the",
                known.words.upperBound == words.count || words[known.words.upperBound].lower != "of"
            else { return nil }
            return 1 - told
        }
        if state.status == .historic, let day {
            if state.exists(on: day) { return 0.9 - told }
            // Its places and seats are its successor's now.
            if form == .capital || form == .seat { return 20 }
            return 1.9
        }
        return 1 - told
    }
}
