internal import Language
internal import Reading

/// What a word at the head of a phrase means by itself.
enum Meaning {
    /// Nobody.
    case nothing
    case known(Reference, Range<Int>)
    /// Somebody by name, in a list or not.
    case person(Range<Int>)
    /// A name of an organisation that is in no list.
    case organisation(Range<Int>)
    /// "the alliance", after it was named.
    case called(Party)
    /// "the head of", "members of": somebody of what stands beside.
    case belonging(Range<Int>)
}

extension Scene {
    /// Titles that tell nothing of an office.
    private static let honorifics: Set<String> = [
        "mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lord", "lady", "mr.", "mrs.", "ms.", "dr.", "madame", "monsieur",
        "herr", "frau", "señor", "don", "father", "brother", "sister", "saint", "st.", "sheikh", "prince", "princess", "king",
        "queen", "pope",
    ]
    private static let roman: Set<String> = [
        "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XVI",
    ]

    func meaning(at head: Int) -> Meaning {
        let known = knownAt[head]
        if let known, known.references.contains(.idiom) || isElsewhere(known) { return .nothing }
        if let earlier = remembered(at: head, known) { return .called(earlier) }
        if let person = person(at: head) {
            let holders = (known?.references ?? []).filter(isHolder)
            let isWhole =
                known.map { $0.words.lowerBound <= person.lowerBound && person.upperBound <= $0.words.upperBound } ?? false
            if let known, isWhole || known.words.count > 1, let reference = choose(known, among: holders, head) {
                return .known(reference, known.words)
            }
            if let known, isWhole, let reference = choose(known, among: known.references, head) {
                if person.count > 1 || !isTitled(person) { return .known(reference, known.words) }
            }
            return .person(person)
        }
        if known?.references.allSatisfy(isRole) ?? true || words[head].lower == "party", let earlier = nounOfBody(at: head) {
            return .called(earlier)
        }
        if let known, let reference = choose(known, among: known.references, head) { return .known(reference, known.words) }
        if known == nil || known?.references.allSatisfy(isPlace) ?? false, let name = nameAt[head], name.kind == .organisation,
            words[head].tag == .name
        {
            return .organisation(name.words)
        }
        if words[head].tag == .noun, Self.belonging.contains(words[head].lower) { return .belonging(head..<head + 1) }
        return .nothing
    }

    /// People and things that are of what stands beside them: "Gazprom's head", "CNN's crew".
    static let belonging: Set<String> = [
        "head", "heads", "chief", "chiefs", "director", "directors", "boss", "chair", "chairman", "chairwoman", "founder",
        "successor", "predecessor", "spokesman", "spokeswoman", "spokesperson", "spokespeople", "spokesmen", "member", "members",
        "candidate", "candidates", "arm", "office", "team", "secretary", "manager", "president", "branch", "unit", "wing",
        "bureau", "headquarters", "representative",
    ]

    /// Somebody named in full before, by a part of the name.
    private func remembered(at head: Int, _ known: KnownName?) -> Party? {
        guard words[head].tag == .name || nameAt[head]?.kind == .person, isCapitalised(head),
            !(known?.references.contains(where: isState) ?? false),
            nameAt[head].map({ $0.kind != .person || $0.words.count == 1 || isTitle($0.words.lowerBound) }) ?? true
        else { return nil }
        return cast.person(named: surname(at: head))
    }

    private func isState(_ reference: Reference) -> Bool {
        if case .state = reference { return true }
        return false
    }

    private static let lands: Set<String> = ["country", "kingdom", "republic", "nation", "emirate", "monarchy", "sultanate"]

    /// "the alliance", "the kingdom": what was named before and is called so.
    private func nounOfBody(at head: Int) -> Party? {
        let word = words[head]
        guard word.tag == .noun || word.tag == .name, !word.has("Number=Plur"),
            sentence.children[head].contains(where: { ["the", "this"].contains(words[$0].lower) }),
            !sentence.children[head].contains(where: { knownAt[$0] != nil && $0 != head })
        else { return nil }
        if let body = cast.body(called: word.lower) { return body }
        guard Self.lands.contains(word.lower), let state = cast.institution?.actor.state ?? cast.states.last else { return nil }
        return Party(
            actor: Actor(state: state, sector: "GOV"), words: head..<head + 1, head: head, kind: nil, isPerson: false, place: nil,
            basis: .memory)
    }

    /// A name with its other half, where hyphens part it.
    private func surname(at head: Int) -> String {
        var first = head
        while first >= 2, words[first - 1].text == "-", isCapitalised(first - 2) { first -= 2 }
        var last = head
        while last + 2 < words.count, words[last + 1].text == "-", isCapitalised(last + 2) { last += 2 }
        return sentence.text(of: first..<last + 1)
    }

    private func isHolder(_ reference: Reference) -> Bool {
        switch reference {
        case .holder, .surname: true
        default: false
        }
    }

    private func isRole(_ reference: Reference) -> Bool {
        if case .role = reference { return true }
        return false
    }

