internal import Language
internal import World

extension SideFinder {
    enum Role: String {
        case actor, recipient
    }

    /// Organs that act where they are at home.
    private static let domestic: Set<String> = ["COP", "JUD", "SPY", "GOV", "LEG"]
    /// A word that the model is so sure of stands beside the likeliest: "France and Germany".
    private static let beside: Float = 0.35
    /// From here a word counts as one that the model points at.
    private static let faint: Float = 0.02
    /// So many states of the report are thought of beside those of the sentence.
    private static let remembered = 4

    /// Everybody who may have a role.
    func choices(_ role: Role) -> [SideChoices.Choice] {
        let part = candidate.trigger.part(role.rawValue)
        let pointed = pointed(role)
        let inTree = role == .actor ? agents : patients
        var choices = SideChoices(mention: (pointed + inTree).first { $0.key == nil })
        for side in pointed { choices.add(side, .chosen) }
        for side in inTree { choices.add(side, .isInTree) }
        var weights: [String: Double] = [:]
        for word in part?.words(atLeast: Self.faint) ?? [] {
            let sides = sides(at: word)
            for side in sides { choices.add(side) }
            for key in Set(sides.compactMap(\.key)) { weights[key, default: 0] += Double(part?.probability(of: word) ?? 0) }
        }
        addNamed(to: &choices)
        addLeftOut(to: &choices, role)
        let all = weights.values.sorted().reduce(0, +)
        let shares = Dictionary(discourse.shares.map { ($0.state, $0.share) }) { first, _ in first }
        choices.sign(.pointed) { weights[$0.key ?? ""] }
        choices.sign(.rival) { max(0, all - (weights[$0.key ?? ""] ?? 0)) }
        choices.sign(.absent) { _ in part.map { Double($0.absent) } }
        choices.sign(.share) { shares[$0.key ?? ""] }
        choices.sign(.isBody) { $0.actor.state == nil ? 1 : nil }
        choices.sign(.isTerritory) { $0.actor.state.map(discourse.isTerritory) ?? false ? 1 : nil }
        return choices.all
    }

    /// Whom the sentence names, in whatever role.
    private func addNamed(to choices: inout SideChoices) {
        for (_, party) in passage.resolved.parties.sorted(by: { $0.key < $1.key }) {
            let sign: Proposal.SideSign = party.basis == .pronoun ? .isPronoun : .isNamed
            for actor in [party.actor] + party.others {
                if choices.mention == nil || actor.state == nil {
                    choices.add(Event.Side(text: passage.sentence.text(of: party.words), actor: actor), sign)
                } else {
                    choices.add(leftOut: actor, sign)
                }
            }
        }
        // A passive without an agent is often announced by whoever did it.
        let speaker = passage.speech.statement(holding: candidate.word)?.speaker
        if let party = speaker.flatMap({ passage.resolved.parties[$0] }) { choices.add(passage.side(party), .isSpeaker) }
    }

    /// Whom the sentence leaves out: whose place it is, who had the role before, whom the report tells of.
    private func addLeftOut(to choices: inout SideChoices, _ role: Role) {
        if let state = place?.state {
            let host = Actor(state: state)
            choices.add(leftOut: host, .isHost)
            if choices.mention.map({ Self.domestic.contains($0.actor.sector) }) ?? false {
                choices.add(leftOut: host, .isHostOfOrgan)
            }
            if candidate.act.type == .coerce { choices.add(leftOut: host, .isHostOfCoercion) }
        }
        func side(_ role: Role, of event: Event?) -> Actor? { (role == .actor ? event?.actor : event?.recipient)?.actor }
        let last = discourse.last(candidate.act.type.quad) ?? discourse.last
        if let same = side(role, of: discourse.last(candidate.act.key)) { choices.add(leftOut: same, .hadSameAct) }
        if let same = side(role, of: last) { choices.add(leftOut: same, .wasLast) }
        if let other = side(role == .actor ? .recipient : .actor, of: last) { choices.add(leftOut: other, .wasOther) }
        for (state, share) in discourse.shares.prefix(Self.remembered) {
            choices.add(leftOut: Actor(state: state), .share, share)
        }
    }

    private func sides(at word: Int) -> [Event.Side] {
        let sides = passage.sides([passage.phraseHead(of: word)])
        if sides.contains(where: { $0.key != nil }) { return sides }
        return passage.party(around: word).map { [passage.side($0)] } ?? []
    }

    /// What the words that the model points at mean, as phrases.
    func pointed(_ role: Role) -> [Event.Side] {
        guard let part = candidate.trigger.part(role.rawValue), let best = part.best else { return [] }
        var heads = Clause.conjuncts(of: passage.phraseHead(of: best), passage.sentence)
        // What stands beneath the likeliest only says more about it: "Ukraine's ambassador to Poland".
        let phrase = Set(passage.sentence.subtree(of: heads[0]))
        for word in part.words(atLeast: Self.beside) where !phrase.contains(word) {
            let head = passage.phraseHead(of: word)
            if !heads.contains(head) { heads.append(head) }
        }
        if let party = passage.party(around: best), !heads.contains(party.head) { heads.insert(party.head, at: 0) }
        let sides = passage.sides(heads)
        if sides.allSatisfy({ $0.actor.state == nil }), let party = passage.resolved.parties[best], party.actor.state != nil {
            return [passage.side(party)]
        }
        return sides
    }
}
