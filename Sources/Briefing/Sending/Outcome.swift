/// What a server did with one letter.
enum Outcome: Equatable, Sendable {
    case accepted
    /// For good, as 550 5.1.1 says.
    case refused(reply: Int, status: String?)
    /// For now, as 451 4.7.1 says; nothing of the letter was taken.
    case deferred(reply: Int, status: String?)
    /// The letter was given over to its last byte, and no answer came.
    case uncertain
    /// The server cannot be used, whoever the letter is for: nothing of it was taken, and the others need not be tried.
    case unusable(BriefingError, isPassing: Bool)

    static func == (one: Outcome, other: Outcome) -> Bool {
        switch (one, other) {
        case (.accepted, .accepted), (.uncertain, .uncertain): true
        case (.refused(let a, let b), .refused(let c, let d)), (.deferred(let a, let b), .deferred(let c, let d)):
            a == c && b == d
        case (.unusable(let a, let b), .unusable(let c, let d)): a.cause == c.cause && b == d
        default: false
        }
    }
}
