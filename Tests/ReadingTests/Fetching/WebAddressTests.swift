import Testing

@testable import Reading

@Suite struct WebAddressTests {
    @Test(arguments: [
        ("https://n.example/feed", "https://n.example/feed"),
        ("  HTTPS://N.Example  ", "https://n.example/"),
        ("http://n.example:80/a", "http://n.example/a"),
        ("http://n.example:8080/a?b=c#d", "http://n.example:8080/a?b=c"),
        ("https://n.example?q=1", "https://n.example/?q=1"),
        ("https://n.example/a b/é", "https://n.example/a%20b/%C3%A9"),
        ("http://[2606:4700::1111]:81/", "http://[2606:4700::1111]:81/"),
        ("https://n.example/@user/1", "https://n.example/@user/1"),
    ])
    func readsAnAddress(text: String, expected: String) throws {
        #expect(try WebAddress(text).description == expected)
    }

    @Test(arguments: [
        "", "n.example/feed", "//n.example/", "http:n.example", "http:/n.example", "http://", "http:///a", "ftp://n.example/",
        "file:///etc/passwd", "javascript:alert(1)", "http://user@n.example/", "http://user:secret@n.example/",
        "http://n.example:0/", "http://n.example:65536/", "http://n.example:x/", "http://n.example:-1/",
        "http://n.example\\@m.example/",
        "http://n.example/a\u{0}b", "http://n.ex\nample/", "http://n ex/", "http://[::1", "http://[::1]x/", "http://a,b/",
        "http://n.example/" + String(repeating: "a", count: 9_000),
    ])
    func refusesWhatIsNoAddress(text: String) {
        #expect(throws: ReadingError.self) { try WebAddress(text) }
    }

    /// The examples of RFC 3986, section 5.4.
    @Test(arguments: [
        ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
        ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
        ("g#s", "http://a/b/c/g#s"), (";x", "http://a/b/c/;x"), ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"),
        ("./", "http://a/b/c/"), ("..", "http://a/b/"), ("../", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"),
        ("../../g", "http://a/g"), ("../../../g", "http://a/g"), ("/./g", "http://a/g"), ("/../g", "http://a/g"),
        ("g.", "http://a/b/c/g."),
        (".g", "http://a/b/c/.g"), ("./../g", "http://a/b/g"), ("./g/.", "http://a/b/c/g/"), ("g/../h", "http://a/b/c/h"),
        ("g;x=1/../y", "http://a/b/c/y"), ("g?y/./x", "http://a/b/c/g?y/./x"),
    ])
    func resolvesReferences(reference: String, expected: String) {
        #expect(Reference.resolved(reference, against: "http://a/b/c/d;p?q") == expected)
    }
}
