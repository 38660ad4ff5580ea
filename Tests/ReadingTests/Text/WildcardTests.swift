import Testing

@testable import Reading

@Suite struct WildcardTests {
    @Test(arguments: [
        ("abc", "abc", true), ("abc", "abcd", false), ("abc*", "abcd", true), ("*abc", "xabc", true), ("*abc", "abcx", false),
        ("a*c", "abbc", true), ("a*c", "ac", true), ("a*c", "a", false), ("*b*", "abc", true), ("a*b*c", "acbxc", true),
        ("a*b*c", "acxc", false), ("*", "", true), ("**", "x", true), ("", "", true), ("", "x", false), ("a*a", "a", false),
        ("*aab*", "aaab", true), ("*abcabd*", "abcabcabd", true),
    ])
    func matches(pattern: String, text: String, expected: Bool) {
        #expect(Wildcard(Array(pattern.utf8)).matches(Array(text.utf8)) == expected)
    }
}
