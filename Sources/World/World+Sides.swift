package import Reading

extension World {
    /// Whom a text names that could be a side of an act: states by their codes, by any name, capital or leader of theirs but
    /// not by their towns, and bodies by their names; each with the bytes of the text where it is named.
    package func sides(in text: String, on day: Day?) -> [(side: String, bytes: Range<Int>)] {
        names.matches(in: text).flatMap { match -> [(side: String, bytes: Range<Int>)] in
            let references = match.references.filter { !$0.isPlace }
            guard !references.isEmpty else { return [] }
            var evidence = Evidence()
            evidence.note(match.references.contains(where: \.isAnyState) ? match.references : references, in: self, on: day)
            let bodies = references.lazy.compactMap { if case .body(let key, _) = $0 { key } else { nil } }
            return (evidence.states.keys.sorted() + bodies).map { ($0, match.bytes) }
        }
    }
}
