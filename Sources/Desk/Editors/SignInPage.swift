/// Where editors say who they are.
struct SignInPage: Page {
    let hasFailed: Bool

    func title(_ words: Words) -> String { words["frame.sign-in"] }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("h1") { title(words) }
        if hasFailed { tag("p", .class("alert"), .with("role", "alert")) { words["sign-in.failed"] } }
        tag("form", .with("method", "post"), .action(Address("sign-in")), .class("stack")) {
            tag("label") {
                tag("span") { words["account.name"] }
                tag("input", .with("name", "name"), .with("autocomplete", "username"), .flag("required"), .with("maxlength", 60))
            }
            tag("label") {
                tag("span") { words["account.password"] }
                tag(
                    "input", .with("name", "password"), .with("type", "password"), .with("autocomplete", "current-password"),
                    .flag("required"), .with("maxlength", 200))
            }
            tag("button", .with("type", "submit")) { title(words) }
        }
        tag("p", .class("quiet")) { words["sign-in.note"] }
    }

    var json: any Encodable & Sendable { ["failed": hasFailed] }
}
