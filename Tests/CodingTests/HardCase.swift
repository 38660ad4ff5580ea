import Coding
import Foundation
import Reading
import World

/// A sentence on which coders go wrong and the events a careful reader writes down (`HardCases/README.md`).
struct HardCase {
    struct Expected {
        let actor: String
        let recipient: String
        let isMutual: Bool
        let type: String
        let acts: [String]
        let status: String
        let days: ClosedRange<Day>?
        let figures: [String: Int]
        let speaker: String?
    }

    let file: String
    let sentence: String
    let published: String
    let expected: [Expected]

    static func all(in folder: URL) throws -> [HardCase] {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return try files.filter { $0.hasSuffix(".txt") && $0 != "known.txt" }.flatMap { name in
            let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            return read(text, file: name)
        }
    }

    private static func read(_ text: String, file: String) -> [HardCase] {
        var cases: [HardCase] = []
        var published = "2025-06-30"
        var sentence: String?
        var expected: [Expected] = []
        for line in text.components(separatedBy: "\n") + [""] {
            if line.hasPrefix("#") { continue }
            if line.isEmpty {
                if let sentence {
                    cases.append(HardCase(file: file, sentence: sentence, published: published, expected: expected))
                }
                (sentence, expected, published) = (nil, [], "2025-06-30")
            } else if line.hasPrefix("@") {
                published = String(line.dropFirst())
            } else if line.hasPrefix("  ") {
                if let event = Expected(line) { expected.append(event) }
            } else {
                sentence = line
            }
        }
        return cases
    }

    /// Whether a coded event is the expected one: sides, type and status, and of date, figures and speaker what is asked.
    static func matches(_ wanted: Expected, _ event: Event) -> Bool {
        func isSide(_ wanted: String, _ side: Event.Side?) -> Bool {
            guard let side else { return wanted == "-" }
            guard wanted.hasPrefix("(") else { return side.actor.state == wanted }
            let name = wanted.dropFirst().dropLast().lowercased()
            return side.actor.state == nil && "\(side.actor.name ?? "") \(side.text)".lowercased().contains(name)
        }
        let forward = isSide(wanted.actor, event.actor) && isSide(wanted.recipient, event.recipient)
        let backward = wanted.isMutual && isSide(wanted.recipient, event.actor) && isSide(wanted.actor, event.recipient)
        guard forward || backward, event.type.rawValue == wanted.type, event.status.rawValue == wanted.status else {
            return false
        }
        if let days = wanted.days {
            guard let date = event.date, date.start <= days.upperBound, date.end >= days.lowerBound else { return false }
        }
        for (kind, value) in wanted.figures
        where !event.figures.contains(where: { $0.kind.rawValue == kind && $0.value == value }) { return false }
        if let speaker = wanted.speaker {
            let said = event.attribution
            guard said?.actor.state == speaker || said?.text.contains(speaker) ?? false || event.actor.actor.state == speaker
            else {
                return false
            }
        }
        return true
    }
}

extension HardCase.Expected {
    /// `ACTOR > RECIPIENT TYPE act / act status [date] [figures] [says …]`
    init?(_ line: String) {
        var words = line.split(separator: " ").map(String.init)
        func side() -> String {
            guard !words.isEmpty else { return "" }
            var side = words.removeFirst()
            while side.hasPrefix("("), !side.hasSuffix(")"), !words.isEmpty { side += " " + words.removeFirst() }
            return side
        }
        actor = side()
        guard !words.isEmpty else { return nil }
        isMutual = words.removeFirst() == "<>"
        recipient = side()
        guard words.count >= 3 else { return nil }
        type = words.removeFirst()
        var acts = [words.removeFirst()]
        while words.first == "/", words.count > 1 {
            acts.append(words[1])
            words.removeFirst(2)
        }
        self.acts = acts
        status = words.isEmpty ? "" : words.removeFirst()
        var figures: [String: Int] = [:]
        var days: ClosedRange<Day>?
        var speaker: String?
        while !words.isEmpty {
            let word = words.removeFirst()
            if word == "says" {
                speaker = words.joined(separator: " ")
                words = []
            } else if let equals = word.firstIndex(of: "=") {
                figures[String(word[..<equals])] = Int(word[word.index(after: equals)...])
            } else {
                let ends = word.split(separator: "/").map { Self.days(String($0)) }
                if let first = ends.first, let last = ends.last, let start = first?.lowerBound, let end = last?.upperBound {
                    days = start...end
                }
            }
        }
        self.figures = figures
        self.days = days
        self.speaker = speaker
    }

    private static func days(_ text: String) -> ClosedRange<Day>? {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        switch parts.count {
        case 1:
            return Day(year: parts[0], month: 1, day: 1).flatMap { start in
                Day(year: parts[0], month: 12, day: 31).map { start...$0 }
            }
        case 2:
            return Day(year: parts[0], month: parts[1], day: 1).map { start in
                start...(start + (Day.length(ofMonth: parts[1], year: parts[0]) - 1))
            }
        default: return Day(text).map { $0...$0 }
        }
    }
}
