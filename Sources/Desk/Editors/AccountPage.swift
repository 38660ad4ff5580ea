/// An account's own page: who it is, and another password.
struct AccountPage: Page {
    let session: Session
    var alert: String?

    func title(_ words: Words) -> String { words["nav.account"] }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("h1") { title(words) }
        if let alert { tag("p", .class("alert"), .with("role", "alert")) { words[alert] } }
        tag("p", .class("lead")) { "\(session.name) · \(words["role.\(session.role.rawValue)"])" }
        if session.role == .owner { tag("p") { tag("a", .href(Address("users"))) { words["nav.users"] } } }
        tag("h2") { words["account.change"] }
        tag("form", .with("method", "post"), .action(Address("account")), .class("stack")) {
            FormSecret(session: session).html
            password("old", words["account.old"], "current-password")
            password("new", words["account.new"], "new-password")
            tag("button", .with("type", "submit")) { words["account.change"] }
        }
        tag("p", .class("quiet")) { words["account.ends"] }
    }

    private func password(_ name: String, _ text: String, _ kind: String) -> HTML {
        tag("label") {
            tag("span") { text }
            tag(
                "input", .with("name", name), .with("type", "password"), .with("autocomplete", kind), .flag("required"),
                .with("maxlength", 200))
        }
    }

    var json: any Encodable & Sendable { ["name": session.name, "role": session.role.rawValue] }
}
