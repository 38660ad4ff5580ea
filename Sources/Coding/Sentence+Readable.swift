internal import Language

extension Sentence {
    /// Whether it is no longer than people write. Reading a tree takes time that grows with the square of its size, and a
    /// line of a hundred thousand words tells nobody anything.
    var isReadable: Bool { words.count <= 1_000 }
}
