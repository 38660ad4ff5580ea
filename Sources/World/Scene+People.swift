internal import Language
internal import Reading

/// People by name, in a list or not.
extension Scene {
    /// The name of a person that a word heads, without the titles before it.
    func person(at head: Int) -> Range<Int>? {
        guard let name = nameAt[head], name.kind == .person else { return titledName(at: head) }
        var first = name.words.lowerBound
        while first < name.words.upperBound - 1, isTitle(first) { first = titleEnd(first) }
        guard first < name.words.upperBound else { return titledName(at: head) }
        var last = name.words.upperBound
        if last < words.count, Self.roman.contains(words[last].text) { last += 1 }
        while last - 1 > first, words[last - 1].tag == .verb || words[last - 1].text.first?.isLowercase ?? false { last -= 1 }
        guard first <= head, head < last else { return nil }
        return first..<last
    }

    /// "President Obama", "Mayor London Breed": what follows a title with a capital, whatever the model took it for.
    func titledName(at head: Int) -> Range<Int>? {
        guard words[head].tag == .name, isCapitalised(head), !isTitle(head) else { return nil }
        var first = head
        while first > 0, words[first - 1].tag == .name, isCapitalised(first - 1), !isTitle(first - 1) { first -= 1 }
        guard first > 0, isCapitalised(first - 1), isTitle(first - 1), !isStateName(first..<head + 1) else { return nil }
        var last = head + 1
        while last < words.count, words[last].tag == .name, isCapitalised(last), last - first < 5 { last += 1 }
        return first..<last
    }

    func isStateName(_ range: Range<Int>) -> Bool {
        guard let known = knownAt[range.lowerBound], known.words == range else { return false }
        return known.references.contains { if case .state(_, let form, _) = $0 { form == .name } else { false } }
    }

    func isCapitalised(_ word: Int) -> Bool { words[word].text.first?.isUppercase ?? false }

    func isTitle(_ word: Int) -> Bool {
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

    func titleEnd(_ word: Int) -> Int { max(word + 1, knownAt[word]?.words.upperBound ?? 0) }

    func isTitled(_ person: Range<Int>) -> Bool { person.lowerBound > 0 && isTitle(person.lowerBound - 1) }

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
    static let great: Set<String> = ["USA", "GBR", "FRA", "DEU", "RUS", "CHN"]

    static func height(of office: String) -> Double {
        switch office {
        case "supreme-leader", "leader": 3.3
        case "president", "prime-minister", "monarch": 3
        case "foreign-minister", "secretary-general", "foreign-policy-chief", "crown-prince", "religious-leader": 2
        default: 1
        }
    }
}
