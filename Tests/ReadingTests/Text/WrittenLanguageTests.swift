import Testing

@testable import Reading

@Suite struct WrittenLanguageTests {
    @Test(arguments: [
        ("de", "Der Außenminister hat am Samstag den Botschafter einbestellt und ihm eine Protestnote überreicht."),
        ("fr", "Le ministère a convoqué l'ambassadeur samedi pour protester contre la mort de deux hommes."),
        ("es", "El ministerio convocó al embajador el sábado para protestar por la muerte de dos niños."),
        ("pt", "O ministério convocou o embaixador no sábado para protestar contra a prisão de dois homens."),
        ("it", "Il ministero ha convocato l'ambasciatore sabato per protestare contro la morte di due uomini."),
        ("nl", "Het ministerie heeft de ambassadeur op zaterdag ontboden vanwege de dood van twee mannen."),
        ("sv", "Utrikesministeriet kallade till sig ambassadören på lördagen och lämnade över en not om att två män har dött."),
        ("pl", "Ministerstwo wezwało ambasadora w sobotę i wręczyło mu notę w związku ze śmiercią dwóch mężczyzn."),
        ("cs", "Ministerstvo si v sobotu předvolalo velvyslance a předalo mu nótu, protože dva muži zemřeli ve vazbě."),
        ("hu", "A külügyminisztérium szombaton bekérette a nagykövetet, és jegyzéket adott át neki, mert két férfi meghalt."),
        ("ro", "Ministerul l-a convocat pe ambasador sâmbătă și i-a înmânat o notă pentru că doi bărbați au murit."),
        ("tr", "Dışişleri Bakanlığı cumartesi günü büyükelçiyi çağırdı ve iki kişinin ölümü için nota verdi."),
        ("az", "Xarici İşlər Nazirliyi şənbə günü səfiri çağırıb və ona etiraz notası təqdim edib."),
        ("id", "Kementerian memanggil duta besar pada hari Sabtu karena dua orang itu tewas dalam tahanan."),
        ("vi", "Bộ Ngoại giao đã triệu tập đại sứ vào thứ Bảy và trao công hàm về cái chết của hai người."),
        ("ru", "Министерство иностранных дел вызвало посла в субботу в связи с гибелью двух человек, сообщил он."),
        ("uk", "Міністерство закордонних справ викликало посла в суботу через загибель двох людей."),
        ("ar", "استدعت وزارة الخارجية السفير يوم السبت وسلمته مذكرة احتجاج على مقتل رجلين في الحجز من قبل الشرطة"),
        ("fa", "وزارت خارجه روز شنبه سفیر را احضار کرد و یادداشت اعتراضی به او داد که این دو نفر در بازداشت کشته شدند"),
        ("el", "Το υπουργείο κάλεσε τον πρέσβη το Σάββατο."), ("he", "משרד החוץ זימן את השגריר בשבת."),
        ("zh", "外交部周六召见大使，就突袭行动提出抗议。"), ("ja", "外務省は土曜日に大使を呼び、抗議文を手渡した。"),
        ("ko", "외교부는 토요일 대사를 초치해 항의했다."), ("ka", "სამინისტრომ ელჩი შაბათს დაიბარა."),
    ])
    func isTold(code: String, text: String) { #expect(WrittenLanguage.standard.code(of: text) == code) }

    @Test(arguments: [
        "The ministry summoned the envoy on Saturday.",
        "President Recep Tayyip Erdoğan and Ilham Əliyev met in Şuşa, the presidency said in a statement.",
        "“Je ne regrette rien,” Mr. Macron told the crowd in Paris, and added that la France would not be moved.",
        "The party Les Républicains and the daily Le Monde, de facto allies of the U.S., said the vote was over.",
        "Al-Shabaab fighters attacked the village of El Bur, Galmudug, on Friday and killed at least four.",
    ])
    func isEnglishThoughItNamesOthers(text: String) { #expect(WrittenLanguage.standard.code(of: text) == "en") }

    @Test(arguments: ["", "Baku", "2025-06-28", "U.S. aids Nicaragua", "Macron meets de Gaulle"])
    func isNotGuessed(text: String) { #expect(["en", nil].contains(WrittenLanguage.standard.code(of: text))) }

    @Test func marksAReportThatIsNotToBeCoded() {
        #expect(!PlainText.report("Der Minister hat den Botschafter einbestellt und ihm eine Note überreicht.").isEnglish)
        #expect(PlainText.report("The minister summoned the envoy.").isEnglish)
        #expect(Report(text: "Baku").isEnglish)
    }

    @Test func ofAPageIsItsTextsNotItsThemes() throws {
        let page = try Page(
            html: "<html lang=en><p>Der Minister hat den Botschafter einbestellt, und er hat ihm eine Note überreicht.</p>")
        #expect(page.language?.value == "de")
    }
}
