/// What the words of a name tell of an organisation that is in no list.
enum OrganisationName {
    private static let sectors: [(sector: String, words: Set<String>)] = [
        (
            "BUS",
            [
                "bank", "power", "airlines", "airways", "company", "group", "holding", "holdings", "corporation", "corp", "corp.",
                "inc",
                "inc.", "ltd", "ltd.", "oil", "gas", "energy", "telecom", "telecoms", "motors", "industries", "steel", "railways",
                "petroleum", "electric", "insurance", "capital", "air", "bancorp", "mining", "shipping", "pharma", "technologies",
            ]
        ),
        ("EDU", ["university", "institute", "college", "academy", "school", "observatory", "library", "museum"]),
        (
            "MED",
            [
                "times", "post", "news", "herald", "tribune", "daily", "gazette", "tv", "radio", "television", "journal",
                "telegraph",
                "chronicle", "press", "monitor", "broadcasting", "magazine",
            ]
        ),
        ("PTY", ["party", "bloc"]), ("REB", ["brigades", "militia"]), ("REL", ["church", "mosque", "patriarchate", "diocese"]),
        ("LAB", ["union", "unions"]), ("HLH", ["hospital", "clinic"]), ("JUD", ["court", "tribunal"]), ("COP", ["police"]),
        ("MIL", ["army", "navy", "brigade", "battalion", "regiment"]),
        ("GOV", ["ministry", "department", "commission", "service", "agency", "authority", "directorate"]),
        ("NGO", ["association", "foundation", "committee", "watch", "network", "society", "charity"]),
        ("CVL", ["club", "fc", "team"]),
    ]

    /// The last word that tells something; UNK where none does.
    static func sector(_ words: [String]) -> String {
        for word in words.reversed() {
            if let found = sectors.first(where: { $0.words.contains(word) }) { return found.sector }
        }
        return "UNK"
    }
}
