internal import Foundation

/// The files the World is read from, those of an overlay laid over those that come with the program.
struct WorldFiles {
    enum Kind: String, CaseIterable {
        case states, organs, offices, roles, national, bodies, holders, outlets, regions, idioms

        var file: String { rawValue + ".txt" }
        /// Whether an overlay's values stand beside those of a known entry, not in their place.
        var adds: Bool { self == .national || self == .holders || self == .idioms }
    }

    private(set) var files: [Kind: EntryFile] = [:]

    subscript(kind: Kind) -> [EntryFile.Entry] { files[kind]?.entries ?? [] }

    /// - Throws: `WorldError` where an overlay's file is not as it should be: nothing of it is used then.
    init(folder: URL, overlay: URL? = nil) throws {
        for kind in Kind.allCases {
            let url = folder.appendingPathComponent(kind.file)
            files[kind] = try EntryFile(String(contentsOf: url, encoding: .utf8), name: kind.file)
        }
        guard let overlay else { return }
        let over = try Self.overlaid(overlay)
        let own = self
        for (kind, file) in over { files[kind] = files[kind].map { Self.merged($0, with: file, kind) } }
        let format = WorldFormat(self)
        for kind in Kind.allCases {
            if let wrong = over[kind].flatMap({ format.findings(in: $0, kind, beside: own.files[kind]).first }) { throw wrong }
        }
    }

    private static func overlaid(_ folder: URL) throws -> [Kind: EntryFile] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        } catch {
            throw WorldError(
                folder.path, line: 0, "the folder cannot be opened", expected: "a folder of files such as holders.txt")
        }
        var files: [Kind: EntryFile] = [:]
        for name in names where name.hasSuffix(".txt") {
            let url = folder.appendingPathComponent(name)
            guard let kind = Kind(rawValue: String(name.dropLast(4))) else {
                let known = Kind.allCases.map(\.file).joined(separator: ", ")
                throw WorldError(url.path, line: 0, "is no file of the World", expected: "one of \(known)")
            }
            guard let bytes = try? Data(contentsOf: url), let text = String(validating: bytes, as: UTF8.self) else {
                throw WorldError(url.path, line: 0, "cannot be read", expected: "a text file in UTF-8")
            }
            files[kind] = try EntryFile(text, name: url.path)
        }
        return files
    }

    // MARK: Merging

    private static func key(_ entry: EntryFile.Entry, _ kind: Kind) -> String {
        kind == .outlets || kind == .regions ? entry.head.joined(separator: " ") : entry.head.first ?? ""
    }

    private static func merged(_ file: EntryFile, with over: EntryFile, _ kind: Kind) -> EntryFile {
        var file = file
        var index = Dictionary(file.entries.enumerated().map { (key($1, kind), $0) }) { first, _ in first }
        for entry in over.entries {
            guard let known = index[key(entry, kind)] else {
                index[key(entry, kind)] = file.entries.count
                file.entries.append(entry)
                continue
            }
            var fields = file.entries[known].fields
            if kind == .holders {
                let named = Set(entry.fields.flatMap(holders))
                fields.removeAll { !named.isDisjoint(with: holders($0)) }
            } else if !kind.adds {
                let named = Set(entry.fields.map(\.name))
                fields.removeAll { named.contains($0.name) }
            }
            file.entries[known].fields = fields + entry.fields
        }
        return file
    }

    /// The holders in a line of `holders.txt`, each by office and name in every variant.
    private static func holders(_ field: EntryFile.Field) -> [String] {
        let names = field.values.first.flatMap { Holding($0) }?.names ?? []
        return names.map { "\(field.name) \(NamePath(of: $0).hash)" }
    }
}
