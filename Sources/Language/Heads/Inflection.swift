/// Regular English inflection read backwards: the base forms a word may have, by its part of speech.
///
/// The encoder chooses well among the lemmas it has seen; of a word it has not, these rules know more.
enum Inflection {
    /// The base forms that a regularly inflected word may have, the likelier first; none where the word bears no
    /// regular ending, which tells nothing (it may be a base form, or irregular).
    ///
    /// - Parameters:
    ///   - word: in lower case.
    ///   - features: universal features.
    static func bases(of word: String, _ tag: Tag, _ features: String) -> [String] {
        let letters = Array(word.utf8)
        guard letters.count > 3, letters.allSatisfy({ $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }) else { return [] }
        switch tag {
        case .verb:
            if word.hasSuffix("ed"), features.contains("Tense=Past") || features.contains("VerbForm=Part") { return stems(word.dropLast(2)) }
            if word.hasSuffix("ing"), features.contains("VerbForm=Ger") || features.contains("VerbForm=Part") { return stems(word.dropLast(3)) }
            if word.hasSuffix("s"), features.contains("Person=3"), features.contains("Tense=Pres") { return singulars(word) }
            return []
        case .noun: return features.contains("Number=Plur") && word.hasSuffix("s") ? singulars(word) : []
        default: return []
        }
    }

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
        let endings = ["c", "v", "u", "z", "as", "is", "os", "us", "at", "ag", "ng", "dg", "id", "ir", "ur", "ar", "iz", "in", "rg", "bl", "pl", "tl", "dl", "gl", "lv"]
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
