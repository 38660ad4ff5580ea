/// What stands under a letter: why it comes and how to end it; under the page of an issue nothing of a reader's.
public struct Footing: Hashable, Sendable {
    /// The page on which one click ends it.
    public var leaving: String?
    public var support: SupportBox?

    public init(leaving: String? = nil, support: SupportBox? = nil) {
        self.leaving = leaving
        self.support = support
    }
}
