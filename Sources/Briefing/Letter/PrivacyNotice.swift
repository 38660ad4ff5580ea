/// What the page on privacy says: exactly what is kept of a reader, why, and for how long.
public struct PrivacyNotice: Hashable, Sendable {
    public struct Paragraph: Hashable, Sendable {
        public let title: String
        public let text: String
    }

    public let paragraphs: [Paragraph]

    /// - Parameter isSealed: whether addresses lie sealed.
    public init(isSealed: Bool) {
        let sealed =
            isSealed
            ? " Addresses lie sealed with a key that is not kept with them."
            : " Addresses lie in a file that only the sender can read."
        paragraphs = [
            Paragraph(
                title: "What is kept",
                text:
                    "Your address, the pairs of states you chose, the words beside the button you pressed, when you asked and when you "
                    + "confirmed, and which issues were sent to you on which day." + sealed),
            Paragraph(
                title: "What is not",
                text: "No name, no network address, no cookie, no browser. Letters have no image or link by which anybody could "
                    + "see that you read them. Who supports this letter is not known here."),
            Paragraph(
                title: "Until when",
                text:
                    "Until you unsubscribe: then the address is deleted at once, and a hash of it stays so that no list brings you back. "
                    + "Who does not confirm is forgotten after seven days. Ask, and you get all that is kept of you, or it is erased "
                    + "with the hash."),
            Paragraph(
                title: "Who else sees it",
                text:
                    "The mail servers between here and your letter box see that a letter comes to you from this address, and its subject."
            ),
        ]
    }
}
