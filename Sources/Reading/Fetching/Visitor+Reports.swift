extension Visitor {
    /// The report on a page, and the answer that it was read from.
    package func report(at link: String) throws(ReadingError) -> (report: Report, response: Response) {
        let response = try page(at: WebAddress(link))
        let body = try response.content()
        guard response.type.map({ $0.contains("html") || $0.hasPrefix("text/") }) ?? true else {
            throw ReadingError(link, "is no web page (\(response.type ?? ""))", remedy: "open it by hand")
        }
        return (Page.report(fetched: body, charset: response.charset, url: link), response)
    }
}
