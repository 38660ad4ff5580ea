import Testing

@testable import Desk

@Suite struct HTMLTests {
    @Test(arguments: [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\" onmouseover=\"alert(1)", "&quot; onmouseover=&quot;alert(1)"),
        ("' onfocus='alert(1)", "&#39; onfocus=&#39;alert(1)"),
        ("a & b &amp; c", "a &amp; b &amp;amp; c"),
        ("null\u{0}and bell\u{7}", "null\u{FFFD}and bell\u{FFFD}"),
        ("\"\u{301} onfocus=alert(1)", "&quot;\u{301} onfocus=alert(1)"), ("<\u{338}b>", "&lt;\u{338}b&gt;"),
        ("Ağdam — “déjà”", "Ağdam — “déjà”"),
        ("", ""),
    ])
    func textIsEscapedWhereverItStands(text: String, escaped: String) {
        #expect(tag("p") { text }.markup == "<p>\(escaped)</p>")
        #expect(tag("p", .with("title", text)).markup == "<p title=\"\(escaped)\"></p>")
        #expect(
            tag("p", .class("x")) {
                text; text
            }.markup == "<p class=\"x\">\(escaped)\(escaped)</p>")
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "data:text/html,x", "vbscript:x", "//evil.example",
        "ftp://x",
    ])
    func anAddressThatIsNoWebAddressIsNoLink(address: String) {
        #expect(tag("a", .outside(address)) { "x" }.markup == "<a>x</a>")
    }

    @Test func aWebAddressIsALinkWithItsMarksEscaped() {
        #expect(
            tag("a", .outside("https://a.example/?a=1&b=\"")).markup == "<a href=\"https://a.example/?a=1&amp;b=&quot;\"></a>")
    }

    @Test(arguments: [
        (Address("reports", "a/b?c#d"), "/reports/a%2Fb%3Fc%23d"),
        (Address("incidents", query: Parameters().setting("q", "a b&c=d")), "/incidents?q=a%20b%26c%3Dd"),
        (Address(format: .rss), "/index.rss"), (Address(), "/"),
        (Address("dossiers", "AZE-RUS", format: .csv), "/dossiers/AZE-RUS.csv"),
        (Address("reports", "../../etc"), "/reports/..%2F..%2Fetc"),
    ])
    func addressesAreEscaped(address: Address, text: String) {
        #expect(address.description == text)
    }

    @Test func whatIsNotThereLeavesNoTrace() {
        let nothing: String? = nil
        #expect(
            tag("p") {
                nothing; if false { "no" }; [HTML]()
            }.markup == "<p></p>")
        #expect(tag("input", .flag("checked", false), .flag("required")).markup == "<input required>")
    }
}
