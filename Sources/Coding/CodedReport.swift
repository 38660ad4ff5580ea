internal import Language
package import Reading

/// A report as it was coded elsewhere: the line before its events in a coded shard. Encoded as the report of the contract, with
/// the offsets of its sentences.
package struct CodedReport: Codable, Sendable {
    package let report: Report
    /// In Unicode code points.
    package let sentences: [[Int]]

    package init(_ report: Report, _ reading: Coder.Reading) {
        self.report = report
        sentences = reading.sentences.map { [$0.start, $0.end] }
    }

    private enum Key: String, CodingKey { case sentences }

    package init(from decoder: any Decoder) throws {
        report = try Report(from: decoder)
        let values = try decoder.container(keyedBy: Key.self)
        sentences = try values.decode([[Int]].self, forKey: .sentences)
        let length = report.text.unicodeScalars.count
        guard sentences.allSatisfy({ $0.count == 2 && 0 <= $0[0] && $0[0] <= $0[1] && $0[1] <= length }) else {
            throw DecodingError.dataCorruptedError(
                forKey: .sentences, in: values, debugDescription: "a sentence lies outside the report's text")
        }
    }

    package func encode(to encoder: any Encoder) throws {
        try report.encode(to: encoder)
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(sentences, forKey: .sentences)
    }

    /// The report's reading, as if it had been coded here.
    package func reading(with events: [Event]) -> Coder.Reading {
        let scalars = Array(report.text.unicodeScalars)
        let cut = sentences.enumerated().map { index, range in
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[range[0]..<range[1]])
            return Sentence(index: index, text: String(text), start: range[0], end: range[1], words: [], names: [])
        }
        return Coder.Reading(sentences: cut, events: events)
    }
}
