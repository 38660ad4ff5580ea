internal import Language
internal import Reading
internal import World

/// Which words tell of which act: the lexicon of `Resources/frames.txt`, by lemma.
struct Frames: Sendable {
    struct Frame: Sendable {
        let act: String
        /// What must stand in the trigger's clause besides the trigger: the rest of a verb of several words.
        let rest: [String]
        let object: Set<String>
        let complement: Set<String>
        let without: Set<String>
        let subject: Set<String>
        /// The subject suffers the act.
        let isUnaccusative: Bool
        /// The words tell of the act where they are negated: "does not consider it appropriate".
        let isNegated: Bool

        /// How much it asks for: of several that fit, the one that asks for most is the surest.
        var conditions: Int {
            rest.count + (object.isEmpty ? 0 : 1) + (complement.isEmpty ? 0 : 1) + (subject.isEmpty ? 0 : 1)
        }
    }

    private var verbs: [String: [Frame]] = [:]
    private var nouns: [String: [Frame]] = [:]
    private var adjectives: [String: [Frame]] = [:]

    static func standard() throws -> Frames {
        try Frames(EntryFile(ResourceFolder.text("frames.txt", of: "Coding"), name: "frames.txt"))
    }

    init(_ file: EntryFile) {
        for entry in file.entries {
            guard let act = entry.head.first else { continue }
            func frame(_ rest: [String]) -> Frame {
                Frame(
                    act: act, rest: rest, object: Set(entry.values("object")), complement: Set(entry.values("complement")),
                    without: Set(entry.values("without")), subject: Set(entry.values("subject")),
                    isUnaccusative: entry.value("patient") == "yes", isNegated: entry.value("negated") == "yes")
            }
            for verb in entry.values("verbs") {
                let words = verb.split(separator: " ").map(String.init)
                verbs[words[0], default: []].append(frame(Array(words.dropFirst())))
            }
            for adjective in entry.values("adjectives") { adjectives[adjective, default: []].append(frame([])) }
            for noun in entry.values("nouns") { nouns[noun, default: []].append(frame([])) }
        }
    }

    /// The frames of a word by its lemma and part of speech.
    func frames(of word: Word) -> [Frame] {
        let lemma = word.lemma.lowercased()
        switch word.tag {
        case .verb: return verbs[lemma] ?? []
        case .noun, .name: return nouns[lemma] ?? []
        case .adjective: return (verbs[lemma] ?? []) + (adjectives[lemma] ?? [])
        case .auxiliary: return lemma == "be" ? verbs[lemma] ?? [] : []
        default: return []
        }
    }

}
