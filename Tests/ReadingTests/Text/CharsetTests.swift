import Glibc
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

    @Test(arguments: [
        ("Windows-1251", "Посол покинул страну в субботу, сообщили в министерстве."),
        ("KOI8-R", "Посол покинул страну в субботу, сообщили нам."),
        ("Windows-1250", "Velvyslanec přijel v sobotu, protože při jednání předal nótu, řekl mluvčí."),
        ("Windows-1252", "L’ambassadeur a été convoqué samedi, déclare le ministère."),
        ("Windows-1253", "Ο πρέσβης έφυγε το Σάββατο από τη χώρα."),
        ("Windows-1254", "Büyükelçi cumartesi günü çağrıldı, dışişleri açıkladı, değil mi."),
        ("Windows-1255", "השגריר עזב את הארץ בשבת."),
        ("Windows-1256", "غادر السفير البلاد يوم السبت، قالت الوزارة."), ("Shift_JIS", "大使は土曜日に国を離れた、と外務省は述べた。"),
        ("EUC-JP", "大使は土曜日に国を離れた、と外務省は述べた。"), ("GB18030", "大使在周六离开了这个国家，外交部说。"),
        ("EUC-KR", "대사는 토요일에 나라를 떠났다고 외교부가 말했다."),
    ])
    func guessesByTheLetters(charset: String, text: String) throws {
        let bytes = try #require(Self.bytes(of: text, in: charset))
        #expect(Charset.decode(bytes) == text)
        #expect(Charset.decode(bytes, declared: charset) == text)
    }

    /// The bytes a text has in a charset, by way of iconv.
    private static func bytes(of text: String, in charset: String) -> [UInt8]? {
        guard let converter = iconv_open(charset, "UTF-8"), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var input = Array(text.utf8).map(CChar.init(bitPattern:))
        var output = [CChar](repeating: 0, count: input.count * 4)
        let room = output.count
        var left = room
        input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var (from, to) = (source.baseAddress, target.baseAddress)
                var count = source.count
                iconv(converter, &from, &count, &to, &left)
            }
        }
        return output.prefix(room - left).map(UInt8.init(bitPattern:))
    }

    @Test(
        arguments: [
            ("utf8", "UTF-8"), ("ISO-8859-1", "CP1252"), ("us-ascii", "CP1252"), ("iso-8859-9", "CP1254"), ("x-sjis", "CP932"),
            ("GB2312", "GB18030"),
            ("ks_c_5601-1987", "CP949"), ("iso-8859-8-i", "ISO-8859-8"), ("x-mac-roman", "MACINTOSH"), ("koi8-ru", "KOI8-U"),
            ("no-such", nil),
        ] as [(String, String?)])
    func knowsTheLabelsOfTheWeb(label: String, name: String?) {
        #expect(Charset.name(ofLabel: label) == name)
        if let name { #expect(Charset.converted([0x41], from: name) == [0x41]) }
    }

    @Test(
        arguments: [
            [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0xE2, 0x82], [0x80],
        ] as [[UInt8]])
    func takesForUTF8OnlyWhatIs(bytes: [UInt8]) {
        // Read as Latin letters, no byte of it is lost.
        #expect(Charset.decode(bytes, declared: "iso-8859-2").unicodeScalars.count == bytes.count)
    }

    @Test func believesValidUTF8MoreThanALabel() {
        #expect(Charset.decode(Array("chargé".utf8), declared: "iso-8859-1") == "chargé")
    }

    @Test func neverFails() {
        #expect(!Charset.decode([0xC3, 0x28, 0xA0, 0xFF], declared: "utf-8").isEmpty)
        #expect(Charset.decode([0x41], declared: "no-such-charset") == "A")
    }
}
