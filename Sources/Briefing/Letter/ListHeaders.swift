/// The headers of a mailing list (RFC 2369, 2919, 8058).
extension Headers {
    /// - Parameters:
    ///   - head: of the publisher.
    ///   - leaving: the page that ends the subscription, by POST without a question.
    mutating func addList(_ head: Letterhead, leaving: String, page: String) {
        add("List-Id", "<\(head.listID)>")
        add("List-Unsubscribe", "<\(leaving)>")
        add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
        add("List-Archive", "<\(page)>")
        add("List-Help", "<\(head.privacy)>")
        add("List-Owner", "<mailto:\(head.from.address.text)>")
        add("Precedence", "list")
        add("Auto-Submitted", "auto-generated")
    }
}
