import Testing

@testable import Reading

@Suite struct JSONShapeTests {
    @Test(arguments: [
        ("{}", 1, 1), ("[1, 2, 3]", 1, 3), (#"{"a": [1, {"b": 2}]}"#, 3, 6), (#"{"a": "[[[{{{,,,::: \" ["}"#, 1, 2),
        (#"["\\", ["\\\""]]"#, 2, 3), (#"["#, 1, 1), (#"["cut [["#, 1, 1), ("", 0, 0), ("]]][", 0, 1),
    ])
    func isToldWithoutTakingApart(text: String, depth: Int, values: Int) {
        let shape = JSONShape(of: Array(text.utf8))
        #expect(shape.depth == depth)
        #expect(shape.values == values)
    }
}
