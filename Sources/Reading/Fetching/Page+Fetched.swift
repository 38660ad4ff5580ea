extension Page {
    /// Reads a page as a server sent it.
    /// - Parameter charset: that the server told.
    package static func report(fetched bytes: [UInt8], charset: String?, url: String) -> Report {
        report(html: Charset.decode(bytes, declared: charset ?? Charset.declared(in: bytes)), url: url)
    }
}
