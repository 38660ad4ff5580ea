/// Words that end in a full stop which does not end a sentence by itself.
enum Abbreviations {
    /// Never the last word of a sentence: what they belong to follows.
    static let titles: Set<String> = [
        "mr", "mrs", "ms", "mx", "dr", "prof", "gen", "lt", "col", "maj", "capt", "cmdr", "sgt", "adm", "brig", "gov",
        "sen", "rep", "rev", "fr", "hon", "pres", "amb", "messrs", "mme", "mlle", "st", "ft", "mt", "vs", "cf", "e.g",
        "i.e", "viz", "ca", "approx", "supt", "insp",
    ]
    /// Abbreviations only where a number follows; words of their own elsewhere ("no", "art").
    static let beforeNumbers: Set<String> = ["no", "nos", "art", "arts", "sec", "ch", "fig", "pp", "p", "vol"]
    /// May end a sentence; the word that follows decides.
    static let others: Set<String> = [
        "u.s", "u.k", "u.n", "u.s.a", "u.s.s.r", "u.a.e", "e.u", "d.c", "a.m", "p.m", "etc", "inc", "corp", "co", "ltd",
        "jr", "sr", "bros", "dept", "est", "jan", "feb", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
        "dec", "ph.d", "b.c", "a.d", "ave", "blvd", "assn", "univ", "govt", "intl", "esq",
    ]
    /// The first letters of the months, as datelines write them.
    static let months: Set<String> = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    /// Words that, capitalised after such an abbreviation, begin a sentence rather than go on with a name.
    static let starters: Set<String> = [
        "the", "a", "an", "this", "that", "these", "those", "it", "its", "he", "she", "they", "we", "i", "you", "his",
        "her", "their", "our", "in", "on", "at", "as", "by", "for", "from", "with", "after", "before", "during", "since",
        "under", "according", "but", "and", "or", "so", "yet", "if", "when", "while", "although", "though", "because",
        "however", "meanwhile", "there", "here", "what", "who", "how", "why", "where", "some", "many", "most", "several",
        "both", "each", "all", "no", "not", "now", "then", "also", "earlier", "later", "last", "among", "to", "asked",
        "one", "two", "three", "four", "five", "despite", "following", "analysts", "officials", "police",
    ]
    /// What keeps its hyphen: "anti-government", "e-mail".
    static let prefixes: Set<String> = [
        "anti", "co", "counter", "cross", "e", "ex", "inter", "intra", "micro", "mid", "mini", "multi", "neo", "non", "over",
        "post", "pre", "pro", "re", "semi", "socio", "sub",
    ]
    /// Units written close to their number.
    static let units: Set<String> = [
        "am", "pm", "m", "k", "b", "bn", "mn", "tn", "mm", "cm", "km", "ft", "kg", "lb", "lbs", "mph", "kph", "kb", "mb", "gb",
        "hz", "mw", "gw", "kw", "kwh", "mwh",
    ]
}
