public import Coding
public import Reading

extension Record {
    /// The incidents of events that are in no record.
    ///
    /// - Parameters:
    ///   - events: by report.
    ///   - reports: those that are known, by identity.
    public static func merged(_ events: [String: [Event]], reports: [String: Report]) throws(RecordError) -> [Incident] {
        let record = try Record()
        for (id, told) in events.sorted(by: { $0.key < $1.key }) {
            let quotes = Dictionary(told.map { ($0.sentence.index, $0.sentence) }) { first, _ in first }
            let sentences = quotes.values.sorted { $0.index < $1.index }.map {
                Passage(number: $0.index, start: $0.start, end: $0.end, text: $0.text)
            }
            _ = try record.add(reports[id] ?? Report(id: id, text: ""), sentences: sentences, events: told)
        }
        return try record.incidents()
    }
}
