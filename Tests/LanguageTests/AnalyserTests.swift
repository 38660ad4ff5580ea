import Foundation
import Testing

@testable import Language

@Suite struct AnalyserTests {
    static let analyser = try? Analyser.standard()

    private func sentence(_ text: String) throws -> Sentence {
        try #require(Self.analyser?.sentences(of: ScannedText(text)).first)
    }

    @Test func findsWhoDoesWhatToWhom() throws {
        let sentence = try sentence("Azerbaijan's foreign ministry summoned the Russian ambassador on Saturday.")
        let verb = try #require(sentence.words.firstIndex { $0.lower == "summoned" })
        #expect(sentence.words[verb].head == nil)
        #expect(sentence.words[verb].tag == .verb)
        #expect(sentence.words.first { $0.lower == "ministry" }?.relation == "nsubj")
        #expect(sentence.words.first { $0.lower == "ministry" }?.head == verb)
        #expect(sentence.words.first { $0.lower == "ambassador" }?.relation == "obj")
    }

    @Test func tellsThePassive() throws {
        let sentence = try sentence("Two men were killed by police in the city.")
        #expect(sentence.words.first { $0.lower == "men" }?.relation == "nsubj:pass")
    }

    @Test func findsNames() throws {
        let sentence = try sentence("Ilham Aliyev flew to Moscow to meet Vladimir Putin.")
        let names = sentence.names.map { "\(sentence.text(of: $0.words)) \($0.kind.rawValue)" }
        #expect(names.contains("Ilham Aliyev PER"))
        #expect(names.contains("Moscow LOC"))
        #expect(names.contains("Vladimir Putin PER"))
    }

    @Test func givesOneTreeASentence() throws {
        let texts = [
            "He said that they had left before it began and that nobody knew.", "!!! ??? ...", "Yes",
            "Arrests, raids, protests, talks.",
            String(repeating: "and they met again in the city ", count: 300),
        ]
        for text in texts {
            let sentence = try sentence(text)
            #expect(sentence.words.count { $0.head == nil } == 1)
            for start in sentence.words.indices {
                var word = start
                var steps = 0
                while let head = sentence.words[word].head, steps <= sentence.words.count {
                    word = head
                    steps += 1
                }
                #expect(steps <= sentence.words.count)
            }
        }
    }

    @Test func readsAlikeAloneAndAmongOthers() throws {
        let analyser = try #require(Self.analyser)
        let text = "Iran was warned by Israel. Talks failed. The two presidents will meet in Vienna on Friday, officials said."
        let together = analyser.sentences(of: ScannedText(text))
        for sentence in together {
            let alone = analyser.sentences(of: ScannedText(sentence.text))
            #expect(alone.first?.words.map(\.head) == sentence.words.map(\.head))
            #expect(alone.first?.words.map(\.tag) == sentence.words.map(\.tag))
        }
    }

    /// Hostile texts, by what is hostile in them.
    static let hostile: [(String, String)] = [
        ("one sentence of 50,000 tokens", String(repeating: "and they met again in the city ", count: 7_200)),
        ("10 MB without a space", String(repeating: "abcdefghij", count: 1_000_000)),
        ("only punctuation", String(repeating: "?!,.;:-()\"'", count: 2_000)),
        ("right to left", String(repeating: "قال الرئيس إن المحادثات ستستمر. ", count: 500)),
        ("combining marks", "Z" + String(repeating: "\u{300}\u{316}", count: 100_000) + " said so."),
        ("NUL", String(repeating: "They\0met\0.\0", count: 500)),
        ("controls and replacements", String(repeating: "\u{FFFD}\u{202E}\u{1}\u{FEFF}\u{10FFFF}", count: 2_000)),
    ]

    @Test(.timeLimit(.minutes(2)), arguments: hostile)
    func bearsHostileText(kind: String, text: String) throws {
        let analyser = try #require(Self.analyser)
        let scalars = text.unicodeScalars.count
        for sentence in analyser.sentences(of: ScannedText(text)) {
            #expect(!sentence.words.isEmpty && sentence.start < sentence.end && sentence.end <= scalars)
            #expect(sentence.words.count { $0.head == nil } == 1)
        }
    }

    @Test func readsAlikeOnEveryThread() async throws {
        let analyser = try #require(Self.analyser)
        let text = String(
            repeating: "Two men were killed by police in Quito. Peru’s minister condemned it on Friday. ", count: 20)
        func heads() -> [[Int?]] { analyser.sentences(of: ScannedText(text)).map { $0.words.map(\.head) } }
        let expected = heads()
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 { group.addTask { heads() == expected } }
            for await isAlike in group { #expect(isAlike) }
        }
    }

    /// Contents that are no model, by what is wrong with them: a prefix of magic, version and header length, then more.
    static let noModels: [(String, String)] = [
        ("", "is not a language model"), ("something else entirely, long enough", "is not a language model"),
        ("DEMARCHE\u{9}\0\0\0\0\0\0\0\u{1}\0\0\0\0\0\0\0", "format 9"),
        ("DEMARCHE\u{1}\0\0\0\0\0\0\0\u{7F}\u{7F}\0\0\0\0\0\0", "is cut short"),
        ("DEMARCHE\u{1}\0\0\0\0\0\0\0\u{2}\0\0\0\0\0\0\0{}", "damaged header"),
    ]

    @Test(arguments: noModels)
    func refusesWhatIsNoModel(content: String, cause: String) throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("model-\(UUID().uuidString)")
        try Data(content.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let error = #expect(throws: LanguageError.self) { try ModelFile(file) }
        #expect(error?.cause.contains(cause) == true)
    }

    @Test func namesAMissingModel() {
        let error = #expect(throws: LanguageError.self) { try ModelFile(URL(fileURLWithPath: "/no/such/model")) }
        #expect(error?.file == "/no/such/model")
    }
}
