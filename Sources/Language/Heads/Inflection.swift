/// English inflection read backwards: the base forms a word may have, by its part of speech.
///
/// The encoder chooses well among the lemmas it has seen; of a word it has not, these rules know more.
package enum Inflection {
    /// The base forms that an inflected word may have, the likelier first; none where the word bears no ending and is no
    /// known irregular form, which tells nothing.
    ///
    /// - Parameters:
    ///   - word: in lower case.
    ///   - features: universal features.
    static func bases(of word: String, _ tag: Tag, _ features: String) -> [String] {
        guard tag == .verb || tag == .noun, word.utf8.count > 2,
            word.utf8.allSatisfy({ $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") })
        else { return [] }
        switch tag {
        case .verb:
            if let base = irregular[word], !features.contains("VerbForm=Inf") { return [base] }
            if word.hasSuffix("ed"), features.contains("Tense=Past") || features.contains("VerbForm=Part") {
                return stems(word.dropLast(2))
            }
            if word.hasSuffix("ing"), features.contains("VerbForm=Ger") || features.contains("VerbForm=Part") {
                return stems(word.dropLast(3))
            }
            if word.hasSuffix("s"), features.contains("Person=3"), features.contains("Tense=Pres") { return singulars(word) }
            return []
        case .noun where word.utf8.count > 3:
            return word.hasSuffix("s") && features.contains("Number=Plur") ? singulars(word) : []
        default: return []
        }
    }

    /// Past forms and participles that follow no rule.
    private static let irregular: [String: String] = [
        "arose": "arise", "arisen": "arise", "awoke": "awake", "awoken": "awake", "beaten": "beat", "became": "become",
        "begun": "begin", "began": "begin", "bent": "bend", "bitten": "bite", "bled": "bleed", "blew": "blow",
        "blown": "blow", "broke": "break", "broken": "break", "brought": "bring", "built": "build", "burnt": "burn",
        "bought": "buy", "caught": "catch", "chose": "choose", "chosen": "choose", "clung": "cling", "crept": "creep",
        "dealt": "deal", "dug": "dig", "drew": "draw", "drawn": "draw", "dreamt": "dream", "drank": "drink",
        "drunk": "drink", "drove": "drive", "driven": "drive", "ate": "eat", "eaten": "eat", "fell": "fall",
        "fallen": "fall", "fed": "feed", "felt": "feel", "fought": "fight", "fled": "flee", "flew": "fly", "flown": "fly",
        "forbade": "forbid", "forbidden": "forbid", "forgot": "forget", "forgotten": "forget", "forgave": "forgive",
        "forgiven": "forgive", "froze": "freeze", "frozen": "freeze", "gave": "give", "given": "give", "went": "go",
        "gone": "go", "grew": "grow", "grown": "grow", "hung": "hang", "heard": "hear", "held": "hold", "hid": "hide",
        "hidden": "hide", "kept": "keep", "knelt": "kneel", "knew": "know", "known": "know", "laid": "lay", "led": "lead",
        "leapt": "leap", "learnt": "learn", "lent": "lend", "lit": "light", "lost": "lose", "made": "make", "meant": "mean",
        "met": "meet", "overcame": "overcome", "overthrew": "overthrow", "overthrown": "overthrow", "oversaw": "oversee",
        "paid": "pay", "ridden": "ride", "rode": "ride", "rang": "ring", "rung": "ring", "rose": "rise", "risen": "rise",
        "ran": "run", "said": "say", "saw": "see", "seen": "see", "sought": "seek", "sold": "sell", "sent": "send",
        "shook": "shake", "shaken": "shake", "shone": "shine", "shot": "shoot", "shown": "show", "shrank": "shrink",
        "sang": "sing", "sung": "sing", "sank": "sink", "sunk": "sink", "sat": "sit", "slew": "slay", "slain": "slay",
        "slept": "sleep", "slid": "slide", "spoke": "speak", "spoken": "speak", "sped": "speed", "spent": "spend",
        "spun": "spin", "sprang": "spring", "sprung": "spring", "stood": "stand", "stole": "steal", "stolen": "steal",
        "stuck": "stick", "stung": "sting", "struck": "strike", "stricken": "strike", "strove": "strive", "swore": "swear",
        "sworn": "swear", "swept": "sweep", "swam": "swim", "swum": "swim", "swung": "swing", "took": "take",
        "taken": "take", "taught": "teach", "tore": "tear", "torn": "tear", "told": "tell", "thought": "think",
        "threw": "throw", "thrown": "throw", "undertook": "undertake", "undertaken": "undertake", "understood": "understand",
        "upheld": "uphold", "withdrew": "withdraw", "withdrawn": "withdraw", "withheld": "withhold",
        "withstood": "withstand", "won": "win", "wore": "wear", "worn": "wear", "wove": "weave", "woven": "weave",
        "wept": "weep", "wrote": "write", "written": "write", "retook": "retake", "retaken": "retake", "rebuilt": "rebuild",
        "resold": "resell", "repaid": "repay", "misled": "mislead", "mistook": "mistake", "befell": "befall",
        "befallen": "befall", "bade": "bid", "borne": "bear", "bore": "bear", "foresaw": "foresee", "foreseen": "foresee",
        "wrung": "wring", "left": "leave",
    ]

    private static func stems(_ stem: Substring) -> [String] {
        guard stem.count > 1, let last = stem.last else { return [] }
        if last == "i" { return [stem.dropLast() + "y", String(stem)] }
        let before = stem.dropLast().last
        let bare = String(stem)
        let silent = bare + "e"
        if last == before, !"aeiousz".contains(last) {
            let single = String(stem.dropLast())
            return "lf".contains(last) && stem.count < 6 ? [bare, single, silent] : [single, bare, silent]
        }
        // After these the base ends in a silent e more often than not: "accuse", "leave", "produce", "continue", "escalate".
        let endings = [
            "c", "v", "u", "z", "as", "is", "os", "us", "at", "ag", "ng", "dg", "id", "ir", "ur", "ar", "iz", "in", "rg", "bl",
            "pl", "tl", "dl", "gl", "lv",
        ]
        let shorter = ["ar", "in", "id", "ng", "at"].contains { bare.hasSuffix($0) } && stem.count < 4
        return endings.contains { bare.hasSuffix($0) } && !shorter ? [silent, bare] : [bare, silent]
    }

    private static func singulars(_ word: String) -> [String] {
        if word.hasSuffix("ies"), word.count > 4 { return [word.dropLast(3) + "y", String(word.dropLast())] }
        if ["sses", "shes", "ches", "xes", "zes", "oes"].contains(where: { word.hasSuffix($0) }) {
            return [String(word.dropLast(2)), String(word.dropLast())]
        }
        if word.hasSuffix("ss") || word.hasSuffix("us") || word.hasSuffix("is") { return [] }
        return [String(word.dropLast())]
    }
}
