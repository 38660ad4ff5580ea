internal import Briefing

/// A page of the letter that says one thing, and has one button where there is something to do.
struct LetterNotice: Page {
    enum Kind: String {
        case asked, confirm, confirmed, expired, leave, left
    }

    let kind: Kind
    let letter: String
    let session: Session?
    /// Where the button posts to: where the page was found.
    let address: Address

    init(_ kind: Kind, _ call: Call, _ list: MailingList) {
        self.kind = kind
        letter = list.head.title
        session = call.session
        address = Address(path: call.visit.path, query: Parameters().setting("lang", call.query["lang"]))
    }

    func title(_ words: Words) -> String { words("letter.\(kind.rawValue)", ["title": letter]) }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("h1") { title(words) }
        tag("p", .class("lead")) { words("letter.\(kind.rawValue).text", ["title": letter]) }
        if kind == .confirm || kind == .leave {
            tag("form", .with("method", "post"), .action(address)) {
                if let session { FormSecret(session: session).html }
                tag("button", .class("large"), .with("type", "submit")) { words["letter.\(kind.rawValue).button"] }
            }
        }
        tag("p", .class("quiet")) { tag("a", .href(Address("briefing", "privacy"))) { words["privacy.title"] } }
    }

    var json: any Encodable & Sendable { ["page": kind.rawValue] }
}
