internal import Foundation
internal import Reading
internal import Record

/// The feeds that the record follows, and how each is doing.
struct FeedsPage: Page {
    let session: Session
    let feeds: [Subscription]
    var alert: String?
    /// As it was typed, where it was not understood.
    var address = ""

    init(_ call: Call) throws {
        guard let session = call.session else { throw Problem.signIn }
        self.session = session
        feeds = try call.library.record.subscriptions()
    }

    func title(_ words: Words) -> String { words["nav.feeds"] }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("h1") { title(words) }
        tag("p", .class("lead")) { words["feeds.lead"] }
        if let alert { tag("p", .class("alert"), .with("role", "alert")) { alert } }
        tag("form", .with("method", "post"), .action(Address("feeds")), .class("fields")) {
            FormSecret(session: session).html
            tag("input", .with("type", "hidden"), .with("name", "change"), .with("value", "add"))
            tag("label", .class("wide")) {
                tag("span") { words["feeds.address"] }
                tag(
                    "input", .with("name", "address"), .with("type", "url"), .with("value", address), .flag("required"),
                    .with("maxlength", 2000), .with("placeholder", "https://"))
            }
            tag("button", .with("type", "submit")) { words["feeds.add"] }
        }
        if feeds.isEmpty {
            tag("p", .class("empty")) { words["feeds.none"] }
        } else {
            Table(
                columns: [
                    words["feeds.feed"], words["sources.reports"], words["feeds.asked"], words["feeds.state"],
                    words["feeds.remove"],
                ],
                rows: feeds.map { feed in
                    [
                        tag("a", .outside(feed.address), .with("rel", "noreferrer")) { feed.title ?? feed.address }
                            + (feed.title == nil ? HTML() : tag("div", .class("quiet")) { feed.address }),
                        HTML(text: words.number(feed.reports)),
                        HTML(text: feed.checked.map(Self.told) ?? words["feeds.never"]), state(feed, words), removal(feed, words),
                    ]
                }, label: title(words), numeric: [1]
            ).html
        }
    }

    private func state(_ feed: Subscription, _ words: Words) -> HTML {
        guard let error = feed.error else { return HTML(text: words[feed.checked == nil ? "feeds.waiting" : "feeds.well"]) }
        return tag("span", .class("contested")) { words("feeds.failed", ["n": words.number(feed.failures)]) }
            + tag("div", .class("quiet")) { error + " · " + words("feeds.again", ["time": Self.told(feed.due)]) }
    }

    private func removal(_ feed: Subscription, _ words: Words) -> HTML {
        tag("form", .with("method", "post"), .action(Address("feeds")), .class("inline")) {
            FormSecret(session: session).html
            tag("input", .with("type", "hidden"), .with("name", "change"), .with("value", "remove"))
            tag("input", .with("type", "hidden"), .with("name", "address"), .with("value", feed.address))
            tag("button", .with("type", "submit"), .label("\(words["feeds.remove"]) \(feed.title ?? feed.address)")) {
                words["feeds.remove"]
            }
        }
    }

    /// "2025-07-04 05:00 UTC".
    private static func told(_ seconds: Int) -> String {
        let time = Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
        return time.prefix(16).split(separator: "T").joined(separator: " ") + " UTC"
    }

    private struct Model: Encodable, Sendable {
        let address: String
        let title: String?
        let checked: Int?
        let due: Int
        let failures: Int
        let error: String?
        let reports: Int

        init(_ feed: Subscription) {
            (address, title, checked, due) = (feed.address, feed.title, feed.checked, feed.due)
            (failures, error, reports) = (feed.failures, feed.error, feed.reports)
        }
    }

    var json: any Encodable & Sendable { ["feeds": feeds.map(Model.init)] }

    func listing(_ words: Words) -> Listing? {
        Listing(
            title: title(words), columns: ["address", "title", "checked", "failures", "error", "reports"],
            rows: feeds.map { feed in
                [
                    feed.address, feed.title ?? "", feed.checked.map(Self.told) ?? "", String(feed.failures), feed.error ?? "",
                    String(feed.reports),
                ]
            })
    }
}

/// Follows a feed, looked at first, or follows it no more.
enum FeedsAction {
    @Sendable static func answer(_ call: Call) async throws -> Answer {
        let form = call.visit.form
        let text = String((form["address"] ?? "").prefix(2_000))
        let record = call.library.record
        switch form["change"] {
        case "add":
            let visitor = call.library.visitor
            do {
                let (address, feed) = try await Waiting.result { try visitor.feed(namedAt: WebAddress(text)) }
                _ = try record.follow(address.description, title: feed.title, at: Int(Date().timeIntervalSince1970))
            } catch let error as ReadingError {
                var page = try FeedsPage(call)
                (page.alert, page.address) = (error.description, text)
                var answer = try call.answer(page)
                answer.status = 422
                return answer
            }
        case "remove": guard try record.unfollow(text) else { throw Problem.notFound(text) }
        default: throw Problem.malformed("change")
        }
        return .redirect(to: Address("feeds"))
    }
}
