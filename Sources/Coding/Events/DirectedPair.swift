internal import World

/// Who acted towards whom: states by their codes, bodies of no state by their names.
struct DirectedPair: Hashable {
    let actor: String
    let recipient: String

    var turned: DirectedPair { DirectedPair(actor: recipient, recipient: actor) }

    init(actor: String, recipient: String) {
        self.actor = actor
        self.recipient = recipient
    }

    /// `nil` where a side is unknown, or both are the same.
    init?(_ actor: Event.Side, _ recipient: Event.Side?) {
        guard let actor = actor.key, let recipient = recipient?.key, actor != recipient else { return nil }
        self.init(actor: actor, recipient: recipient)
    }
}

extension Event.Side {
    /// What tells it from other sides: its state, else the name of a body; `nil` where it is nobody known.
    var key: String? {
        actor.state ?? (actor.isKnown && actor.sector != "CVL" ? actor.name : nil)
    }
}