    private func isPlace(_ reference: Reference) -> Bool {
        if case .place = reference { return true }
        return false
    }

    // MARK: People

    /// The name of a person that a word heads, without the titles before it.
    func person(at head: Int) -> Range<Int>? {
        guard let name = nameAt[head], name.kind == .person else { return titledName(at: head) }
        var first = name.words.lowerBound
        while first < name.words.upperBound - 1, isTitle(first) { first = titleEnd(first) }
        guard first < name.words.upperBound else { return titledName(at: head) }
        var last = name.words.upperBound
        if last < words.count, Self.roman.contains(words[last].text) { last += 1 }
        guard first <= head else { return nil }
        return first..<last
    }

    /// "President Obama", "Mayor London Breed": what follows a title with a capital, whatever the model took it for.
    private func titledName(at head: Int) -> Range<Int>? {
        guard words[head].tag == .name, isCapitalised(head) else { return nil }
        var first = head
        while first > 0, words[first - 1].tag == .name, isCapitalised(first - 1), !isTitle(first - 1) { first -= 1 }
        guard first > 0, isCapitalised(first - 1), isTitle(first - 1), !isStateName(first..<head + 1) else { return nil }
        var last = head + 1
        while last < words.count, words[last].tag == .name, isCapitalised(last), last - first < 5 { last += 1 }
        return first..<last
    }

    private func isStateName(_ range: Range<Int>) -> Bool {
        guard let known = knownAt[range.lowerBound], known.words == range else { return false }
        return known.references.contains { if case .state(_, let form, _) = $0 { form == .name } else { false } }
    }

    private func isCapitalised(_ word: Int) -> Bool { words[word].text.first?.isUppercase ?? false }

    private func isTitle(_ word: Int) -> Bool {
        if Self.honorifics.contains(words[word].lower) { return words[word].text != words[word].text.uppercased() }
        guard let known = knownAt[word] else { return false }
        return known.references.contains {
            switch $0 {
            case .office: true
            case .role: words[word].text.first?.isLowercase == true
            default: false
            }
        }
    }

    private func titleEnd(_ word: Int) -> Int { max(word + 1, knownAt[word]?.words.upperBound ?? 0) }

    private func isTitled(_ person: Range<Int>) -> Bool { person.lowerBound > 0 && isTitle(person.lowerBound - 1) }

    /// Somebody in no list: known from earlier in the report, or by a surname that one holder of office has on that day.
    mutating func applyPerson(_ range: Range<Int>, to party: inout Party) {
        let name = sentence.text(of: range)
        party.isPerson = true
        if let earlier = cast.person(named: name) ?? (range.count == 1 ? cast.person(named: words[range.lowerBound].text) : nil) {
            party.actor = earlier.actor
            party.kind = earlier.kind
            party.basis = .memory
            return
        }
        let references = knownAt[range.upperBound - 1]?.references ?? []
        let isWhole = knownAt[range.upperBound - 1].map { $0.words.lowerBound <= range.lowerBound } ?? false
        if isWhole, let holder = holder(among: references, range) {
            apply(.holder(holder), to: &party)
            return
        }
        party.actor.name = name
        party.actor.sector = "CVL"
        party.basis = .title
    }

    /// The holder of office that a name without first names means: by the title before it, by the states that the report
    /// names, by how high the office is.
    func holder(among references: [Reference], _ range: Range<Int>) -> Int? {
        guard let day else { return nil }
        var title: (kind: String, organ: String?)?
        if range.lowerBound > 0, let known = knownAt[range.lowerBound - 1] {
            for case .office(let kind, let organ, _, _) in known.references { title = (kind, organ) }
        }
        let isRoyal = range.lowerBound > 0 && isTitled(range)
        let isFormer = isFormer(range) || title.map { $0.kind == "former-official" } ?? false
        var best: (index: Int, score: Double)?
        var isTie = false
        var rivals: Set<String> = []
        for index in Set(
            references.flatMap { reference -> [Int] in
                if case .surname(let number) = reference, world.surnames.indices.contains(number) {
                    world.surnames[number]
                } else {
                    []
                }
            }
        ).sorted() {
            let holder = world.holders[index]
            var score = Self.height(of: holder.office)
            let isFirstName = Surname.isFirstName(of: holder.name, office: holder.office, text: sentence.text(of: range))
            if isFirstName, !isRoyal { continue }
            if let title {
                if title.kind == holder.office {
                    score += 6
                } else if title.organ == world.offices[holder.office]?.organ {
                    score += 3
                }
            }
            score += 2 * Double(min(evidence.of(holder.state), 3))
            if !holder.holds(on: day) || isFormer {
                // Somebody who is out of office is still called so, where the report gives a reason to think of them.
                guard let until = holder.term.until, until < day, until >= day - 3_650 else { continue }
                score -= 3 + Double(day - until) / 730
            }
            rivals.insert(holder.name)
            if Self.great.contains(holder.state) { score += 0.9 }
            if score > best?.score ?? 1.8 {
                isTie = false
                best = (index, score)
            } else if let best, score == best.score, world.holders[best.index].name != holder.name {
                isTie = true
            }
        }
        guard let best, !isTie, best.score >= 2.9 || rivals.count == 1 else { return nil }
        return best.index
    }

