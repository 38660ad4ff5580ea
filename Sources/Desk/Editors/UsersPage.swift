/// Who may do what; for owners.
struct UsersPage: Page {
    let session: Session
    let accounts: [Accounts.Account]
    var alert: String?

    func title(_ words: Words) -> String { words["nav.users"] }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("h1") { title(words) }
        if let alert { tag("p", .class("alert"), .with("role", "alert")) { words[alert] } }
        Table(
            columns: [words["account.name"], words["account.role"], words["account.made"], words["account.remove"]],
            rows: accounts.map { account in
                [
                    HTML(text: account.name),
                    tag("form", .with("method", "post"), .action(Address("users")), .class("inline")) {
                        FormSecret(session: session).html
                        hidden("change", "role")
                        hidden("name", account.name)
                        roles(account.role, words("users.role-of", ["name": account.name]), words)
                        tag("button", .with("type", "submit")) { words["users.set"] }
                    }, HTML(text: String(account.made.prefix(10))),
                    tag("form", .with("method", "post"), .action(Address("users")), .class("inline")) {
                        FormSecret(session: session).html
                        hidden("change", "remove")
                        hidden("name", account.name)
                        tag("button", .with("type", "submit"), .label("\(words["account.remove"]) \(account.name)")) {
                            words["account.remove"]
                        }
                    },
                ]
            }, label: title(words)
        ).html
        tag("h2") { words["users.add"] }
        tag("form", .with("method", "post"), .action(Address("users")), .class("stack")) {
            FormSecret(session: session).html
            hidden("change", "add")
            tag("label") {
                tag("span") { words["account.name"] }
                tag("input", .with("name", "name"), .flag("required"), .with("maxlength", 60), .with("autocomplete", "off"))
            }
            tag("label") {
                tag("span") { words["account.password"] }
                tag(
                    "input", .with("name", "password"), .with("type", "password"), .with("autocomplete", "new-password"),
                    .flag("required"), .with("maxlength", 200))
            }
            roles(.reader, words["account.role"], words)
            tag("button", .with("type", "submit")) { words["users.add"] }
        }
    }

    private func roles(_ role: Role, _ label: String, _ words: Words) -> HTML {
        tag("select", .with("name", "role"), .label(label)) {
            Role.allCases.map { other in
                tag("option", .with("value", other.rawValue), .flag("selected", other == role)) {
                    words["role.\(other.rawValue)"]
                }
            }
        }
    }

    private func hidden(_ name: String, _ value: String) -> HTML {
        tag("input", .with("type", "hidden"), .with("name", name), .with("value", value))
    }

    var json: any Encodable & Sendable {
        ["accounts": accounts.map { ["name": $0.name, "role": $0.role.rawValue, "made": $0.made] }]
    }
}
