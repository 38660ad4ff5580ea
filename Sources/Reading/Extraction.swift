/// A report as it was found, with what its page tells besides, and where each thing is told: what `demarche extract` writes.
///
/// None of this is the record's to keep: whoever doubts a date or a title finds here what it rests on.
package struct Extraction: Sendable {
    package var report: Report
    /// When the page says that it was last changed, as in the contract.
    package let modified: String?
    /// The address the page calls its own.
    package let canonical: String?
    /// Whether the page says that it shows its article to those who pay; `nil` where it says nothing.
    package let isPaywalled: Bool?
    /// Of what is known of the report, where it was told.
    package private(set) var carriers: [Field: PageData.Carrier]

    package enum Field: String, Sendable {
        case title, byline, outlet, published, modified, canonical, language
    }

    /// A report that was on no page.
    package init(_ report: Report) {
        self.report = report
        (modified, canonical, isPaywalled) = (nil, nil, nil)
        carriers = [:]
    }

    package init(_ page: Page) {
        report = page.report
        let data = page.data
        modified = data.modified?.value
        canonical = data.canonical?.value
        isPaywalled = data.isPaywalled
        let told: [(Field, PageData.Told?)] = [
            (.title, data.title), (.byline, data.byline), (.outlet, data.outlet), (.published, data.published),
            (.modified, data.modified), (.canonical, data.canonical), (.language, page.language),
        ]
        carriers = Dictionary(
            uniqueKeysWithValues: told.compactMap { field, told in told.map { (field, $0.carrier) } })
    }

    /// The place and agency that the text begins with.
    package var dateline: Dateline? { report.text.split(separator: "\n").first.flatMap { Dateline($0) } }

    /// The same with something of the report replaced by what another carrier tells; with nothing where that tells nothing.
    func with(_ field: Field, _ place: WritableKeyPath<Report, String?>, _ value: String?, from carrier: PageData.Carrier) -> Self
    {
        guard let value else { return self }
        var changed = self
        changed.report[keyPath: place] = value
        changed.carriers[field] = carrier
        return changed
    }
}
