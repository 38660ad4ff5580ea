internal import Language
internal import World

/// What the coder sees of one sentence: who is in it, when, how many, and who says what.
struct Passage {
    let resolved: ResolvedSentence
    let times: TimeExpressions
    let figures: [Figures.Found]
    let speech: Speech

    init(resolved: ResolvedSentence, times: TimeExpressions) {
        self.resolved = resolved
        self.times = times
        figures = Figures.found(in: resolved.sentence, excluding: times)
        speech = Speech(in: resolved.sentence)
    }

    var sentence: Sentence { resolved.sentence }
    var words: [Word] { resolved.sentence.words }

    private static let inner: Set<Substring> = ["amod", "compound", "flat", "det", "nummod", "appos"]
    private static let clausal: Set<Substring> = ["acl", "advcl", "ccomp", "parataxis", "punct", "case", "cc"]

    /// The party that a word belongs to: the one it heads, or the larger one it is a modifier of ("Kyrgyz" in "Kyrgyz border
    /// guards").
    func party(around word: Int) -> Party? {
        var party = resolved.parties[word]
        var index = word
        while let head = words[index].head,
            Self.inner.contains(words[index].baseRelation) && words[index].relation != "appos"
                || words[index].relation == "nmod:poss" || words[index].relation == "nmod:desc"
        {
            index = head
            if let outer = resolved.parties[head], outer.words.contains(word),
                party?.actor.state == nil || outer.actor.state == party?.actor.state
            {
                party = outer
            }
        }
        return party
    }

    /// The parties that some words head, or hold where they head none: "the office of Sputnik", "a visit by Overchuk".
    ///
    /// Of what they hold a pronoun counts last: "his Icelandic colleague" is Iceland's. `pronouns`: whether it counts at all.
    func sides(_ heads: [Int], pronouns: Bool = true) -> [Event.Side] {
        var sides: [Event.Side] = []
        for head in heads where pronouns || resolved.parties[head]?.basis != .pronoun {
            if let party = resolved.parties[head], party.actor.state != nil || party.actor.isKnown || !party.others.isEmpty {
                let all = party.actor.isKnown ? [party.actor] + party.others : party.others
                sides += all.map { Event.Side(text: sentence.text(of: party.words), actor: $0) }
                continue
            }
            let own = resolved.parties[head]
            let held = nominals(beneath: head).compactMap { resolved.parties[$0] }.filter { $0.actor.state != nil }
            let found = held.first { $0.basis != .pronoun } ?? (pronouns ? held.first : nil)
            if let found {
                var side = side(found)
                if let own, own.actor.sector != "UNK" {
                    side.actor = Actor(
                        state: found.actor.state, sector: own.actor.sector, organ: own.actor.organ, name: found.actor.name)
                    side.text = sentence.text(of: own.words)
                }
                sides.append(side)
            } else if let own {
                sides.append(side(own))
            }
        }
        return sides
    }

    func side(_ party: Party) -> Event.Side { Event.Side(text: sentence.text(of: party.words), actor: party.actor) }

    /// The words of a noun phrase beneath its head, without the clauses that describe it.
    private func nominals(beneath head: Int) -> [Int] {
        var found: [Int] = []
        var waiting = [head]
        while let next = waiting.popLast() {
            for child in sentence.children[next] where !Self.clausal.contains(words[child].baseRelation) {
                found.append(child)
                waiting.append(child)
            }
        }
        return found.sorted()
    }

    /// The head of the noun phrase a word stands in, as far as it only modifies it.
    func phraseHead(of word: Int) -> Int {
        var index = word
        while let head = words[index].head,
            Self.inner.contains(words[index].baseRelation) || words[index].relation == "nmod:poss"
                || words[index].relation == "nmod:desc"
        {
            index = head
        }
        return index
    }

    /// Whether an expression says when somebody spoke: "said on Sunday".
    func datesSpeech(_ expression: TimeExpressions.Expression) -> Bool {
        let heads = expression.words.compactMap { words[$0].head }.filter { !expression.words.contains($0) }
        return speech.statements.contains { heads.contains($0.cue) }
    }
}
