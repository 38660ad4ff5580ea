public import Reading

/// A report of the Corpus: its sentences, and the events a person wrote down for each.
public struct AnnotatedReport: Sendable {
    /// Words of a sentence, quoted letter by letter.
    public struct Phrase: Hashable, Sendable {
        public let text: String
        /// Unicode code points of the sentence, end exclusive.
        public let range: Range<Int>
    }

    /// An actor, recipient or speaker.
    public struct Side: Hashable, Sendable {
        /// `nil` where the sentence does not name it.
        public let phrase: Phrase?
        /// ISO 3166-1 alpha-3.
        public let state: String?
        /// PLOVER's sector.
        public let sector: String
        public let organ: String?
        /// A body of no state.
        public let name: String?
    }

    public struct Dating: Hashable, Sendable {
        public let phrase: Phrase?
        public let start: Day
        public let end: Day
    }

    public struct Figure: Hashable, Sendable {
        public let kind: Event.Figure.Kind
        public let value: Double?
        public let qualifier: Event.Figure.Qualifier
        public let phrase: Phrase?
    }

    public struct Speaker: Hashable, Sendable {
        public let side: Side
        public let cue: Phrase?
    }

    /// One act as one sentence tells it.
    public struct Note: Sendable {
        /// A key of `acts.txt`.
        public let act: String
        public let trigger: Phrase
        public internal(set) var actor: Side
        public internal(set) var recipient: Side?
        public internal(set) var date: Dating?
        public internal(set) var place: Phrase?
        public internal(set) var figures: [Figure] = []
        public internal(set) var status: Event.Status
        public internal(set) var speaker: Speaker?
        /// Events of reports of the same crisis that name the same incident are one thing done once.
        public internal(set) var incident: String?
    }

    public struct Line: Sendable {
        public let text: String
        public internal(set) var notes: [Note] = []
        /// Whether an empty line stands before it.
        public let opensParagraph: Bool
    }

    public let id: String
    public let title: String
    public let outlet: String
    public let published: Day
    public let style: String
    public let crisis: String?
    public let lines: [Line]

    /// As a reader of news would have it: sentences in paragraphs, headlines on lines of their own, without the annotation.
    public var report: Report {
        var text = ""
        for line in lines {
            let isHeadline = text.last.map { $0.isLetter || $0.isNumber || $0 == "’" || $0 == "'" } ?? false
            if !text.isEmpty { text += line.opensParagraph ? "\n\n" : isHeadline ? "\n" : " " }
            text += line.text
        }
        return Report(
            id: id, outlet: outlet, title: title, published: published.description, language: "en", text: text)
    }
}
