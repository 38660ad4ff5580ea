internal import Briefing
internal import Foundation
internal import World

/// Where somebody asks for the letter: an address, what about, and the words that are agreed to.
struct SubscribeForm {

    let title: String
    let choices: [PairName]
    let chosen: Set<String>
    var address = ""
    var alert: String?
    let session: Session?

    /// - Parameter chosen: names of pairs; what is none is left out.
    init(_ call: Call, _ list: MailingList, chosen: Set<String>) throws {
        title = list.head.title
        session = call.session
        let named = chosen.compactMap { PairName($0) }.filter(Self.isKnown(call, list))
        let own = list.publisher.settings.pairs
        let told = try own.isEmpty ? list.readers.issues(limit: 12).flatMap(\.sections).compactMap { PairName($0.pair) } : own
        choices = Set(told + named).sorted { $0.description < $1.description }
        self.chosen = Set(named.map(\.description))
    }

    /// Whether the letter may ever tell of a pair.
    static func isKnown(_ call: Call, _ list: MailingList) -> (PairName) -> Bool {
        let own = list.publisher.settings.pairs
        let states = call.library.world.states
        return { pair in own.isEmpty ? pair.states.allSatisfy { states[$0] != nil } : own.contains(pair) }
    }

    /// The words beside the button, kept with each reader as what he agreed to.
    static func wording(_ title: String, _ words: Words) -> String { words("letter.consent", ["title": title]) }

    func html(_ words: Words) -> HTML {
        tag("form", .with("method", "post"), .action(Address("briefing")), .class("panel ask")) {
            if let session { FormSecret(session: session).html }
            if let alert { tag("p", .class("alert"), .with("role", "alert")) { words[alert] } }
            tag("label") {
                tag("span") { words["letter.address"] }
                tag(
                    "input", .with("name", "address"), .with("type", "email"), .with("value", address), .flag("required"),
                    .with("autocomplete", "email"), .with("maxlength", 254))
            }
            if !choices.isEmpty {
                tag("fieldset") {
                    tag("legend") { words["letter.pairs"] }
                    choices.map { pair in
                        tag("label", .class("box")) {
                            tag(
                                "input", .with("type", "checkbox"), .with("name", "pair"), .with("value", pair.description),
                                .flag("checked", chosen.contains(pair.description)))
                            " "
                            tag("span") { pair.states.map(words.party).joined(separator: " – ") }
                        }
                    }
                }
            }
            tag("p", .class("consent")) {
                Self.wording(title, words) + " "
                tag("a", .href(Address("briefing", "privacy"))) { words["privacy.title"] }
            }
            tag("button", .with("type", "submit")) { words["letter.ask"] }
        }
    }
}

/// Takes a request for the letter in. The answer is the same whoever reads already.
enum SubscribeAction {
    static func answer(_ call: Call, _ list: MailingList) throws -> Answer {
        let fields = call.visit.form
        let text = (fields["address"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        let names = fields.values("pair")
        guard let address = try? Briefing.Address(text) else {
            var form = try SubscribeForm(call, list, chosen: Set(names))
            form.address = String(text.prefix(254))
            form.alert = "letter.no-address"
            var answer = try call.answer(LetterPage(call, list, form: form))
            answer.status = 422
            return answer
        }
        let pairs = names.compactMap { PairName($0) }
        let isKnown = SubscribeForm.isKnown(call, list)
        guard pairs.count == names.count, pairs.count <= 100, pairs.allSatisfy(isKnown) else { throw Problem.malformed("pair") }
        guard list.places.takes(call.client) else { throw Problem.tooMany }
        let site = call.site
        let isTaken = list.ask(address, for: pairs, wording: SubscribeForm.wording(list.head.title, call.words)) { error in
            site.metrics.report(error, at: "/briefing")
        }
        guard isTaken else { throw Problem.unavailable }
        return .redirect(to: Address("briefing", "asked"))
    }
}
