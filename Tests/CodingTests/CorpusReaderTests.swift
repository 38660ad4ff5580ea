import Foundation
import Reading
import Testing
import World

@testable import Coding

@Suite struct CorpusReaderTests {
    static let reader: CorpusReader? = {
        guard let ontology = try? Ontology.standard(), let organs = try? World.standard().organs else { return nil }
        return CorpusReader(ontology: ontology, organs: organs)
    }()

    static let head = """
        report: c9999
        title: Kenya calls in Somali envoy
        outlet: The Lakeside Courier
        published: 2024-03-06
        style: agency


        """

    static let body = """
        1 Kenya on Tuesday summoned Somalia's ambassador over the seizure of two trawlers, the ministry said.
          summon-envoy "summoned"
            actor: "Kenya" KEN GOV
            recipient: "Somalia's ambassador" SOM GOV embassy
            date: "Tuesday" 2024-03-05
            figures: other 2 exact "two trawlers"
            status: happened
            speaker: "the ministry" KEN GOV foreign-ministry "said"

        2 Fishermen complained.

        """

    private func read(_ text: String) throws -> (report: AnnotatedReport?, problems: [String]) {
        let (report, problems) = try #require(Self.reader).read(text, file: "c9999.txt")
        return (report, problems.map(\.description))
    }

    @Test func readsAReportWithItsEvents() throws {
        let (found, problems) = try read(Self.head + Self.body)
        #expect(problems == [])
        let report = try #require(found)
        let note = try #require(report.lines.first?.notes.first)
        #expect(report.lines.map(\.notes.count) == [1, 0])
        #expect(note.trigger.range == 17..<25)
        #expect(note.recipient?.organ == "embassy")
        #expect(note.date?.start.description == "2024-03-05")
        #expect(note.speaker?.cue?.text == "said")
        #expect(report.report.text.hasSuffix("said.\n\nFishermen complained."))
    }

    @Test(arguments: [
        ("  summon-envoy \"summoned\"", "  summon-ghost \"summoned\"", "unknown act summon-ghost"),
        ("  summon-envoy \"summoned\"", "  summon-envoy \"called\"", "“called” is not in the sentence"),
        ("\"Kenya\" KEN GOV", "\"Kenya\" KEN GOB", "unknown sector GOB"),
        ("\"Kenya\" KEN GOV", "\"Kenya\" Kenya GOV", "Kenya is no code of a state"),
        ("SOM GOV embassy", "SOM GOV embasy", "unknown organ embasy"),
        ("\"Tuesday\" 2024-03-05", "\"Tuesday\" 2024-02-30", "a date is a day, month, year or two of them parted by “/”"),
        ("other 2 exact", "others 2 exact", "unknown kind of figure"),
        ("other 2 exact", "other - exact", "a figure without value is several, dozens or none"),
        ("status: happened", "status: done", "unknown status done"),
        ("    status: happened\n", "", "an event without status"),
        ("    actor: \"Kenya\" KEN GOV\n", "", "an event without actor"),
        ("2 Fishermen", "3 Fishermen", "expected sentence 2"),
        ("style: agency", "style: gossip", "unknown style gossip"),
        ("published: 2024-03-06", "published: 6 March", "published is no day such as 2024-03-06: 6 March"),
    ])
    func saysWhatIsWrong(part: String, wrong: String, cause: String) throws {
        let text = (Self.head + Self.body).replacingOccurrences(of: part, with: wrong)
        let problems = try read(text).problems
        #expect(problems.contains { $0.hasSuffix(cause) }, "\(problems)")
    }

    @Test(arguments: [
        "", "\n\n\n", "1", "  a \"", "    actor: \"", "report:", "1 x\n  y \"\u{0}",
        "\u{FEFF}report: x\n\n1 \u{301}\n  a \"\u{301}\"#0",
    ])
    func survivesAnything(text: String) throws {
        _ = try read(text)
        _ = try read(Self.head + text)
    }

    @Test func theCorpusIsSound() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Corpus")
        let corpus = try Corpus(folder: folder, reader: try #require(Self.reader))
        #expect(corpus.problems.map(\.description) == [])
        let notes = corpus.reports.flatMap(\.lines).flatMap(\.notes)
        #expect(corpus.reports.count >= 500 && notes.count >= 4_000)
        #expect(Set(notes.map(\.act)) == Set(try Ontology.standard().acts.keys))
        #expect(Set(notes.flatMap { [$0.actor.state, $0.recipient?.state] }.compactMap(\.self)).count >= 60)
        #expect(Set(notes.map(\.status)) == Set(Event.Status.allCases))
        for part in Corpus.Part.allCases { #expect(corpus.reports.contains { corpus.part(of: $0) == part }) }
    }

    @Test func twoReadersAgreeWithThemselves() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Corpus")
        let reader = try #require(Self.reader)
        let second = try Corpus(folder: folder.appendingPathComponent("second"), reader: reader)
        let ontology = try Ontology.standard()
        #expect(second.reports.count >= 60)
        #expect(Agreement(second, second, ontology: ontology).eventF1 == 1)
        let agreement = Agreement(try Corpus(folder: folder, reader: reader), second, ontology: ontology)
        #expect(agreement.reports == second.reports.count)
        #expect((0.7..<1).contains(agreement.eventF1))
    }
}
