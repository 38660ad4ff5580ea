/// The data by which events become incidents and their accounts are found.
struct Rules: Sendable {
    let likeness: Likeness
    let words: AccountWords

    /// - Throws: where a file is missing or not as it should be.
    static func standard() throws -> Rules { Rules(likeness: try .standard(), words: try .standard()) }
}
