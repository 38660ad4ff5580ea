extension Report: Codable {
    enum Key: String, CodingKey {
        case id, url, outlet, title, byline, published, language, text, html
    }

    /// Reads a report of the contract; with `html` in place of `text` the page is extracted.
    public init(from decoder: any Decoder) throws { self = try Extraction(from: decoder).report }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(id, forKey: .id)
        try values.encode(url, forKey: .url)
        try values.encode(outlet, forKey: .outlet)
        try values.encode(title, forKey: .title)
        try values.encode(byline, forKey: .byline)
        try values.encode(published, forKey: .published)
        try values.encode(language, forKey: .language)
        try values.encode(text, forKey: .text)
    }
}
