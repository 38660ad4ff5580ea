import Foundation
import Testing

@testable import Language

/// Holds the Swift engine against what PyTorch reads with the same weights in 1,000 sentences of the Corpus:
/// `Reference/README.md` tells how the file is made.
@Suite struct ReferenceTests {
    struct Reference: Decodable {
        let forms: [String]
        let tags: [String]
        let features: [String]
        let names: [String]
        let heads: [Int]
        let relations: [String]
        let triggers: [String: Told]

        struct Told: Decodable {
            let act: String
            let status: String
            /// Of each role the row of its likeliest word, 0 where the sentence does not say.
            let parts: [Int]
        }
    }

    static let references: [Reference] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Reference/reference.jsonl")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(Reference.self, from: Data($0.utf8)) }
    }()

    /// Sums taken in another order may turn a close call; more than two in a thousand would be a fault.
    @Test func readsAsTrainingDoes() throws {
        let analyser = try Analyser.standard()
        #expect(Self.references.count == 1_000)
        let sentences = Self.references.map { $0.forms.map { Word(text: $0, start: 0, end: 0) } }
        var words = 0
        var different: [String: Int] = [:]
        for (reference, found) in zip(Self.references, analyser.understand(sentences)) {
            var names = [String](repeating: "O", count: found.words.count)
            for name in found.names {
                for index in name.words { names[index] = (index == name.words.lowerBound ? "B-" : "I-") + name.kind.rawValue }
            }
            for (index, word) in found.words.enumerated() {
                words += 1
                if word.tag.rawValue != reference.tags[index] { different["tag", default: 0] += 1 }
                if word.features != reference.features[index] { different["features", default: 0] += 1 }
                if names[index] != reference.names[index] { different["name", default: 0] += 1 }
                if (word.head ?? -1) + 1 != reference.heads[index] { different["head", default: 0] += 1 }
                if word.relation != reference.relations[index] { different["relation", default: 0] += 1 }
            }
            let triggers = found.triggers.filter { ($0.acts.first?.probability ?? 0) > 1 - $0.probability }
            words += reference.triggers.count
            if Set(triggers.map { String($0.word) }) != Set(reference.triggers.keys) { different["trigger", default: 0] += 1 }
            for trigger in triggers {
                guard let told = reference.triggers[String(trigger.word)] else { continue }
                if trigger.acts.first?.label != told.act { different["act", default: 0] += 1 }
                if trigger.statuses.first?.label != told.status { different["status", default: 0] += 1 }
                let rows = trigger.parts.map { ($0.best ?? -1) + 1 }
                for (row, wanted) in zip(rows, told.parts) where row != wanted { different["part", default: 0] += 1 }
            }
        }
        for (what, count) in different { #expect(Double(count) <= 0.002 * Double(words), "\(what): \(count) of \(words)") }
    }
}
