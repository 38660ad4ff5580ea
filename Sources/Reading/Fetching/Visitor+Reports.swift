extension Visitor {
    /// The report on a page, and the answer that it was read from.
    package func report(at link: String) throws(ReadingError) -> (report: Report, response: Response) {
        let response = try page(at: WebAddress(link))
        return (try response.report(at: link), response)
    }
}

extension Response {
    /// The report on the page that was answered with.
    package func report(at link: String) throws(ReadingError) -> Report {
        guard type.map({ $0.contains("html") || $0.hasPrefix("text/") }) ?? true else {
            throw ReadingError(link, "is no web page (\(type ?? ""))", remedy: "open it by hand")
        }
        let body = try content()
        do {
            return try Page(bytes: body, charset: charset, url: link).report
        } catch {
            throw error.of(link)
        }
    }
}