    /// States whose ministers the world's press calls by their surnames.
    private static let great: Set<String> = ["USA", "GBR", "FRA", "DEU", "RUS", "CHN"]

    private static func height(of office: String) -> Double {
        switch office {
        case "supreme-leader", "leader": 3.3
        case "president", "prime-minister", "monarch": 3
        case "foreign-minister", "secretary-general", "foreign-policy-chief", "crown-prince", "religious-leader": 2
        default: 1
        }
    }

    // MARK: Names that several bear

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
            case .body: offer(reference, !isOwned ? 2.8 : isKind ? 6.5 : 0.7)
            case .outlet:
                offer(
                    reference,
                    isOwned ? 0.7 : !isSingle || isName == .organisation ? 5 : isLocative(head) || isName == .place ? 8 : 5.5)
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
            let isLarge = world.gazetteer[place.index].population > 1_000_000
            if isCertain || isLarge || isPossessive(head) || !isSingle {
                offer(.place(place.index), place.isHeld ? 0.8 : isLarge || isCertain ? 5 : 9)
            }
        }
        return best?.reference
    }

    /// Whether a state stands before a name as its owner: "Russia's Security Council" is not the UN's.
    private func isOwned(_ known: KnownName) -> Bool {
        let before = known.words.lowerBound - 1
        guard before >= 0 else { return false }
        let owner = words[before].lower == "'s" ? before - 1 : before
        guard owner >= 0, let name = knownAt[owner] else { return false }
        return name.references.contains {
            if case .state(_, let form, _) = $0 { owner < before || form == .adjective } else { false }
        }
    }

    /// The region that bears a state's name, where the report speaks of its towns or its governor: the American Georgia.
    private func partOfState(_ places: [Int], _ known: KnownName, _ references: [Reference]) -> Int? {
        var code: String?
        for case .state(let state, .name, _) in references { code = state }
        guard let code, evidence.of(code) == 0 else { return nil }
        return places.first { index in
            let entry = world.gazetteer[index]
            guard entry.kind == .region, entry.place.state != code, entry.population > 1_000_000 else { return false }
            return evidence.of(region: index) > 0 || isGoverned(known)
        }
    }

    private func isGoverned(_ known: KnownName) -> Bool {
        var next = known.words.upperBound
        if next < words.count, words[next].lower == "'s" { next += 1 }
        guard next < words.count, let office = knownAt[next] else { return false }
        return office.references.contains {
            if case .office(let kind, _, _, let states) = $0 { kind == "governor" || states == ["USA"] } else { false }
        }
    }

    /// How far from the day a term of office was, in centuries.
    private func remoteness(_ holder: World.Holder, _ day: Day) -> Double {
        if let until = holder.term.until, until < day { return Double(day - until) / 36_500 }
        if let from = holder.term.from, from > day { return Double(from - day) / 36_500 }
        return 0
    }

    private func isSubject(_ head: Int) -> Bool { words[head].baseRelation == "nsubj" }

    func isLocative(_ head: Int) -> Bool {
        sentence.children[head].contains {
            words[$0].relation == "case"
                && ["in", "at", "near", "from", "outside", "around", "to", "into"].contains(words[$0].lower)
        }
    }

    /// A state by a name that others may share: not before it was or long after, and rather the one that the report names
    /// otherwise.
    private func rank(_ code: String, _ form: Reference.Form, _ known: KnownName, _ head: Int) -> Double? {
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

    // MARK: Applying

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
    private static let nouns: [String: [String]] = [
        "parliament": ["chamber", "house", "assembly"], "state-airline": ["airline", "carrier", "company"],
        "BUS": ["company", "firm", "group", "airline", "carrier", "bank", "lender", "giant", "manufacturer", "maker"],
        "MED": ["newspaper", "paper", "agency", "broadcaster", "channel", "station", "website", "outlet", "daily", "magazine"],
        "NGO": ["group", "organisation", "organization", "charity"], "REB": ["group", "movement", "militia", "organisation"],
        "SPY": ["agency", "service"], "IGO": ["organisation", "organization", "body"], "PTY": ["party"],
    ]

    private func settle(_ place: Place, _ party: inout Party) {
        party.actor = Actor(state: place.state, sector: "CVL")
        party.place = place
    }

    /// Roles that are people with names.
    private static let personal: Set<String> = [
        "official", "soldier", "prisoner-of-war", "veteran", "pilot", "policeman", "spy", "hacker", "journalist", "blogger",
        "civilian", "child", "family", "detainee", "hostage", "activist", "lawyer", "artist", "athlete", "tourist", "crew",
        "refugee",
        "migrant", "defector", "businessman", "worker", "academic", "student", "teacher", "cleric", "doctor", "aid-worker",
        "rebel",
        "terrorist", "criminal", "statesman", "inspector", "policymaker", "border-officer", "mercenary", "voter", "protester",
        "trade-union",
    ]
}
