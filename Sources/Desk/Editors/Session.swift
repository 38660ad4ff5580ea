/// Somebody who has signed in.
package struct Session: Sendable, Hashable {
    package let name: String
    package let role: Role
    /// Must come back with every form.
    package let csrf: String
    /// The digest of the cookie's token.
    let key: String

    static let cookie = "demarche_session"
    /// In seconds; whoever does nothing for as long has to sign in again.
    static let idle = 12 * 3_600

    func accepts(_ token: String) -> Bool { Secret.areEqual(Array(token.utf8), Array(csrf.utf8)) }

    /// - Parameter token: none ends the session.
    static func cookie(_ token: String?, isSecure: Bool) -> String {
        "\(cookie)=\(token ?? ""); Path=/; HttpOnly; SameSite=Strict; Max-Age=\(token == nil ? 0 : idle)"
            + (isSecure ? "; Secure" : "")
    }
}
