internal import Reading
internal import World

/// The acts that are coded, each under one of PLOVER's types: `Resources/acts.txt`, which is also the methodology.
public struct Ontology: Sendable {
    public struct Act: Sendable {
        public let key: String
        public let type: EventType
        /// From -10 (conflict) to 10 (cooperation): the type's value, refined.
        public let scale: Double
        /// From -10 (deepest cooperation) to 10 (war).
        public let ladder: Int
        public let contexts: [String]
        public let isMutual: Bool
        public let definition: String
        public let example: String
        public let counter: String
    }

    /// By key.
    public let acts: [String: Act]

    /// The ontology that comes with the program.
    ///
    /// - Throws: `ReadingError` where the file is missing, `WorldError` where it is not as it should be.
    public static func standard() throws -> Ontology {
        try Ontology(EntryFile(ResourceFolder.text("acts.txt", of: "Coding"), name: "acts.txt"))
    }

    init(_ file: EntryFile) throws(WorldError) {
        var acts: [String: Act] = [:]
        for entry in file.entries where entry.head.first == "act" {
            guard entry.head.count == 3, let type = EventType(rawValue: entry.head[2]),
                let scale = entry.value("scale").flatMap(Double.init), let ladder = entry.value("ladder").flatMap({ Int($0) })
            else {
                throw WorldError(
                    file.name, line: entry.line, "“\(entry.head.joined(separator: " "))” is no act",
                    expected: "“act KEY TYPE” with a scale and a ladder")
            }
            let key = entry.head[1]
            acts[key] = Act(
                key: key, type: type, scale: scale, ladder: ladder, contexts: entry.values("contexts"),
                isMutual: entry.value("mutual") == "yes" || type.isMutual, definition: entry.value("definition") ?? "",
                example: entry.value("example") ?? "", counter: entry.value("counter") ?? "")
        }
        self.acts = acts
    }
}
