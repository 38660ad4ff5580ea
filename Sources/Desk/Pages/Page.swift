/// A page as readers and programs get it: the model that a query filled, and views of it that are functions of nothing else.
protocol Page: Sendable {
    func title(_ words: Words) -> String
    func content(_ words: Words) -> HTML
    /// As JSON.
    var json: any Encodable & Sendable { get }
    /// As a table, a feed or a calendar, where it is a list.
    func listing(_ words: Words) -> Listing?
}

extension Page {
    func listing(_ words: Words) -> Listing? { nil }
}

extension Call {
    /// A page in the form that was asked for.
    ///
    /// - Parameter formats: what else it is to be had as; the page names them.
    func answer(_ page: some Page, formats: [Format] = []) throws -> Answer {
        let listing = page.listing(words)
        var answer = try body(page, listing, formats)
        if let next = listing?.next {
            var next = next
            next.format = format
            answer.headers["link"] = "<\(next)>; rel=\"next\""
        }
        return answer
    }

    private func body(_ page: some Page, _ listing: Listing?, _ formats: [Format]) throws -> Answer {
        let title = page.title(words)
        func text(_ format: Format, _ body: String?) throws -> Answer {
            guard let body else { throw Problem.notFound(visit.target) }
            return Answer(type: format.contentType, text: body)
        }
        switch format {
        case nil:
            let home = address
            let addresses = formats.map { format in
                var address = home
                address.format = format
                return (format, address)
            }
            return site.frame.answer(
                page.content(words) + FormatsBar(formats: addresses, words: words).html, title: title, visit: visit, words: words,
                session: session, formats: addresses)
        case .json?: return Answer(type: Format.json.contentType, JSON.bytes(page.json))
        case .csv?: return try text(.csv, listing?.csv)
        case .rss?: return try text(.rss, listing?.rss(home: address, site: origin))
        case .atom?: return try text(.atom, listing?.atom(home: address, site: origin))
        case .ics?: return try text(.ics, listing?.calendar(site: origin))
        case .bib?, .ris?: throw Problem.notFound(visit.target)
        }
    }
}

/// "This page as JSON, CSV, RSS …".
struct FormatsBar {
    let formats: [(Format, Address)]
    let words: Words

    var html: HTML {
        guard !formats.isEmpty else { return HTML() }
        return tag("p", .class("formats")) {
            words["formats.as"]
            formats.map { format, address in HTML(text: " ") + tag("a", .href(address)) { words["format.\(format.rawValue)"] } }
        }
    }
}
