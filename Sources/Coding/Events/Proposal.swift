/// A pair of sides that an act may be between, and the signs that speak for or against it.
struct Proposal {
    /// Signs of the word that tells of the act.
    enum ActSign: String, CaseIterable {
        /// Log-odds that the word tells of an act, and that of this type.
        case trigger, type
        case isInLexicon = "lexicon"
        case isMaterial = "material"
        case isConflict = "conflict"
        case isMutual = "mutual"
    }

    /// Signs of one side in its role.
    enum SideSign: String, CaseIterable {
        /// The model's probability that its words are the part, that other sides' words are, and that the sentence does not say.
        case pointed, rival, absent
        /// It is what the words pointed at mean, as a phrase.
        case chosen
        case isInTree = "tree"
        case isNamed = "named"
        case isPronoun = "pronoun"
        /// A body of no state.
        case isBody = "body"
        case isTerritory = "territory"
        /// The act was done in its land; so that an organ of no known land is its own; so that who holds or searches is.
        case isHost = "host"
        case isHostOfOrgan = "host of organ"
        case isHostOfCoercion = "host of coercion"
        /// It is who says so.
        case isSpeaker = "speaker"
        /// It had this role when the same act, or the last one, was told before; or the other role.
        case hadSameAct = "same act"
        case wasLast = "last"
        case wasOther = "other role"
        /// Of all that was told and named of states, how much was of it.
        case share
    }

    /// Signs of the two together.
    enum PairSign: String, CaseIterable {
        case bothNamed = "both named"
        case noneNamed = "none named"
        case isLast = "last pair"
        case isLastTurned = "last pair turned"
        case wasTold = "told"
        case wasToldTurned = "told turned"
        /// The two states the report tells most of.
        case isMain = "main pair"
    }

    let pair: DirectedPair
    let actor: Event.Side
    let recipient: Event.Side
    let type: EventType
    let ofAct: [ActSign: Double]
    let ofActor: [SideSign: Double]
    let ofRecipient: [SideSign: Double]
    let ofPair: [PairSign: Double]

    /// Every sign that is not 0, by its name in `likelihood.txt`.
    var signs: [String: Double] {
        var found = [type.rawValue: 1.0]
        for (sign, value) in ofAct { found["act " + sign.rawValue] = value }
        for (sign, value) in ofActor { found["actor " + sign.rawValue] = value }
        for (sign, value) in ofRecipient { found["recipient " + sign.rawValue] = value }
        for (sign, value) in ofPair { found["pair " + sign.rawValue] = value }
        return found.filter { $0.value != 0 }
    }
}
