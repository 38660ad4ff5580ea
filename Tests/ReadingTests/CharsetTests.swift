import Testing

@testable import Reading

@Suite struct CharsetTests {
    @Test func honoursTheDeclaredCharset() {
        // "Ельцин" in KOI8-R.
        #expect(Charset.decode([0xE5, 0xCC, 0xD8, 0xC3, 0xC9, 0xCE], declared: "koi8-r") == "Ельцин")
        #expect(Charset.decode([0x93, 0x68, 0x69, 0x94], declared: "iso-8859-1") == "“hi”")
    }

    @Test func guessesWhereNothingIsDeclared() {
        #expect(Charset.decode(Array("chargé".utf8)) == "chargé")
        #expect(Charset.decode([0x63, 0x68, 0x61, 0x72, 0x67, 0xE9]) == "chargé")
        #expect(Charset.decode([0xFF, 0xFE, 0x68, 0x00, 0x69, 0x00]) == "hi")
    }

    @Test func findsTheDeclarationInAPage() {
        #expect(Charset.declared(in: Array("<html><head><meta charset='windows-1251'>".utf8)) == "windows-1251")
        #expect(Charset.declared(in: Array("<?xml version='1.0' encoding='UTF-8'?>".utf8)) == "utf-8")
        #expect(Charset.declared(in: Array("<p>charset of the army</p>".utf8)) == nil)
    }

    @Test func neverFails() {
        #expect(!Charset.decode([0xC3, 0x28, 0xA0, 0xFF], declared: "utf-8").isEmpty)
        #expect(Charset.decode([0x41], declared: "no-such-charset") == "A")
    }
}
