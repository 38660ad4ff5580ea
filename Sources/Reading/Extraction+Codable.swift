extension Extraction: Codable {
    private enum Key: String, CodingKey { case modified, canonical, paywalled, dateline, carriers }
    private enum DatelineKey: String, CodingKey { case place, agency }

    /// Reads a report of the contract; with `html` in place of `text` the page is extracted.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Report.Key.self)
        let found = try Extraction { key in
            if key == .id, let number = try? values.decodeIfPresent(Int.self, forKey: .id) { return Array(String(number).utf8) }
            return try values.decodeIfPresent(String.self, forKey: key).map { Array($0.utf8) }
        }
        guard let found else {
            throw DecodingError.dataCorruptedError(
                forKey: .text, in: values, debugDescription: "the report has neither “text” nor “html”")
        }
        self = found
    }

    /// The same of a line that is a flat object; `nil` where it is another thing.
    init?(line: [UInt8]) throws {
        guard let object = FlatObject(line), let found = try Extraction(said: { object.texts[$0.rawValue] ?? nil }) else {
            return nil
        }
        self = found
    }

    /// `nil` where there is neither text nor page.
    private init?(said: (Report.Key) throws -> [UInt8]?) throws {
        func string(_ key: Report.Key) throws -> String? {
            guard let value = try said(key), !value.isEmpty else { return nil }
            return String(decoding: value, as: UTF8.self)
        }
        let (id, url) = (try string(.id), try string(.url))
        if let text = try string(.text) {
            self.init(
                Report(
                    id: id, url: url, outlet: try string(.outlet), title: try string(.title), byline: try string(.byline),
                    published: try string(.published),
                    language: try string(.language) ?? WrittenLanguage.standard.code(of: text), text: text))
        } else if let html = try said(.html), !html.isEmpty {
            // Whoever hands a page in knows better than the page.
            var found = try Extraction(Page(utf8: html, url: url))
                .with(.outlet, \.outlet, string(.outlet), from: .given)
                .with(.title, \.title, string(.title), from: .given)
                .with(.published, \.published, string(.published), from: .given)
                .with(.language, \.language, string(.language), from: .given)
            found.report.id = id ?? found.report.id
            self = found
        } else {
            return nil
        }
    }

    package func encode(to encoder: any Encoder) throws {
        try report.encode(to: encoder)
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(modified, forKey: .modified)
        try values.encode(canonical, forKey: .canonical)
        try values.encode(isPaywalled, forKey: .paywalled)
        if let dateline {
            var parts = values.nestedContainer(keyedBy: DatelineKey.self, forKey: .dateline)
            try parts.encode(dateline.place, forKey: .place)
            try parts.encode(dateline.agency, forKey: .agency)
        } else {
            try values.encodeNil(forKey: .dateline)
        }
        let told = carriers.map { ($0.rawValue, $1.rawValue) }
        try values.encode(Dictionary(uniqueKeysWithValues: told), forKey: .carriers)
    }
}
