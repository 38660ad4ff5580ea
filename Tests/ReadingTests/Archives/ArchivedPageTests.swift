import Testing

@testable import Reading

@Suite struct ArchivedPageTests {
    private func page(_ sentence: String, charset: String = "utf-8") throws -> ArchivedPage {
        let script =
            "<script>if (a < b && the.and.of) { window.x = 'the and of to that with was for, as they would have said'; }</script>"
        let links = (0..<12).map { "<li><a href='/the/of/\($0)'>Sport</a></li>" }.joined()
        let body = String(repeating: "<p class='the of'>\(sentence)</p>", count: 12)
        let html = Array("<html><head>\(script)</head><body><ul>\(links)</ul>\(body)</body></html>".utf8)
        return try found(Crawl.response(html, media: "text/html; charset=\(charset)"))
    }

    private func found(_ record: [UInt8]) throws -> ArchivedPage {
        var found: ArchivedPage?
        try Archive(Crawl.file(record)).forEachItem { item, _ in if case .page(let page) = item { found = page } }
        return try #require(found)
    }

    @Test(arguments: [
        "The council said on Monday that it would repair the old school at the market square.",
        "Azerbaijan has summoned the Russian ambassador over the raids, the foreign ministry said.",
        "It was not clear who had been behind the attack, which killed three people.",
    ])
    func knowsEnglish(sentence: String) throws {
        #expect(try page(sentence).mayBeEnglish)
        let text = "Home\nSport\n" + String(repeating: sentence + "\n", count: 6)
        #expect(try found(Crawl.record("conversion", Array(text.utf8), media: "text/plain")).mayBeEnglish)
    }

    @Test(arguments: [
        "Die Gemeinde hat am Montag beschlossen, die alte Schule am Marktplatz zu sanieren.",
        "El ayuntamiento aprobó el lunes las obras de la nueva biblioteca del barrio.",
        "Le conseil municipal a voté lundi la rénovation de la salle des fêtes.",
        "В понедельник в городе открыли новую школу на восемьсот мест.",
        "Gemeenteraad stemde maandag in met de verbouwing van het oude schoolgebouw in het centrum.",
        "Kommunen har beslutat att den gamla skolan vid torget ska renoveras under hösten.",
        "Belediye meclisi pazartesi günü eski okulun onarılmasına karar verdi.",
        "市议会周一决定修缮市场广场旁的老学校，工程将于秋季开始，预计明年夏天完工。",
        "قرر المجلس البلدي يوم الاثنين ترميم المدرسة القديمة في ساحة السوق.",
    ])
    func knowsWhatIsNot(sentence: String) throws {
        #expect(try !page(sentence).mayBeEnglish)
        let text = "Home\nSport\n" + String(repeating: sentence + "\n", count: 6)
        #expect(try !found(Crawl.record("conversion", Array(text.utf8), media: "text/plain")).mayBeEnglish)
    }

    @Test func readsTheCharsetThatTheServerTold() throws {
        let russian = "В понедельник в городе открыли новую школу на восемьсот мест, и дети пошли в нее уже во вторник."
        let bytes = russian.unicodeScalars.map {
            $0.value < 0x80 ? UInt8($0.value) : UInt8(truncatingIfNeeded: $0.value - 0x410 + 0xC0)
        }
        let html = Array("<p>".utf8) + bytes
        #expect(try !found(Crawl.response(html, media: "text/html; charset=windows-1251")).mayBeEnglish)
    }

    @Test func countsWhatIsTooShortToTellAsEnglish() throws { #expect(try found(Crawl.response("<p>Hola</p>")).mayBeEnglish) }
}
