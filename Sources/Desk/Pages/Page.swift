/// A page as readers and programs get it: the model that a query filled, and views of it that are functions of nothing else.
protocol Page: Sendable {
    func title(_ words: Words) -> String
    func content(_ words: Words) -> HTML
    /// As JSON.
    var json: any Encodable & Sendable { get }
    /// As a table, a feed or a calendar, where it is a list.
    func listing(_ words: Words) -> Listing?
    /// Where the list goes on.
    var next: Address? { get }
}

extension Page {
    func listing(_ words: Words) -> Listing? { nil }
    var next: Address? { nil }
}

extension Call {
    /// A page in the form that was asked for.
    ///
    /// - Parameter formats: what else it is to be had as; the page names them.
    func answer(_ page: some Page, formats: [Format] = []) throws -> Answer {
        var answer = try body(page, formats)
        if var next = page.next {
            next.format = format
            answer.headers["link"] = "<\(next)>; rel=\"next\""
        }
        return answer
    }

    private func body(_ page: some Page, _ formats: [Format]) throws -> Answer {
        let title = page.title(words)
        func text(_ format: Format, _ body: (Listing) -> String) throws -> Answer {
            guard let listing = page.listing(words) else { throw Problem.notFound(visit.target) }
            return Answer(type: format.contentType, text: body(listing))
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
        case .csv?: return try text(.csv, \.csv)
        case .rss?: return try text(.rss) { $0.rss(home: address, site: origin) }
        case .atom?: return try text(.atom) { $0.atom(home: address, site: origin) }
        case .ics?: return try text(.ics) { $0.calendar(site: origin) }
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
