internal import Coding

/// Finds which event answers which, where the words of a report say so: "in response to", "in retaliation", a denial of
/// what is denied.
struct Answers {
    struct Answer: Hashable {
        let event: String
        let answered: String
        /// The words that say so.
        let cue: String
    }

    let words: AccountWords

    /// Sentences further back are not what "in response" means.
    private static let reach = 3

    /// - Parameter events: of one report.
    func answers(among events: [Event]) -> [Answer] {
        var answers: [Answer] = []
        for event in events {
            if event.act == "deny" {
                let denied = events.filter {
                    $0.status == .denied && $0.actor.key == event.actor.key && $0.sentence.index == event.sentence.index
                }
                answers += denied.map { Answer(event: event.id, answered: $0.id, cue: "denies") }
                continue
            }
            let sentence = event.sentence.text.lowercased()
            guard event.status != .denied, let (cue, place) = cue(in: sentence),
                let answered = answered(by: event, among: events, in: sentence, cueAt: place)
            else { continue }
            answers.append(Answer(event: event.id, answered: answered.id, cue: cue))
        }
        return answers
    }

    private func cue(in sentence: String) -> (String, Int)? {
        for cue in words.answers {
            guard sentence.holds(cue), let found = sentence.firstRange(of: cue) else { continue }
            return (cue, sentence.distance(from: sentence.startIndex, to: found.lowerBound))
        }
        return nil
    }

    private func answered(by event: Event, among events: [Event], in sentence: String, cueAt cue: Int) -> Event? {
        let candidates = events.filter { other in
            other.id != event.id && other.actor.key == event.recipient?.key && other.recipient?.key == event.actor.key
                && (0...Self.reach).contains(event.sentence.index - other.sentence.index) && other.act != "deny"
                && !Self.follows(other, event)
        }
        let here = candidates.filter { $0.sentence.index == event.sentence.index }
        guard !here.isEmpty else {
            return candidates.min { ($1.sentence.index, $0.id) < ($0.sentence.index, $1.id) }
        }
        // What is answered is named first after the words that say so.
        func place(_ text: String) -> Int? {
            guard !text.isEmpty, let found = sentence.firstRange(of: text.lowercased()) else { return nil }
            let place = sentence.distance(from: sentence.startIndex, to: found.lowerBound)
            return place >= cue ? place : nil
        }
        let own = place(event.actor.text)
        return here.first { other in
            guard let its = place(other.actor.text) else { return own == nil && Self.follows(event, other) }
            return own.map { its < $0 } ?? true
        }
    }

    /// Whether one event is dated after the other.
    private static func follows(_ one: Event, _ other: Event) -> Bool {
        guard let first = other.date, let second = one.date else { return false }
        return second.start > first.end
    }
}
