internal import Reading
internal import World

/// Outlets as the World has them: whose they are, and who owns them.
public struct Outlets: Sendable {
    public struct Outlet: Sendable, Hashable, Encodable {
        public let name: String
        /// ISO 3166-1 alpha-3.
        public let state: String?
        /// state, public, private …
        public let owner: String?
    }

    /// By name in lower case, and by domain.
    private let known: [String: Outlet]

    /// The outlets that come with the program.
    ///
    /// - Throws: `ReadingError` where the file is missing, `WorldError` where it is not as it should be.
    public static func standard() throws -> Outlets {
        Outlets(try EntryFile(ResourceFolder.text("outlets.txt", of: "World"), name: "outlets.txt"))
    }

    init(_ file: EntryFile) {
        var known: [String: Outlet] = [:]
        for entry in file.entries {
            let name = entry.head.joined(separator: " ")
            let outlet = Outlet(name: name, state: entry.value("state"), owner: entry.value("owner"))
            for key in [name] + entry.values("names") + entry.values("domains") where known[key.lowercased()] == nil {
                known[key.lowercased()] = outlet
            }
        }
        self.known = known
    }

    /// The outlet of a report, by its name or the domain of its address; one the World lacks has only its name.
    public func outlet(named name: String?, url: String?) -> Outlet {
        let bare = name.map { $0.lowercased() }
        if let bare,
            let outlet = known[bare] ?? (bare.hasPrefix("the ") ? known[String(bare.dropFirst(4))] : known["the " + bare])
        {
            return outlet
        }
        let host = url.flatMap { $0.split(separator: "/", omittingEmptySubsequences: false).dropFirst(2).first }
        var labels = host.map { $0.lowercased().split(separator: ".") } ?? []
        while labels.count > 1 {
            if let outlet = known[labels.joined(separator: ".")] { return outlet }
            labels.removeFirst()
        }
        return Outlet(name: name ?? host.map(String.init) ?? "unknown", state: nil, owner: nil)
    }
}
