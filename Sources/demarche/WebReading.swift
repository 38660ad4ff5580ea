import Foundation
import Reading
import Record

/// Reads reports off the web, each with a copy of what it was read from.
struct WebReading: Sendable {
    let visitor: Visitor

    struct Item {
        var report: Report
        let copy: PageCopy
    }

    /// The reports at an address: that of a page, or those the items of a feed lead to, each or why it cannot be read.
    func items(at address: WebAddress) throws -> [Result<Item, ReadingError>] {
        let response = try visitor.page(at: address)
        let body = try response.content()
        guard let feed = Feed(body, charset: response.charset, address: response.address.description) else {
            return [.success(try filled(page(response, at: address.description), address.description))]
        }
        return try feed.entries.map { entry in
            do { return .success(try item(entry, of: feed, at: address.description)) } catch let error as ReadingError {
                return .failure(error)
            }
        }
    }

    /// The report an item of a feed leads to: from its page where the feed holds an excerpt only, else from the feed.
    func item(_ entry: Feed.Entry, of feed: Feed, at address: String, insteadOfPage: Bool = false) throws -> Item {
        let report = feed.report(of: entry)
        let copy = PageCopy(
            address: address, fetched: now, type: "text/html", charset: "utf-8",
            content: Data((entry.content ?? entry.summary ?? "").utf8))
        let name = entry.link ?? entry.title ?? address
        let item = Item(report: report, copy: copy)
        guard entry.isExcerpt, !insteadOfPage, let link = entry.link else { return try filled(item, name) }
        let response = try visitor.page(at: WebAddress(link))
        let found = try page(response, at: link)
        let page = found.report
        guard page.text.utf8.count > report.text.utf8.count else { return try filled(item, name) }
        let whole = Report(
            url: link, outlet: page.outlet ?? report.outlet, title: report.title ?? page.title,
            byline: page.byline ?? report.byline, published: report.published ?? page.published,
            language: page.language ?? report.language, text: page.text)
        return try filled(Item(report: whole, copy: found.copy), name)
    }

    private func filled(_ item: Item, _ name: String) throws -> Item {
        guard item.report.text.contains(where: \.isLetter) else {
            throw ReadingError(name, "holds no report text", remedy: "open it in a browser")
        }
        return item
    }

    private var now: Int { Int(Date().timeIntervalSince1970) }

    private func page(_ response: Response, at link: String) throws -> Item {
        Item(report: try response.report(at: link), copy: PageCopy(response, at: now))
    }
}
