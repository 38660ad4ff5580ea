internal import World

/// Those who may have one role of an act, in the order in which they were thought of, each with the signs that speak for it.
struct SideChoices {
    struct Choice {
        let side: Event.Side
        var signs: [Proposal.SideSign: Double] = [:]

        var isInSentence: Bool { signs[.isNamed] != nil || signs[.isPronoun] != nil }
    }

    private(set) var all: [Choice] = []
    /// Words that stand for the role without saying of which state: "the police".
    let mention: Event.Side?

    init(mention: Event.Side?) { self.mention = mention }

    /// Adds a side, or a sign to one that is there; nobody known is passed over.
    mutating func add(_ side: Event.Side, _ sign: Proposal.SideSign? = nil, _ value: Double = 1) {
        guard let key = side.key else { return }
        let index = all.firstIndex { $0.side.key == key } ?? all.endIndex
        if index == all.endIndex { all.append(Choice(side: side)) }
        if let sign { all[index].signs[sign] = value }
    }

    /// Adds whom the words do not name; where they mention somebody, it is he of that state.
    mutating func add(leftOut actor: Actor, _ sign: Proposal.SideSign, _ value: Double = 1) {
        guard actor.state != nil, var side = mention else { return add(Event.Side(text: "", actor: actor), sign, value) }
        side.actor.state = actor.state
        add(side, sign, value)
    }

    /// Sets a sign of each side.
    mutating func sign(_ sign: Proposal.SideSign, _ value: (Event.Side) -> Double?) {
        for index in all.indices { all[index].signs[sign] = value(all[index].side) }
    }
}
