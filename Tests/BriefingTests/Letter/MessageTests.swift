import Foundation
import Testing

@testable import Briefing

@Suite struct MessageTests {
    @Test(
        arguments: [
            ("Plain", "Plain"),
            ("Démarche", "=?utf-8?Q?D=C3=A9marche?="),
            ("a =?b", "=?utf-8?Q?a_=3D=3Fb?="),
            ("two\r\nBcc: x@example.org", "two Bcc: x@example.org"),
            (
                "Die Woche der Botschafter, die einbestellt wurden, und der Straßen, die gesperrt blieben",
                "=?utf-8?Q?Die_Woche_der_Botschafter=2C_die_einbestellt_wurden=2C_?=\r\n =?utf-8?Q?und_der_Stra=C3=9Fen=2C_die_gesperrt_blieben?="
            ),
        ])
    func subjectsAreEncodedAndFolded(_ text: String, _ expected: String) {
        var headers = Headers()
        headers.add("Subject", text: text)
        let value = headers.fields[0].value
        #expect(value == expected)
        #expect("Subject: \(value)".split(separator: "\r\n").allSatisfy { $0.utf8.count <= 76 })
    }

    @Test(
        arguments: [
            ("plain\n", "plain\r\n"),
            ("é = ü\n", "=C3=A9 =3D =C3=BC\r\n"),
            ("ends in a space \n", "ends in a space=20\r\n"),
            (".\n", "=2E\r\n"),
            ("From here\n", "=46rom here\r\n"),
            ("", ""),
            (String(repeating: "x", count: 80), String(repeating: "x", count: 75) + "=\r\nxxxxx\r\n"),
        ])
    func bodiesAreQuotedPrintable(_ text: String, _ expected: String) {
        #expect(String(decoding: QuotedPrintable.encoded(text.utf8), as: UTF8.self) == expected)
    }

    @Test(
        arguments: [
            "reader@example.org", "first.last+tag@sub.example.co", "x@y", "o'brien@example.org", "a@xn--bcher-kva.example",
        ])
    func addressesAreTaken(_ text: String) throws { #expect(try Address(text).text == text) }

    @Test(
        arguments: [
            "", "@", "a@", "@b", "a b@example.org", "a@b@c@", "a\r\nBcc: x@example.org", "a@example..org", ".a@example.org",
            "a.@example.org", "a@-example.org", "a@example.org>", "<a@example.org>", "é@example.org", "a@exämple.org",
            "a,b@example.org", "a@example.org,b@example.org", "\"a b\"@example.org",
            String(repeating: "a", count: 65) + "@example.org",
            "a@" + String(repeating: "b", count: 64) + ".org", "a@[127.0.0.1]", "a%0d%0a@example.org\u{0}",
        ])
    func whatIsNoAddressIsNot(_ text: String) { #expect(throws: Address.AddressError.self) { try Address(text) } }

    @Test func anAddressDoesNotTellItself() throws {
        let address = try Address("reader@example.org")
        #expect(!"\(address) \(String(reflecting: address)) \([address]) \(Optional(address) as Any)".contains("reader"))
        var dumped = ""
        dump(address, to: &dumped)
        #expect(!dumped.contains("reader"))
    }

    @Test(
        arguments: [
            (0.0, "Thu, 01 Jan 1970 00:00:00 +0000"), (1_751_605_200.0, "Fri, 04 Jul 2025 05:00:00 +0000"),
            (-1.0, "Wed, 31 Dec 1969 23:59:59 +0000"), (951_782_400.9, "Tue, 29 Feb 2000 00:00:00 +0000"),
        ])
    func datesAreThoseOfMail(_ seconds: Double, _ text: String) {
        #expect(Message.text(of: Date(timeIntervalSince1970: seconds)) == text)
    }

    @Test func lettersDifferInNothingButTheirReader() throws {
        let letter = Letter(
            try IssueTests.issue(), head: try IssueTests.head(), support: nil, date: Date(timeIntervalSince1970: 0))
        func recipient(_ name: String) throws -> Recipient {
            Recipient(
                id: name, address: try Address("\(name)@example.org"), leaving: String(repeating: name, count: 26),
                returning: String(repeating: name, count: 26))
        }
        let (a, b) = (try recipient("a"), try recipient("b"))
        let one = String(decoding: try letter.message(to: a).bytes(), as: UTF8.self)
        #expect(one == String(decoding: try letter.message(to: a).bytes(), as: UTF8.self))
        let other = String(decoding: try letter.message(to: b).bytes(), as: UTF8.self)
        #expect(letter.messageID(for: a) != letter.messageID(for: b))
        // A link may be broken over two lines.
        func flat(_ text: String) -> String { text.replacing("=\r\n", with: "") }
        #expect(
            flat(one).replacing(letter.messageID(for: a).prefix(32), with: letter.messageID(for: b).prefix(32))
                .replacing(a.leaving, with: b.leaving).replacing("To: a@", with: "To: b@") == flat(other))
        #expect(one.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 })
        #expect(one.utf8.allSatisfy { $0 < 128 && $0 != 1 })
    }

    @Test func aReturnPathIsFoundInWhateverHoldsIt() throws {
        let returns = try Address("returns@example.org")
        let token = Token.random()
        let path = ReturnPath(issue: "2025-07-04", token: token)
        let text = path.text(at: returns)
        #expect(text.split(separator: "@")[0].utf8.count <= 64)
        for wrapped in [text, "<\(text)>", "rfc822; \(text.uppercased())", "Bounces <\(text)> (x)"] {
            #expect(ReturnPath(in: wrapped, at: returns) == path)
        }
        for wrong in [
            "", "returns@example.org", "returns+@example.org", text + "x".dropLast(),
            "x" + text.replacing("example", with: "evil"),
            "returns+2025-07-04.short@example.org", "returns+a.b.c@example.org",
        ] where wrong != text {
            #expect(ReturnPath(in: wrong, at: returns) == nil, "\(wrong)")
        }
    }
}
