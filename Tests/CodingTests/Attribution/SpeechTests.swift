import Language
import Testing

@testable import Coding

@Suite struct SpeechTests {
    static let analyser = try? Analyser.standard()

    /// Each attribution as `source / cue / content`, words joined by blanks.
    private func told(_ text: String) throws -> [String] {
        let sentences = try #require(Self.analyser).sentences(of: ScannedText(text))
        let scalars = Array(text.unicodeScalars)
        let found = Attributions(in: sentences) { $0.contains { scalars[$0] == "\n" } }
        func words(_ indices: Set<Int>) -> String {
            indices.sorted().map { found.words[$0] }.filter { $0.tag != .punctuation }.map(\.text).joined(separator: " ")
        }
        return found.all.map { "\(words($0.source)) / \(words($0.cue)) / \(words($0.content))" }
    }

    @Test(arguments: [
        ("The mayor said the port was closed.", "The mayor / said / the port was closed"),
        ("“The port is closed,” the mayor said.", "the mayor / said / The port is closed"),
        ("The port, the mayor said on Friday, will reopen soon.", "the mayor / said / The port will reopen soon"),
        ("According to two officials, the talks failed.", "two officials / According to / the talks failed"),
        ("As the general put it, nothing was lost.", "the general / put / nothing was lost"),
        ("The minister's claim that the border was shut surprised them.", "The minister / claim / that the border was shut"),
        ("By the ministry's account, the convoy was late.", "the ministry / account / the convoy was late"),
        ("The chief told the crowd at a rally in Bergen that prices fell.", "The chief / told / that prices fell"),
        ("Berlin left the talks, citing delays.", "Berlin / citing / delays"),
        ("The mayor called on the rebels to leave.", "The mayor / called on / the rebels to leave"),
        ("The convoy was reportedly attacked.", " / reportedly / The convoy was attacked"),
        ("She criticised the envoy for leaving.", "She / criticised / the envoy for leaving"),
        ("They called for new elections.", "They / called for / new elections"),
        ("The union wants to strike.", "The union / wants / to strike"),
        ("She was called a liar by the minister.", "the minister / was called / She a liar"),
        ("Anna Berg, a clerk in Oslo, said she was tired.", "Anna Berg a clerk in Oslo / said / she was tired"),
    ])
    func readsWhoSaysWhat(text: String, expected: String) throws {
        let found = try told(text)
        #expect(found.contains(expected), "\(found)")
    }

    @Test func readsNestedSpeech() throws {
        let found = try told("The envoy said that the rebels had claimed that the bridge was theirs.")
        #expect(found.contains("The envoy / said / that the rebels had claimed that the bridge was theirs"))
        #expect(found.contains("the rebels / had claimed / that the bridge was theirs"))
    }

    @Test func followsAQuotationOverSentences() throws {
        let text = "“We lost. We know it,” said Maria Lopez. “It hurts.”"
        #expect(try told(text) == ["Maria Lopez / said / We lost We know it It hurts"])
        let after = "“We lost,” said Maria Lopez.\n“It hurts,” said Jan Kowalski."
        #expect(try told(after) == ["Maria Lopez / said / We lost", "Jan Kowalski / said / It hurts"])
    }

    @Test func readsNoThoughtsInsideAQuotation() throws {
        #expect(try told("“I think they want war,” said Maria Lopez.") == ["Maria Lopez / said / I think they want war"])
    }

    @Test func findsWhatAColonIntroduces() throws {
        #expect(try told("Lopez continued:\n“We lost.”") == ["Lopez / continued / We lost"])
    }

    @Test(arguments: ["He may say no.", "They left early.", "", "“", "“ ” “ ”", ": : :", "said", "said said said said"])
    func attributesNothingWhereNobodySpoke(text: String) throws { #expect(try told(text) == []) }

    @Test func passesOverALineNobodyWrote() throws {
        let text = String(repeating: "he said “no” ", count: 1_000)
        #expect(try told(text) == [])
        let sentence = try #require(Self.analyser?.sentences(of: ScannedText(text)).first)
        #expect(Predicates(in: sentence).all.isEmpty)
    }

    @Test func keepsThoughtsFromTheCoder() throws {
        let sentence = try #require(Self.analyser?.sentences(of: ScannedText("The union wants to strike.")).first)
        let speech = Speech(in: sentence)
        #expect(speech.all.count == 1)
        #expect(speech.statements.isEmpty)
    }
}
