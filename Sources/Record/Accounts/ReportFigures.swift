internal import Coding

/// Figures that a report tells beside its events, each with the event it is about and who says it.
struct ReportFigures {
    struct Telling: Hashable {
        let event: String
        let figure: Event.Figure
        let attribution: Event.Attribution?
    }

    let words: AccountWords

    /// A figure further from an event is of something else: other deaths, another crash.
    private static let reach = 3

    /// - Parameter sentences: the report's, by their numbers.
    func tellings(in sentences: [Int: String], events: [Event]) -> [Telling] {
        let reader = CountedWords(words: words)
        var tellings = events.compactMap(single)
        for (index, sentence) in sentences.sorted(by: { $0.key < $1.key }) {
            let here = events.filter { $0.sentence.index == index }
            for figure in reader.figures(in: sentence) {
                let isKnown = here.contains { $0.figures.contains { $0.kind == figure.kind && $0.value == figure.value } }
                guard !isKnown, let count = words.counts.first(where: { $0.kind == figure.kind }) else { continue }
                // The event nearest to it; of two the earlier, as a count follows what it counts.
                let event = events.filter { count.fits($0) }.min { one, other in
                    (abs(one.sentence.index - index), one.sentence.index, one.id)
                        < (abs(other.sentence.index - index), other.sentence.index, other.id)
                }
                guard let event, abs(event.sentence.index - index) <= Self.reach else { continue }
                tellings.append(
                    Telling(event: event.id, figure: figure, attribution: here.lazy.compactMap(\.attribution).first))
            }
        }
        return tellings
    }

    /// "A consul was arrested" tells of one.
    private func single(_ event: Event) -> Telling? {
        guard let count = words.counts.first(where: { $0.single.contains(event.act) }), let recipient = event.recipient?.text,
            !event.figures.contains(where: { $0.kind == count.kind && $0.value == 1 })
        else { return nil }
        let named = recipient.split(separator: " ").map { $0.lowercased() }
        guard let noun = named.last, words.isPerson(noun), !noun.hasSuffix("s"), !noun.hasSuffix("men"), noun != "people",
            !named.contains(where: { words.collectives.contains($0) })
        else { return nil }
        let determiners = ["a", "an", "one", "another"]
        let isSingle =
            named.first.map { determiners.contains($0) } == true
            || determiners.contains { event.sentence.text.lowercased().contains("\($0) \(recipient.lowercased())") }
        guard isSingle else { return nil }
        return Telling(
            event: event.id, figure: Event.Figure(kind: count.kind, value: 1, qualifier: .exact, text: recipient),
            attribution: event.attribution)
    }
}
