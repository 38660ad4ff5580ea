import Foundation
import Testing

@testable import Reading

@Suite struct FlatObjectTests {
    private static let objects = [
        #"{"a":"b"}"#, #" { "a" : "b" , "c":null } "#, #"{"a":"x \" \\ \/ \b\f\n\r\t y"}"#,
        #"{"a":"\u00e9 \ud83d\ude00 \u0000"}"#,
        #"{"a":"chargé 😀"}"#, #"{"a":"","b":"\u003cp\u003E"}"#,
    ]

    @Test(arguments: objects)
    func readsWhatAParserReads(json: String) throws {
        let parsed = try JSONDecoder().decode([String: String?].self, from: Data(json.utf8))
        let read = try #require(FlatObject(Array(json.utf8)))
        #expect(read.texts.mapValues { $0.map { String(decoding: $0, as: UTF8.self) } } == parsed)
    }

    @Test(arguments: [
        "", "{", "{}", "[]", #"{"a"}"#, #"{"a":1}"#, #"{"a":"b"} x"#, #"{"a":"b",}"#, #"{"a":"b" "c":"d"}"#,
        #"{"a":"b","a":"c"}"#, #"{"a":{}}"#,
        #"{"a":"\x"}"#, #"{"a":"\u12"}"#, #"{"a":"\ud83d"}"#, #"{"a":"\ude00"}"#, #"{"a":"b\"#, #"{"a":"b\""#,
        #"{"a":nul"#,
        #"{"a":"\u00+1"}"#,
    ])
    func leavesTheRestToAParser(json: String) { #expect(FlatObject(Array(json.utf8)) == nil) }

    @Test func leavesBytesThatAreNoText() {
        #expect(FlatObject([0x7B, 0x22, 0x61, 0x22, 0x3A, 0x22, 0xFF, 0x22, 0x7D]) == nil)
    }
}
