import Testing

@testable import Reading

@Suite struct EnglishTests {
    private func page(_ sentence: String) -> [UInt8] {
        let script = "<script>if (a < b && the.and.of) { window.x = 'the and of to that with was for'; }</script>"
        let links = (0..<12).map { "<li><a href='/the/of/\($0)'>Sport</a></li>" }.joined()
        let body = String(repeating: "<p class='the of'>\(sentence)</p>", count: 12)
        return Array("<html><head>\(script)</head><body><ul>\(links)</ul>\(body)</body></html>".utf8)
    }

    @Test(arguments: [
        "The council said on Monday that it would repair the old school at the market square.",
        "Azerbaijan has summoned the Russian ambassador over the raids, the foreign ministry said.",
        "It was not clear who had been behind the attack, which killed three people.",
    ])
    func knowsEnglish(sentence: String) { #expect(English.speaks(page(sentence))) }

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
    func knowsWhatIsNot(sentence: String) { #expect(!English.speaks(page(sentence))) }

    @Test func countsWhatIsTooShortToTellAsEnglish() { #expect(English.speaks(Array("<p>Hola</p>".utf8))) }
}
