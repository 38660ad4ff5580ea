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
        ("anti-government, pro-Russian e-mail", "anti-government , pro-Russian e-mail"),
        ("cross-border oil-rich non-oil-rich", "cross-border oil - rich non-oil - rich"),
        ("At 5pm it paid $50m for 3.5km of 155mm", "At 5 pm it paid $ 50 m for 3.5 km of 155 mm"),
        ("the 3rd, the 1990s, the 1990's", "the 3rd , the 1990s , the 1990's"),
        ("I dont think youre gonna", "I do nt think you re gon na"),
        ("Im won, im told", "Im won , i m told"),
        ("<a.writer-2@lantern.example>, (www.lantern.example/a)", "< a.writer-2@lantern.example > , ( www.lantern.example/a )"),
        ("(http://lantern.example/2001-02-03-a_b.htm?c=4).", "( http://lantern.example/2001-02-03-a_b.htm?c=4 ) ."),
        ("not @ home, @lantern and #peace", "not @ home , @lantern and #peace"),
        ("Good :) Bad ;-( At 10:30", "Good :) Bad ;-( At 10:30"),
        ("===== *** ---= << a", "===== *** ---= << a"),
        ("- one \u{2011} two \u{2011}three", "- one \u{2011} two \u{2011} three"),
        ("Call 555-0100, pages 100-105", "Call 555-0100 , pages 100 - 105"),
        ("Oil, gas, etc. They paid. Oil etc. is dear", "Oil , gas , etc . They paid . Oil etc. is dear"),
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
        String(repeating: "a.", count: 100_000) + "@",
        String(repeating: ":(", count: 100_000), String(repeating: "?)", count: 100_000),
        String(repeating: "www.<", count: 50_000),
        String(repeating: "no. etc. ", count: 50_000), "no." + String(repeating: "é", count: 200_000),
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
