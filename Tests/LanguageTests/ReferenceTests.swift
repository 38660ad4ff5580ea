import Foundation
import Testing

@testable import Language

/// Holds the Swift engine against what PyTorch reads with the same weights: `Training/README.md` tells how the
/// sentences are made.
@Suite struct ReferenceTests {
    struct Reference: Decodable {
        let forms: [String]
        let pieces: [[Int32]]
        let shapes: [UInt8]
        let tags: [String]
        let features: [String]
        let names: [String]
        let heads: [Int]
        let relations: [String]
    }

    static let references: [Reference] = {
        let path = ProcessInfo.processInfo.environment["DEMARCHE_REFERENCE"] ?? ""
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(Reference.self, from: Data($0.utf8)) }
    }()

    @Test func readsAsTrainingDoes() throws {
        let analyser = try Analyser.standard()
        let sentences = Self.references.map { $0.forms.map { Word(text: $0, start: 0, end: 0) } }
        var words = 0
        var different: [String: Int] = [:]
        for (reference, found) in zip(Self.references, analyser.understand(sentences)) {
            #expect(Shape.rows(of: reference.forms) == reference.shapes)
            for (index, word) in found.words.enumerated() {
                words += 1
                if word.tag.rawValue != reference.tags[index] { different["tag", default: 0] += 1 }
                if word.features != reference.features[index] { different["features", default: 0] += 1 }
                if (word.head ?? -1) + 1 != reference.heads[index] { different["head", default: 0] += 1 }
                if word.relation != reference.relations[index] { different["relation", default: 0] += 1 }
            }
        }
        print("words", words, different)
        #expect(words > 0)
        for (what, count) in different { #expect(Double(count) <= 0.002 * Double(words), "\(what)") }
    }
}
