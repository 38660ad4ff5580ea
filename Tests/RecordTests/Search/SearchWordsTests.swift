import GRDB
import Testing

@testable import Record

@Suite struct SearchWordsTests {
    @Test(arguments: [
        ("ambassador summoned", #""ambassador" AND "summoned""#),
        (#""state media" raid*"#, #""state media" AND "raid" *"#),
        ("AND OR NOT NEAR(", #""AND" AND "OR" AND "NOT" AND "NEAR""#),
        ("m* mi*", #""m" AND "mi" *"#),
        (#"one " two"#, #""one" AND "two""#),
        ("Əliyev's", #""Əliyev" AND "s""#),
        ("-+^:{}()*'\"", ""),
        ("", ""),
    ])
    func makesAQuestionOfAnyText(text: String, expression: String) {
        #expect(SearchWords(text).expression == expression)
    }

    /// No text whatever makes FTS5 fail.
    @Test func neverFails() throws {
        let db = try DatabaseQueue()
        try db.write {
            try $0.execute(sql: "CREATE VIRTUAL TABLE t USING fts5(a, content='', tokenize='unicode61 remove_diacritics 2')")
        }
        var generator = SeededGenerator(seed: 3)
        let alphabet = Array("ab\"\"'*()^:-+{}[]\\,.;\0\n\u{301}\u{FFFD}é中👍½²ـ AND OR NEAR/3".unicodeScalars)
        for _ in 0..<2_000 {
            let scalars = (0..<Int(generator.uniform() * 30)).map { _ in
                alphabet[Int(generator.uniform() * Double(alphabet.count))]
            }
            let words = SearchWords(String(String.UnicodeScalarView(scalars)))
            guard !words.isEmpty else { continue }
            _ = try db.read { try Int.fetchAll($0, sql: "SELECT rowid FROM t WHERE t MATCH ?", arguments: [words.expression]) }
        }
    }
}
