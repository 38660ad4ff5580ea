extension Visitor {
    /// The feed at an address, or the first that the page there names.
    ///
    /// - Returns: the feed, and the address at which to ask for it again.
    package func feed(namedAt address: WebAddress) throws(ReadingError) -> (address: WebAddress, feed: Feed) {
        let response = try feed(at: address)
        let body = try response.content()
        if let feed = Feed(body, charset: response.charset, address: response.address.description) {
            return (response.movedTo ?? address, feed)
        }
        for link in FeedLinks.found(in: body, address: response.address.description) {
            let named = try WebAddress(link)
            let response = try feed(at: named)
            if let feed = Feed(try response.content(), charset: response.charset, address: response.address.description) {
                return (response.movedTo ?? named, feed)
            }
        }
        throw ReadingError(
            address.description, "is no feed, and names none", remedy: "look on the outlet's site for “RSS”, and give its address"
        )
    }
}
