internal import Language

/// What stands beside the head of a phrase and tells whose it is.
extension Scene {
    /// A word that stands beside, and how.
    struct Modifier {
        enum Relation: Int {
            case possessive, adjective, of, title, place, owner
        }

        let word: Int
        let relation: Relation
    }

    mutating func addModifiers(of extent: Range<Int>, to party: inout Party) {
        let isInstitution = party.basis == .noun && Self.domestic.contains(party.actor.sector)
        var found = modifiersBefore(extent, isInstitution: isInstitution)
        for modifier in found {
            let start = knownAt[modifier.word]?.words.lowerBound ?? modifier.word
            party.words = min(party.words.lowerBound, start)..<max(party.words.upperBound, party.head + 1)
        }
        found += modifiersAround(extent, party)
        found.sort { ($0.relation.rawValue, abs($0.word - party.head)) < ($1.relation.rawValue, abs($1.word - party.head)) }
        var seen: Set<Int> = []
        for modifier in found where seen.insert(modifier.word).inserted { add(modifier, extent, to: &party) }
        if party.basis == .title, party.kind == nil, let beside = apposed(extent) {
            takeTitle(Modifier(word: beside.head, relation: .title), beside, &party)
            if party.actor.state == nil { party.actor.state = beside.actor.state }
        }
        shareEllipsis(&party)
        for modifier in found where modifier.relation == .title || modifier.relation == .adjective {
            share(party, with: modifier.word)
        }
        placeAtHome(&party)
    }

    /// States and owners before the head, as they are written: "the Swedish and Finnish|ambassadors".
    ///
    /// - Parameter isInstitution: whether the name of a place right before the phrase is where it is: "Baku|police".
    func modifiersBefore(_ extent: Range<Int>, isInstitution: Bool) -> [Modifier] {
        var found: [Modifier] = []
        var index = extent.lowerBound - 1
        let limit = max(0, index - 9)
        while index >= limit {
            let word = words[index]
            switch word.tag {
            case .adjective, .noun, .name, .number, .other, .adverb, .symbol: break
            case .particle where word.lower == "'s" || word.lower == "'": break
            case .verb where isHyphened(index) || word.relation == "amod": break
            case .punctuation where word.text == "-": break
            default:
                if knownAt[index] == nil || word.lower == "and" { return found }
            }
            if let known = knownAt[index], known.words.upperBound - 1 == index, !isElsewhere(known) {
                let isAdjective = known.references.contains { if case .state(_, .adjective, _) = $0 { true } else { false } }
                let isRightBefore = isInstitution && index == extent.lowerBound - 1
                let head = headWord(known.words)
                if isOwner(known) {
                    found.append(Modifier(word: head, relation: .owner))
                } else if known.references.contains(where: \.isState) {
                    if isGenitive(known.words) {
                        found.append(Modifier(word: head, relation: .possessive))
                    } else if isAdjective || isRightBefore || hangs(index, within: index..<extent.upperBound) {
                        found.append(Modifier(word: head, relation: .adjective))
                    }
                } else if isRightBefore, known.references.contains(where: \.isPlace), words[index].tag == .name {
                    found.append(Modifier(word: head, relation: .adjective))
                }
            }
            index -= 1
        }
        return found
    }

    /// Whether the mark of the genitive follows some words.
    func isGenitive(_ range: Range<Int>) -> Bool {
        range.upperBound < words.count && ["'s", "'"].contains(words[range.upperBound].lower)
    }

    func modifiersAround(_ extent: Range<Int>, _ party: Party) -> [Modifier] {
        var found: [Modifier] = []
        let head = party.head
        for word in Array(extent) + (extent.contains(head) ? [] : [head]) {
            for child in sentence.children[word] where !extent.contains(child) {
                if let known = knownAt[child], isElsewhere(known) { continue }
                if let relation = relation(of: child, party) {
                    found.append(Modifier(word: child, relation: relation))
                }
            }
        }
        // "the government in Algiers", wherever the tree hangs the place.
        var next = extent.upperBound
        if next + 1 < words.count, ["of", "in", "at", "near"].contains(words[next].lower) {
            let relation: Modifier.Relation = words[next].lower == "of" ? .of : .place
            next += 1
            if words[next].lower == "the", next + 1 < words.count { next += 1 }
            if let known = knownAt[next], known.words.lowerBound == next, !isElsewhere(known), !isGenitive(known.words),
                known.references.contains(where: { $0.isState || $0.isPlace })
            {
                found.append(Modifier(word: headWord(known.words), relation: relation))
            }
        }
        // A name beneath its own title, where the tree has it so.
        if let above = words[head].head, ["appos", "flat", "nmod:desc", "compound"].contains(words[head].relation),
            party.basis == .title, !extent.contains(above)
        {
            found.append(Modifier(word: above, relation: .title))
        }
        let before = extent.lowerBound - 1
        if party.basis == .title, before >= 0, knownAt[before] != nil {
            found.append(Modifier(word: headWord(knownAt[before]?.words ?? before..<before + 1), relation: .title))
        }
        return found
    }

    /// The office or role that commas part from a name, before or after it, however the tree has it.
    mutating func apposed(_ extent: Range<Int>) -> Party? {
        if extent.lowerBound > 1, words[extent.lowerBound - 1].text == "," {
            for index in stride(from: extent.lowerBound - 2, through: max(0, extent.lowerBound - 10), by: -1) {
                if words[index].tag == .verb || words[index].tag == .auxiliary || words[index].text == "," { break }
                if let beside = named(index) { return beside }
            }
        }
        var index = extent.upperBound
        guard index + 1 < words.count, words[index].text == "," else { return nil }
        index += 1
        if words[index].tag == .number, index + 1 < words.count, words[index + 1].text == "," { index += 2 }
        for index in index..<min(words.count, index + 8) {
            if words[index].tag == .verb || words[index].tag == .auxiliary || words[index].text == "," { break }
            if words[index].tag == .noun, let beside = named(index) { return beside }
        }
        return nil
    }

    mutating func named(_ index: Int) -> Party? {
        guard Self.mayHead(words[index]), let beside = party(at: index), beside.isPerson, beside.kind != nil else { return nil }
        return beside.actor.name == nil || beside.basis == .noun || beside.basis == .modifier ? beside : nil
    }

    func relation(of child: Int, _ party: Party) -> Modifier.Relation? {
        switch words[child].relation {
        case "nmod:poss": return .possessive
        case "amod", "compound", "nmod:unmarked", "det", "dep": return child < party.head ? .adjective : .of
        case "nmod:desc", "flat", "appos", "list": return .title
        case "nmod", "nmod:of", "obl":
            switch preposition(of: child) {
            case "of", "from", "de": return .of
            case "for": return party.isPerson && !Self.foreign.contains(party.kind ?? "") ? .of : nil
            case "in", "at", "on", "near": return .place
            default: return nil
            }
        default: return nil
        }
    }

    func preposition(of word: Int) -> String? {
        sentence.children[word].first { words[$0].relation == "case" }.map { words[$0].lower }
    }

    func headWord(_ range: Range<Int>) -> Int {
        range.first { words[$0].head.map { !range.contains($0) } ?? true } ?? range.upperBound - 1
    }

    func hangs(_ word: Int, within range: Range<Int>) -> Bool {
        var index = word
        for _ in 0..<6 {
            guard let above = words[index].head, range.contains(above) else { return false }
            if above == range.upperBound - 1 || above > word {
                return ["compound", "amod", "nmod", "flat"].contains(words[index].baseRelation)
            }
            index = above
        }
        return false
    }

}
