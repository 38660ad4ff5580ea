/// Why a visitor does not get what was asked for; the page says it in plain words.
package struct Problem: Error, Sendable {
    package let status: Int
    /// The key of the words that say so.
    let words: String
    /// What it is about, as the visitor named it.
    let subject: String
    var headers: [String: String] = [:]

    static func notFound(_ subject: String) -> Problem { Problem(status: 404, words: "problem.not-found", subject: subject) }
    static func malformed(_ subject: String) -> Problem { Problem(status: 400, words: "problem.malformed", subject: subject) }
    static let signIn = Problem(status: 401, words: "problem.sign-in", subject: "", headers: ["www-authenticate": "Form"])
    static let forbidden = Problem(status: 403, words: "problem.forbidden", subject: "")
    static let forged = Problem(status: 403, words: "problem.forged", subject: "")
    static let tooMany = Problem(status: 429, words: "problem.too-many", subject: "", headers: ["retry-after": "900"])
    /// - Parameter methods: those that the address has, as the header has them.
    static func method(allowed methods: String) -> Problem {
        Problem(status: 405, words: "problem.method", subject: "", headers: ["allow": methods])
    }
    static let unavailable = Problem(status: 503, words: "problem.unavailable", subject: "", headers: ["retry-after": "5"])
}
