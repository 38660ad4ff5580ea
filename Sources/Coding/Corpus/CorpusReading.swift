internal import Reading

/// One file of the Corpus while it is read.
struct CorpusReading {
    private let file: String
    private let reader: CorpusReader
    private(set) var problems: [CorpusReader.Problem] = []
    private var head: [String: String] = [:]
    private var lines: [AnnotatedReport.Line] = []
    private var draft: Draft?
    private var number = 0

    /// An event whose parts are still to come.
    private struct Draft {
        let line: Int
        let act: String
        let trigger: AnnotatedReport.Phrase
        var actor: AnnotatedReport.Side?
        var recipient: AnnotatedReport.Side?
        var hasRecipient = false
        var date: AnnotatedReport.Dating?
        var place: AnnotatedReport.Phrase?
        var figures: [AnnotatedReport.Figure] = []
        var status: Event.Status?
        var speaker: AnnotatedReport.Speaker?
        var incident: String?
        var seen: Set<String> = []
    }

    init(file: String, reader: CorpusReader) {
        self.file = file
        self.reader = reader
    }

    mutating func read(_ text: String) {
        var inHead = true
        var afterEmpty = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            if line.contains("\t") || line.contains("\r") { complain("a tab or carriage return") }
            if line.last == " " { complain("a space at the end of the line") }
            if line.isEmpty {
                if inHead { inHead = false } else { afterEmpty = true }
                continue
            }
            if inHead { readHead(line) } else { readBody(line, afterEmpty: afterEmpty) }
            afterEmpty = false
        }
        finishEvent()
    }

    func report(required: [String]) -> AnnotatedReport? {
        guard required.allSatisfy({ head[$0] != nil }), let id = head["report"], let title = head["title"],
            let outlet = head["outlet"], let published = head["published"].flatMap({ Day($0) }), let style = head["style"],
            !lines.isEmpty
        else { return nil }
        return AnnotatedReport(
            id: id, title: title, outlet: outlet, published: published, style: style, crisis: head["crisis"], lines: lines)
    }

    private mutating func complain(_ cause: String, line: Int? = nil) {
        problems.append(CorpusReader.Problem(file: file, line: line ?? number, cause: cause))
    }

    // MARK: Head

    private mutating func readHead(_ line: Substring) {
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, parts[1].first == " " else { return complain("not “key: value”: \(line.prefix(60))") }
        let key = String(parts[0])
        let value = String(parts[1].dropFirst())
        guard head.updateValue(value, forKey: key) == nil else { return complain("\(key) stands twice") }
        switch key {
        case "report":
            if value != file.split(separator: "/").last?.split(separator: ".").first.map(String.init) {
                complain("report \(value) is not the file's name")
            }
        case "title", "outlet": break
        case "published": if Day(value) == nil { complain("published is no day such as 2024-03-06: \(value)") }
        case "style": if !CorpusReader.styles.contains(value) { complain("unknown style \(value)") }
        case "scope": if value != "domestic" { complain("the only scope to be named is domestic: \(value)") }
        case "crisis": if !Self.isName(value) { complain("a crisis is a name such as ken-som-trawlers: \(value)") }
        default: complain("unknown key \(key)")
        }
    }

    private static func isName(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }

    // MARK: Body

    private mutating func readBody(_ line: Substring, afterEmpty: Bool) {
        if line.first?.isNumber == true {
            finishEvent()
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0] == String(lines.count + 1) else {
                return complain("expected sentence \(lines.count + 1)")
            }
            lines.append(AnnotatedReport.Line(text: String(parts[1]), opensParagraph: afterEmpty || lines.isEmpty))
        } else if line.hasPrefix("    ") {
            readPart(line.dropFirst(4))
        } else if line.hasPrefix("  ") {
            readEvent(line.dropFirst(2))
        } else {
            complain("neither sentence, event nor part: \(line.prefix(60))")
        }
    }

    private mutating func readEvent(_ line: Substring) {
        finishEvent()
        guard let space = line.firstIndex(of: " ") else { return complain("an event is “act \"trigger\"”") }
        var rest = line[space...].dropFirst()
        let act = String(line[..<space])
        if !reader.acts.contains(act) { complain("unknown act \(act)") }
        guard case .some(.some(let trigger)) = phrase(&rest), rest.isEmpty else {
            return complain("an event without its trigger")
        }
        draft = Draft(line: number, act: act, trigger: trigger)
    }

    private mutating func readPart(_ line: Substring) {
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, parts[1].first == " ", var draft else { return complain("a part without event or value") }
        let key = String(parts[0])
        var rest = parts[1].dropFirst()
        if draft.seen.insert(key).inserted == false, key != "figures" { return complain("\(key) stands twice") }
        switch key {
        case "actor": draft.actor = side(&rest)
        case "recipient":
            draft.hasRecipient = true
            if rest != "none" { draft.recipient = side(&rest) } else { rest = "" }
        case "date": draft.date = dating(&rest)
        case "place": draft.place = phrase(&rest) ?? nil
        case "figures": if let figure = figure(&rest) { draft.figures.append(figure) }
        case "status":
            draft.status = Event.Status(rawValue: String(rest))
            if draft.status == nil { complain("unknown status \(rest)") }
            rest = ""
        case "speaker":
            if let side = side(&rest) { draft.speaker = AnnotatedReport.Speaker(side: side, cue: phrase(&rest) ?? nil) }
        case "incident":
            if !Self.isName(rest) { complain("an incident is a name such as seizure: \(rest)") }
            draft.incident = String(rest)
            rest = ""
        default: return complain("unknown part \(key)")
        }
        self.draft = draft
        if !rest.isEmpty { complain("\(key): “\(rest)” is too much or not understood") }
    }

    private mutating func finishEvent() {
        guard let draft else { return }
        self.draft = nil
        guard let actor = draft.actor else { return complain("an event without actor", line: draft.line) }
        guard let status = draft.status else { return complain("an event without status", line: draft.line) }
        if !draft.hasRecipient {
            complain("an event without recipient (“recipient: none” where there is none)", line: draft.line)
        }
        lines[lines.count - 1].notes.append(
            AnnotatedReport.Note(
                act: draft.act, trigger: draft.trigger, actor: actor, recipient: draft.recipient, date: draft.date,
                place: draft.place, figures: draft.figures, status: status, speaker: draft.speaker, incident: draft.incident))
    }

    // MARK: Parts

    private static func word(_ rest: inout Substring) -> Substring? {
        rest = rest.drop { $0 == " " }
        guard !rest.isEmpty else { return nil }
        let end = rest.firstIndex(of: " ") ?? rest.endIndex
        defer { rest = rest[end...].drop { $0 == " " } }
        return rest[..<end]
    }

    /// `"said"#2`, or `-` where the sentence lacks it (the inner `nil`); `nil` where neither stands there.
    private mutating func phrase(_ rest: inout Substring) -> AnnotatedReport.Phrase?? {
        rest = rest.drop { $0 == " " }
        if rest.first == "-", rest.dropFirst().first ?? " " == " " {
            rest = rest.dropFirst().drop { $0 == " " }
            return .some(nil)
        }
        guard rest.first == "\"", let close = rest.dropFirst().firstIndex(of: "\"") else {
            complain("expected a quotation or “-” at “\(rest.prefix(30))”")
            return nil
        }
        let text = rest[rest.index(after: rest.startIndex)..<close]
        rest = rest[close...].dropFirst()
        var occurrence = 1
        if rest.first == "#" {
            let digits = rest.dropFirst().prefix { $0.isNumber }
            occurrence = Int(digits) ?? 0
            rest = rest.dropFirst(1 + digits.count)
        }
        rest = rest.drop { $0 == " " }
        guard let range = Self.range(of: text, occurrence, in: lines.last?.text ?? "") else {
            complain("“\(text)” is not in the sentence" + (occurrence == 1 ? "" : " \(occurrence) times"))
            return nil
        }
        return AnnotatedReport.Phrase(text: String(text), range: range)
    }

    private static func range(of text: Substring, _ occurrence: Int, in sentence: String) -> Range<Int>? {
        let wanted = Array(text.unicodeScalars)
        let scalars = Array(sentence.unicodeScalars)
        guard !wanted.isEmpty, wanted.count <= scalars.count, occurrence > 0 else { return nil }
        var left = occurrence
        for start in 0...(scalars.count - wanted.count) where scalars[start..<start + wanted.count].elementsEqual(wanted) {
            left -= 1
            if left == 0 { return start..<start + wanted.count }
        }
        return nil
    }

    /// `"Kenya" KEN GOV foreign-ministry`, `"the UN" - IGO (United Nations)`; what follows is left.
    private mutating func side(_ rest: inout Substring) -> AnnotatedReport.Side? {
        guard let phrase = phrase(&rest) else { return nil }
        guard let state = Self.word(&rest), let sector = Self.word(&rest) else {
            complain("a side needs a state and a sector")
            return nil
        }
        if state != "-", state.utf8.count != 3 || state.uppercased() != state { complain("\(state) is no code of a state") }
        if !CorpusReader.sectors.contains(String(sector)) { complain("unknown sector \(sector)") }
        var organ: String?
        var name: String?
        if rest.first == "(", let close = rest.firstIndex(of: ")") {
            name = String(rest[..<close].dropFirst())
            rest = rest[close...].dropFirst().drop { $0 == " " }
        } else if let first = rest.first, first.isLowercase, let word = Self.word(&rest) {
            organ = String(word)
            if !reader.organs.contains(String(word)) { complain("unknown organ \(word)") }
        }
        return AnnotatedReport.Side(
            phrase: phrase, state: state == "-" ? nil : String(state), sector: String(sector), organ: organ, name: name)
    }

    private mutating func dating(_ rest: inout Substring) -> AnnotatedReport.Dating? {
        guard let phrase = phrase(&rest) else { return nil }
        let parts = (Self.word(&rest) ?? "").split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let start = parts.first.flatMap({ Self.days($0) }),
            let end = parts.last.flatMap({ Self.days($0) }),
            start.lowerBound <= end.upperBound
        else {
            complain("a date is a day, month, year or two of them parted by “/”")
            return nil
        }
        return AnnotatedReport.Dating(phrase: phrase, start: start.lowerBound, end: end.upperBound)
    }

    /// The days of `2024-03-05`, `2024-03` or `2024`.
    private static func days(_ text: Substring) -> ClosedRange<Day>? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard let first = parts.first, let year = first else { return nil }
        switch parts.count {
        case 1:
            guard let start = Day(year: year, month: 1, day: 1), let end = Day(year: year, month: 12, day: 31) else { return nil }
            return start...end
        case 2:
            guard let month = parts[1], let start = Day(year: year, month: month, day: 1) else { return nil }
            return start...(start + (Day.length(ofMonth: month, year: year) - 1))
        case 3: return Day(text).map { $0...$0 }
        default: return nil
        }
    }

    private mutating func figure(_ rest: inout Substring) -> AnnotatedReport.Figure? {
        guard let kind = Self.word(&rest).flatMap({ Event.Figure.Kind(rawValue: String($0)) }) else {
            complain("unknown kind of figure")
            return nil
        }
        let number = Self.word(&rest) ?? ""
        let value = Double(number)
        if value == nil, number != "-" { complain("“\(number)” is no number") }
        guard let qualifier = Self.word(&rest).flatMap({ Event.Figure.Qualifier(rawValue: String($0)) }) else {
            complain("unknown qualifier of a figure")
            return nil
        }
        if value == nil, qualifier != .several, qualifier != .dozens, qualifier != .none {
            complain("a figure without value is several, dozens or none")
        }
        guard let phrase = phrase(&rest) else { return nil }
        return AnnotatedReport.Figure(kind: kind, value: value, qualifier: qualifier, phrase: phrase)
    }
}
