import Testing

@testable import Reading

@Suite struct FingerprintTests {
    /// An agency's text of some forty sentences, none like another.
    private static let agency: [String] = {
        let who = [
            "The ministry", "The embassy", "A spokesman", "The governor", "Police in the north", "The families", "Two witnesses",
            "The union",
        ]
        let did = [
            "summoned the envoy", "rejected the note", "called for calm", "closed the border crossing", "opened an inquiry",
        ]
        let when = ["on Friday night", "after the raid", "before the talks in the capital", "within hours of the statement"]
        let why = [
            "over the deaths of two men", "because no answer had come", "as the parliament had asked", "to everyone's surprise",
        ]
        return (0..<40).map { n in
            "\(who[n % 8]) \(did[n * 3 % 5]) \(when[n * 7 / 3 % 4]) \(why[n * 5 / 2 % 4]), a paper of \(n * n + 11) pages showed."
        }
    }()
    private static let text = agency.joined(separator: " ")

    private static let copies: [String: String] = {
        let rewritten = agency.enumerated().map { index, line in index % 10 == 4 ? "Nobody answered the telephone at all." : line
        }
        var copies = ["as it was": text]
        copies["under another headline"] = "ENVOY CALLED IN: what is known so far\n\n" + text
        copies["with another first line"] =
            "It was a long night in the two capitals. " + agency.dropFirst().joined(separator: " ")
        copies["cut at its end"] = agency.prefix(16).joined(separator: " ")
        copies["in capitals and other paragraphs"] = text.uppercased().replacing(". ", with: ".\n\n")
        copies["with lines added at its end"] = text + " The Lantern could not reach the ministry. Work was done in Baku too."
        copies["with one sentence in ten rewritten"] = rewritten.joined(separator: " ")
        return copies
    }()

    @Test(arguments: copies)
    func knowsACopy(how: String, copy: String) {
        #expect(Fingerprint(copy).isCopy(of: Fingerprint(Self.text)))
        #expect(Fingerprint(Self.text).isCopy(of: Fingerprint(copy)))
    }

    private static let reports = [
        "Azerbaijan's foreign ministry summoned Russia's chargé d'affaires in Baku on Saturday over the deaths of two brothers in "
            + "Yekaterinburg. “We expect a full inquiry and the punishment of those responsible,” the ministry said in a statement.",
        "Baku has called in the Russian envoy after two ethnic Azerbaijanis died during police raids in the Urals. The ministry said: "
            + "“We expect a full inquiry and the punishment of those responsible.” Moscow called the raids a matter of law.",
        "Russia's investigators said on Saturday that the men held in Yekaterinburg were suspects in killings of past decades, and "
            + "that one of the two deaths was due to heart failure. Azerbaijan had demanded an explanation from the embassy.",
    ]

    @Test func doesNotTakeReportsOfOneEventForCopies() {
        for (index, one) in Self.reports.enumerated() {
            for other in Self.reports[(index + 1)...] { #expect(!Fingerprint(one).isCopy(of: Fingerprint(other))) }
        }
    }

    @Test func isTheSameWheneverItIsMade() {
        #expect(Fingerprint(Self.text) == Fingerprint(Self.text))
        #expect(Fingerprint(Self.text).bytes.prefix(12) == Fingerprint(bytes: Fingerprint(Self.text).bytes)?.bytes.prefix(12))
        #expect(Fingerprint(bytes: Fingerprint(Self.text).bytes) == Fingerprint(Self.text))
        #expect(Fingerprint(Self.text).bytes.count <= 1_028)
    }

    @Test(arguments: [[], [1], [1, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF], [2, 0, 0, 0, 9, 0, 0, 0, 1, 0, 0, 0]] as [[UInt8]])
    func isNotReadFromOtherBytes(bytes: [UInt8]) { #expect(Fingerprint(bytes: bytes) == nil) }

    @Test func ofNothingResemblesNothing() {
        #expect(Fingerprint("").resemblance(to: Fingerprint("")) == 0)
        #expect(Fingerprint("One word.").resemblance(to: Fingerprint("one WORD")) == 1)
    }

    @Test func readsScriptsWithoutSpaces() {
        let text = "外交部周六召见大使，就突袭行动提出抗议，并要求作出解释。"
        #expect(Fingerprint(text).resemblance(to: Fingerprint("快讯：" + text)) > 0.9)
    }
}
