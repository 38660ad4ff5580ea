/// The words beside the button that asks for the letter. They are kept with each reader as what he agreed to.
public enum Consent {
    /// - Parameter pairs: chosen; all where empty.
    public static func wording(_ head: Letterhead, pairs: [PairName]) -> String {
        let what = pairs.isEmpty ? "all pairs of states" : pairs.map(\.description).joined(separator: ", ")
        return
            "Send me “\(head.title)” on \(what), once a week at most, until I unsubscribe. I have seen what is kept of me (\(head.privacy))."
    }
}
