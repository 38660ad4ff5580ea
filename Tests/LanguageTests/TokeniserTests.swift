import Testing

@testable import Language

@Suite struct TokeniserTests {
    @Test(arguments: [
        ("Russia's envoy didn't speak.", "Russia 's envoy did n't speak ."),
        ("“brutal killing”, he said", "“ brutal killing ” , he said"),
        ("The U.S. and Mr. Invented met.", "The U.S. and Mr. Invented met ."),
        ("air-defence systems cost $3,500.50", "air - defence systems cost $ 3,500.50"),
        ("They cannot go; we'll stay...", "They can not go ; we 'll stay ..."),
        ("See https://lantern.example/a?b=1.", "See https://lantern.example/a?b=1 ."),
        ("at 10:30 a.m. on 2025-06-28", "at 10:30 a.m. on 2025-06-28"),
        ("Flight J2-8243 (Baku–Grozny)", "Flight J2 - 8243 ( Baku – Grozny )"),
        ("the men’s deaths", "the men ’s deaths"),
        ("AT&T and 10-15 per cent", "AT&T and 10 - 15 per cent"),
        ("No. 5 said no. Then left.", "No. 5 said no . Then left ."),
        ("Kyiv/Moscow\ttalks\u{A0}end", "Kyiv / Moscow talks end"),
        ("它 said مرحبا", "它 said مرحبا"),
    ])
    func cuts(text: String, expected: String) {
        let scan = ScannedText(text)
        #expect(scan.tokens.map { scan.string($0) }.joined(separator: " ") == expected)
    }

    @Test(arguments: ["chargé d’affaires — “ambassador”", "Ünïcödé 👩‍👩‍👧 text", "plain"])
    func countsOffsetsInCodePoints(text: String) {
        let scan = ScannedText(text)
        let scalars = Array(text.unicodeScalars)
        for token in scan.tokens {
            let range = scan.codePoint(atByte: token.bytes.lowerBound)..<scan.codePoint(atByte: token.bytes.upperBound)
            #expect(String(String.UnicodeScalarView(scalars[range])) == scan.string(token))
        }
    }

    @Test(arguments: [
        "", " ", "\0", String(repeating: "a", count: 2_000_000), String(repeating: ".", count: 200_000),
        String(repeating: "e\u{301}", count: 50_000), "\u{202E}desrever\u{202C}", String(repeating: "word ", count: 50_000),
        String(repeating: "'", count: 100_000), String(repeating: "a-", count: 100_000),
    ])
    func bearsAnyText(text: String) {
        let scan = ScannedText(text)
        var end = 0
        for token in scan.tokens {
            #expect(token.bytes.lowerBound >= end && !token.bytes.isEmpty)
            end = token.bytes.upperBound
        }
        #expect(scan.sentences.reduce(0) { $0 + $1.count } == scan.tokens.count)
    }

    @Test func repairsWhatIsNotUTF8() {
        let scan = ScannedText(repairing: [0x61, 0xFF, 0x62, 0xE2, 0x82])
        #expect(!scan.tokens.isEmpty)
    }
}
