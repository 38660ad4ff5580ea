/// What a path and a method lead to, and who may go there. The table of routes is the router, the rights and the description
/// of the interface in one.
package struct Route: Sendable {
    package let method: Visit.Method
    /// Parts that begin with a colon stand for anything; `:token` for a secret that no log may have.
    package let pattern: String
    /// Forms it has besides a page.
    package let formats: [Format]
    /// Who may go there; anyone where there is none.
    package let least: Role?
    /// What it is, in English, for the description of the interface.
    package let summary: String
    /// Names of what the address may ask for.
    package let options: [String]
    /// Told anew on every visit: never kept.
    let isLive: Bool
    /// Takes what is posted from anywhere, where all that counts is the secret in the address.
    package let isOpen: Bool
    let respond: @Sendable (Call) async throws -> Answer
    /// Of the pattern.
    private let parts: [String]

    init(
        _ method: Visit.Method = .get, _ pattern: String, as formats: [Format] = [], least: Role? = nil, options: [String] = [],
        isLive: Bool = false, isOpen: Bool = false,
        _ summary: String, respond: @escaping @Sendable (Call) async throws -> Answer
    ) {
        (self.method, self.pattern, self.formats, self.least) = (method, pattern, formats, least)
        (self.summary, self.options, self.isLive, self.isOpen) = (summary, options, isLive, isOpen)
        self.respond = respond
        parts = pattern.split(separator: "/").map(String.init)
    }

    /// What the parts of a path stand for; `nil` where the route is another.
    func match(_ path: [String]) -> (parameters: [String: String], format: Format?)? {
        guard path.count == max(parts.count, 1) || path.isEmpty && parts.isEmpty else { return nil }
        // The front page goes by the name of index where its address has an ending.
        let names = parts.isEmpty ? ["index"] : parts
        for format in [Format?.none] + formats.map(Format?.some) {
            var path = path
            if let format {
                guard let last = path.last, last.hasSuffix("." + format.rawValue) else { continue }
                path[path.count - 1] = String(last.dropLast(format.rawValue.count + 1))
            }
            let wanted = format == nil ? parts : names
            guard wanted.count == path.count else { continue }
            var parameters: [String: String] = [:]
            let fits = zip(wanted, path).allSatisfy { name, part in
                guard name.hasPrefix(":") else { return name == part }
                parameters[String(name.dropFirst())] = part
                return !part.isEmpty
            }
            // What ends like a form is that form, where there is one.
            let isAnotherForm = format == nil && formats.contains { form in path.last?.hasSuffix("." + form.rawValue) == true }
            if fits, !isAnotherForm { return (parameters, format) }
        }
        return nil
    }
}
