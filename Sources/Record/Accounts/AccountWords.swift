internal import Coding
internal import Reading
internal import World

/// The words by which accounts are found: `Resources/accounts.txt`.
struct AccountWords: Sendable {
    /// What is counted, and in events of which acts.
    struct Count: Sendable {
        let kind: Event.Figure.Kind
        let words: Set<String>
        let types: Set<String>
        let acts: Set<String>
        /// Acts that do it to the one they name.
        let single: Set<String>

        func fits(_ event: Event) -> Bool { types.contains(event.type.rawValue) || acts.contains(event.act) }
    }

    let counts: [Count]
    private let persons: Set<String>
    let collectives: Set<String>
    let units: Set<String>
    let causes: [String]
    let answers: [String]

    /// - Throws: `ReadingError` where the file is missing, `WorldError` where it is not as it should be.
    static func standard() throws -> AccountWords {
        try AccountWords(EntryFile(ResourceFolder.text("accounts.txt", of: "Record"), name: "accounts.txt"))
    }

    init(_ file: EntryFile) throws(WorldError) {
        var counts: [Count] = []
        var lists: [String: [String]] = [:]
        for entry in file.entries {
            let head = entry.head.first ?? ""
            if head == "figure" {
                guard let kind = entry.head.last.flatMap({ Event.Figure.Kind(rawValue: $0) }) else {
                    throw WorldError(file.name, line: entry.line, "an unknown kind of figure", expected: "killed, injured …")
                }
                counts.append(
                    Count(
                        kind: kind, words: Set(entry.values("words")), types: Set(entry.values("types")),
                        acts: Set(entry.values("acts")), single: Set(entry.values("single"))))
            } else {
                lists[head, default: []].append(contentsOf: entry.head.dropFirst())
                lists[head, default: []].append(contentsOf: entry.values("words"))
            }
        }
        self.counts = counts
        func list(_ name: String) -> [String] { lists[name] ?? [] }
        let singular = list("persons")
        persons = Set(singular + singular.map { $0 + "s" } + singular.map { $0.replacing("man", with: "men") })
        collectives = Set(list("collectives"))
        units = Set(list("units"))
        // The longest first, so that "in response to" is not taken for "in response".
        causes = list("cause").sorted { ($1.count, $0) < ($0.count, $1) }
        answers = list("answer").sorted { ($1.count, $0) < ($0.count, $1) }
    }

    /// Whether a word means people: "officials", "children", "Algerians".
    func isPerson(_ word: String) -> Bool {
        let lower = word.lowercased()
        return persons.contains(lower) || lower == "children" || word.first?.isUppercase == true && lower.hasSuffix("ns")
    }
}
