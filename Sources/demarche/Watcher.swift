import Foundation
import Reading
import Record
import Synchronization

/// Asks feeds for what is new and reads it into a record. What is wrong with one does not keep the others from being read.
struct Watcher: Sendable {
    struct Tally: Sendable, CustomStringConvertible {
        var asked = 0
        var failed = 0
        var reports = 0
        var events = 0

        static func + (one: Tally, other: Tally) -> Tally {
            Tally(
                asked: one.asked + other.asked, failed: one.failed + other.failed, reports: one.reports + other.reports,
                events: one.events + other.events)
        }

        var description: String { "\(asked) feeds asked, \(failed) failed; \(reports) reports read, \(events) new events" }
    }

    let intake: Intake
    let visitor: Visitor
    /// Seconds.
    let interval: Int
    let keepsCopies: Bool

    /// An item that cannot be read is tried as often; then what the feed holds of it must do.
    private static let attempts = 3
    /// Hosts asked at the same time.
    private static let width = 8

    var now: Int { Int(Date().timeIntervalSince1970) }

    /// Asks the feeds, those of one host one after the other.
    func ask(_ feeds: [Subscription]) throws -> Tally {
        let hosts = Dictionary(grouping: feeds) { feed in (try? WebAddress(feed.address).host) ?? feed.address }
        let outcome = Mutex<(tally: Tally, error: RecordError?)>((Tally(), nil))
        let queue = OperationQueue()
        queue.maxConcurrentOperationCount = Self.width
        for feeds in hosts.sorted(by: { $0.key < $1.key }).map(\.value) {
            queue.addOperation {
                for feed in feeds where !Stop.isAsked && outcome.withLock({ $0.error == nil }) {
                    do {
                        let tally = try ask(feed)
                        outcome.withLock { $0.tally = $0.tally + tally }
                    } catch {
                        // The record itself, without which nothing can go on.
                        outcome.withLock { $0.error = error as? RecordError }
                    }
                }
            }
        }
        queue.waitUntilAllOperationsAreFinished()
        let (tally, error) = outcome.withLock { $0 }
        if let error { throw error }
        return tally
    }

    private func ask(_ subscription: Subscription) throws -> Tally {
        var subscription = subscription
        var tally = Tally(asked: 1)
        var movedTo: String?
        var wait = 0
        do {
            let marks = Response.Validators(etag: subscription.etag, modified: subscription.modified)
            let response = try visitor.feed(at: WebAddress(subscription.address), unless: marks)
            wait = response.retryAfter ?? 0
            if !response.isUnchanged {
                let body = try response.content()
                guard let feed = Feed(body, charset: response.charset, address: response.address.description) else {
                    throw ReadingError(
                        subscription.address, "is no feed", remedy: "look on the outlet's site for its address, and add that")
                }
                let isWhole = try read(feed, of: subscription, &tally)
                subscription.title = feed.title ?? subscription.title
                // What is to be tried again must come again.
                subscription.etag = isWhole ? response.validators.etag : nil
                subscription.modified = isWhole ? response.validators.modified : nil
            }
            movedTo = response.movedTo?.description
            subscription.failures = 0
            subscription.error = nil
        } catch let error as ReadingError {
            // A feed is not to blame for our being stopped.
            guard !Stop.isAsked else { return Tally() }
            Lines.complain(error.description)
            subscription.failures += 1
            subscription.error = "\(error.cause); \(error.remedy)"
            tally.failed += 1
        }
        subscription.checked = now
        subscription.due =
            now + max(wait, Backoff.delay(failures: subscription.failures, of: subscription.address, interval: interval))
        subscription.reports += tally.reports
        try intake.record.update(subscription, movedTo: movedTo)
        return tally
    }

    /// Reads the items not yet seen.
    /// - Returns: whether none is left to be tried again.
    private func read(_ feed: Feed, of subscription: Subscription, _ tally: inout Tally) throws -> Bool {
        let unseen = Set(try intake.record.unseen(feed.entries.map(\.key)))
        var isWhole = true
        // The oldest first, as they happened.
        for entry in feed.entries.reversed() where unseen.contains(entry.key) {
            guard !Stop.isAsked else { return false }
            do {
                try take(try item(entry, of: feed, subscription, insteadOfPage: false), entry, subscription, &tally)
            } catch let error as ReadingError {
                guard !Stop.isAsked else { return false }
                guard try intake.record.miss(entry.key, of: subscription.address, at: now) >= Self.attempts else {
                    isWhole = false
                    continue
                }
                Lines.complain(error.description)
                // Better the excerpt than nothing, where it holds anything.
                if let item = try? item(entry, of: feed, subscription, insteadOfPage: true) {
                    try take(item, entry, subscription, &tally)
                } else {
                    try intake.record.see(entry.key, of: subscription.address, at: now)
                }
            }
        }
        return isWhole
    }

    private func take(_ item: Item, _ entry: Feed.Entry, _ subscription: Subscription, _ tally: inout Tally) throws {
        if case .added(let events) = try intake.take(item.report, copy: keepsCopies ? item.copy : nil) {
            tally.reports += 1
            tally.events += events
        }
        try intake.record.see(entry.key, of: subscription.address, at: now)
    }

    // MARK: Items

    private struct Item {
        let report: Report
        let copy: PageCopy
    }

    /// The report an item leads to: from its page where the feed holds an excerpt only, else from the feed.
    private func item(
        _ entry: Feed.Entry, of feed: Feed, _ subscription: Subscription, insteadOfPage: Bool
    ) throws -> Item {
        var report = feed.report(of: entry)
        var copy = PageCopy(
            address: subscription.address, fetched: now, type: "text/html", charset: "utf-8",
            content: Data((entry.content ?? entry.summary ?? "").utf8))
        if entry.isExcerpt, !insteadOfPage, let link = entry.link {
            let (page, response) = try visitor.report(at: link)
            if page.text.utf8.count > report.text.utf8.count {
                report = Report(
                    url: link, outlet: page.outlet ?? report.outlet, title: report.title ?? page.title,
                    byline: page.byline ?? report.byline, published: report.published ?? page.published,
                    language: page.language ?? report.language, text: page.text)
                copy = PageCopy(response, at: now)
            }
        }
        if report.published == nil, subscription.checked != nil {
            // It was not there when the feed was last asked.
            report.published = Date(timeIntervalSince1970: Double(now)).formatted(.iso8601).prefix(10).description
        }
        let name = entry.link ?? entry.title ?? subscription.address
        guard report.published.flatMap({ Day($0) }) != nil else {
            throw ReadingError(name, "has no date of publication, on which its events depend", remedy: "read the page by hand")
        }
        guard report.text.contains(where: \.isLetter) else {
            throw ReadingError(name, "holds no report text", remedy: "open it in a browser")
        }
        return Item(report: report, copy: copy)
    }
}
