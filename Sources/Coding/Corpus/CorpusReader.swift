internal import Reading

/// Reads the Corpus's format (`Corpus/README.md`) and says what is wrong with it, line by line.
public struct CorpusReader: Sendable {
    /// What is wrong with a line, counted from 1.
    public struct Problem: Error, Sendable, CustomStringConvertible {
        public let file: String
        public let line: Int
        public let cause: String

        public var description: String { "\(file):\(line): \(cause)" }
    }

    static let styles: Set<String> = [
        "agency", "brief", "headlines", "quotes", "analysis", "feature", "statement", "chronology", "liveblog",
    ]
    static let sectors: Set<String> = [
        "GOV", "MIL", "COP", "SPY", "JUD", "LEG", "PTY", "OPP", "REB", "INS", "CRM", "MED", "EDU", "BUS", "LAB", "REL", "HLH",
        "REF", "CVL", "IGO", "NGO", "UNK",
    ]
    private static let required = ["report", "title", "outlet", "published", "style"]

    let acts: Set<String>
    let organs: Set<String>

    /// - Parameters:
    ///   - ontology: whose acts may be annotated.
    ///   - organs: the keys a side's organ may have.
    public init(ontology: Ontology, organs: some Sequence<String>) {
        acts = Set(ontology.acts.keys)
        self.organs = Set(organs)
    }

    /// A report and all that is wrong with its annotation; no report where its head or a sentence cannot be understood.
    ///
    /// - Parameter file: the file's name, for problems; without its ending it is the report's id.
    public func read(_ text: String, file: String) -> (report: AnnotatedReport?, problems: [Problem]) {
        var reading = CorpusReading(file: file, reader: self)
        reading.read(text)
        let report = reading.report(required: Self.required)
        return (report, reading.problems)
    }
}
