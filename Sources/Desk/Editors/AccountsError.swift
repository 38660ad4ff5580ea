internal import Record

/// Why an account cannot be made or changed: of whom, and what to do.
package struct AccountsError: Error, Sendable, CustomStringConvertible {
    /// The key of the words that say so on a page.
    package let words: String
    package let description: String

    static func name(_ name: String) -> AccountsError {
        AccountsError(
            words: "account.bad-name",
            description: "“\(name)” is no name for an account; take 1 to 60 letters, digits, points, dashes or underscores")
    }
    static let password = AccountsError(
        words: "account.bad-password",
        description: "the password is too short or too long; take between \(Password.lengths.lowerBound) and "
            + "\(Password.lengths.upperBound) characters")
    static func taken(_ name: String) -> AccountsError {
        AccountsError(
            words: "account.taken", description: "there is an account “\(name)” already; `demarche user` can change or remove it")
    }
    static func unknown(_ name: String) -> AccountsError {
        AccountsError(words: "account.unknown", description: "there is no account “\(name)”; `demarche user list` shows them")
    }
    static let lastOwner = AccountsError(
        words: "account.last-owner", description: "this is the only owner; make another account an owner first")

    /// What a failure of the accounts' file means, told as that of the record beside it.
    static func file(_ path: String, _ error: any Error) -> any Error { RecordError(path, error) }
}
