import Testing

@testable import Language

@Suite struct SentenceSplitterTests {
    /// `|` marks where one sentence ends and the next begins.
    @Test(arguments: [
        "Baku protested.|Moscow did not.",
        "“Do they hear us?” he asked.|Nobody answered.",
        "“They will not forget.|They will not forgive,” she said.",
        "The U.S. State Department agreed.|The U.K. did not.",
        "He lives in the U.S.|The embassy confirmed it.",
        "Gen. J. R. Invented met Sen. Invented on Jan. 5 in St. Petersburg.",
        "It rose 3.5 percent.|In 2024 it fell.",
        "Talks ended at 5 p.m.|Both sides left.",
        "“Leave!”|“No.”",
        "Headline without a stop\n|The text begins here.",
        "He waited...|Then he left.",
        "(The ministry declined to comment.)|The embassy did not.",
        "QUITO, April 5 (Northern Wire) -|Ecuador expelled the envoy.",
        "BAKU/MOSCOW —|Both denied it.",
        "NATO - the alliance - met.",
        "Was it Iran?|Iraq?|Nobody knows.",
        "where was it?|nobody knows.|they left.",
        "“Where was it?” he asked.|“Leave!” cried a man.",
        "... and then they left.|Yes.",
        "Shares of Yahoo! rose.|They fell.",
        "Ask Lantern Inc. (Quito) about it.",
    ])
    func splits(marked: String) {
        let expected = marked.split(separator: "|").map { $0.filter { !$0.isNewline } }
        let scan = ScannedText(marked.replacing("|", with: " "))
        let found = scan.sentences.map { range in
            scan.string(scan.tokens[range.lowerBound].bytes.lowerBound..<scan.tokens[range.upperBound - 1].bytes.upperBound)
        }
        #expect(found == expected)
    }
}
