package import Language
package import Reading

/// A question to the World with the answer it should give: a mention in its text, on a day (`Tests/WorldTests/Probe`).
package struct Probe: Sendable {
    /// Where the answer differs from the one wanted.
    package struct Miss: Sendable {
        package enum Part: String, Sendable, CaseIterable { case state, sector, organ, name }

        package let probe: Probe
        package let part: Part
        package let got: String
    }

    package let line: Int
    package let section: String
    package let day: Day
    package let text: String
    /// The mention, in code points of the text.
    package let mention: Range<Int>
    /// The answer wanted; `nil` where the words are no actor at all.
    package let answer: Actor?

    /// The probes of a file.
    ///
    /// - Throws: `WorldError` where a line is none.
    package static func all(in text: String, name: String) throws(WorldError) -> [Probe] {
        var probes: [Probe] = []
        var section = ""
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() where !line.isEmpty {
            if line.hasPrefix("#") {
                if line.hasPrefix("# ---") { section = String(line.drop { "# -".contains($0) }) }
                continue
            }
            guard let probe = Probe(line, number: index + 1, section: section) else {
                throw WorldError(
                    name, line: index + 1, "no probe", expected: "“2025-06-30 | text with a [mention] | AZE GOV organ (Name)”")
            }
            probes.append(probe)
        }
        return probes
    }

    private init?(_ line: Substring, number: Int, section: String) {
        let parts = EntryFile.parts(of: line, at: UInt8(ascii: "|"))
        guard parts.count == 3, let day = Day(parts[0]),
            let open = parts[1].firstIndex(of: "["), let close = parts[1].lastIndex(of: "]"), open < close
        else { return nil }
        let before = parts[1][..<open]
        let mentioned = parts[1][parts[1].index(after: open)..<close]
        self.line = number
        self.section = section
        self.day = day
        text = String(before + mentioned + parts[1][parts[1].index(after: close)...])
        mention =
            before.unicodeScalars.count..<before.unicodeScalars.count + mentioned.unicodeScalars.count
        guard let (actor, isActor) = Self.answer(parts[2]) else { return nil }
        answer = isActor ? actor : nil
    }

    private static func answer(_ text: String) -> (Actor, isActor: Bool)? {
        var actor = Actor(sector: "*")
        let name = text.firstIndex(of: "(").map { text[text.index(after: $0)...].prefix { $0 != ")" } }
        let words = text.prefix { $0 != "(" }.split(separator: " ")
        if words.first == "NONE" { return (actor, false) }
        guard words.count >= 2 else { return nil }
        if words[0] != "-" { actor.state = String(words[0]) }
        actor.sector = String(words[1])
        if words.count > 2 { actor.organ = String(words[2]) }
        actor.name = name.map(String.init)
        return (actor, true)
    }

    /// What the resolver says of the mention, asked with the text before it.
    package func actor(by analyser: Analyser, _ world: World) -> Actor? {
        var resolver = Resolver(world, on: day, reading: text)
        var found: Actor?
        for sentence in analyser.sentences(of: ScannedText(text)) {
            let resolved = resolver.resolve(sentence)
            let words = sentence.words.indices.filter {
                sentence.words[$0].start < mention.upperBound && sentence.words[$0].end > mention.lowerBound
            }
            if let first = words.first, let last = words.last { found = resolved.party(naming: first..<last + 1)?.actor }
        }
        return found
    }

    /// Whether a name is another without its title or number: "Francis", "Pope Francis".
    private static func isPart(_ name: String, of other: String?) -> Bool {
        let words = Set(NameWords(name).words.map(\.hash))
        let others = Set(NameWords(other ?? "").words.map(\.hash))
        return !others.isEmpty && (words.isSubset(of: others) || others.isSubset(of: words) && others.count >= words.count - 1)
    }

    /// What is wrong with an answer; empty where it is right.
    package func misses(_ actor: Actor?, _ world: World) -> [Miss] {
        var misses: [Miss] = []
        func compare(_ part: Miss.Part, _ wanted: String?, _ got: String?) {
            if wanted != got { misses.append(Miss(probe: self, part: part, got: got ?? "-")) }
        }
        guard let answer else {
            let isActor = actor?.state != nil || actor?.isKnown ?? false
            if isActor { compare(.state, "NONE", actor.map { $0.state ?? $0.name ?? $0.sector }) }
            return misses
        }
        compare(.state, answer.state, actor?.state)
        if answer.sector != "*" { compare(.sector, answer.sector, actor?.sector) }
        if answer.organ != nil { compare(.organ, answer.organ, actor?.organ) }
        if let name = answer.name, !world.isSame(name, actor?.name), !Self.isPart(name, of: actor?.name) {
            compare(.name, name, actor?.name)
        }
        return misses
    }
}

extension Probe: CustomStringConvertible {
    /// The text with the mention in brackets, and the answer wanted.
    package var description: String {
        let scalars = Array(text.unicodeScalars)
        func string(_ range: some Sequence<Unicode.Scalar>) -> String { range.reduce(into: "") { $0.unicodeScalars.append($1) } }
        let marked =
            string(scalars[..<mention.lowerBound]) + "[" + string(scalars[mention]) + "]" + string(scalars[mention.upperBound...])
        guard let answer else { return "\(marked) | NONE" }
        let name = answer.name.map { "(\($0))" }
        return marked + " | "
            + [answer.state ?? "-", answer.sector, answer.organ, name].compactMap(\.self).joined(separator: " ")
    }
}

extension Probe {
    /// How many probes were asked, and how many answers were right in each part.
    package struct Tally: Sendable {
        private var asked: [(line: Int, parts: Set<Miss.Part>, missed: Set<Miss.Part>)] = []

        package init() {}

        /// - Returns: what was wrong with the answer.
        package mutating func add(_ probe: Probe, _ actor: Actor?, _ world: World) -> [Miss] {
            let misses = probe.misses(actor, world)
            var parts: Set<Miss.Part> = [.state]
            if let answer = probe.answer {
                if answer.sector != "*" { parts.insert(.sector) }
                if answer.organ != nil { parts.insert(.organ) }
                if answer.name != nil { parts.insert(.name) }
            }
            asked.append((probe.line, parts, Set(misses.map(\.part))))
            return misses
        }

        /// The share of right answers among the probes that ask for a part, on some lines.
        package func share(_ part: Miss.Part, on lines: (Int) -> Bool = { _ in true }) -> Double {
            let those = asked.filter { lines($0.line) && $0.parts.contains(part) }
            guard !those.isEmpty else { return 0 }
            return Double(those.count { !$0.missed.contains(part) }) / Double(those.count)
        }

        package func shares(on lines: (Int) -> Bool) -> String {
            let shares = Miss.Part.allCases.map { part in
                "\(part.rawValue) \((share(part, on: lines) * 1_000).rounded() / 1_000)"
            }
            return "\(asked.count { lines($0.line) }) mentions: " + shares.joined(separator: ", ")
        }
    }
}
