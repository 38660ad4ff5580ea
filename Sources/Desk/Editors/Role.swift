/// What somebody who signs in may do.
package enum Role: String, Sendable, CaseIterable, Comparable {
    /// Reads, and has an account.
    case reader
    /// Corrects the record and adds to it.
    case editor
    /// Says who may do what.
    case owner

    package static func < (one: Role, other: Role) -> Bool {
        (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
    }
}
