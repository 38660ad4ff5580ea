internal import Reading

/// A visit on its way to an answer: the site, who visits, in which language, and what the address stands for.
struct Call: Sendable {
    let site: Site
    let visit: Visit
    let words: Words
    let session: Session?
    let parameters: [String: String]
    let format: Format?
    /// Of the record.
    let version: String

    var library: Library { site.library }
    var query: Parameters { visit.query }
    var role: Role? { session?.role }

    /// The address as it was asked for, without its ending.
    var address: Address {
        var path = visit.path
        if let format, let last = path.popLast() { path.append(String(last.dropLast(format.rawValue.count + 1))) }
        if path == ["index"] { path = [] }
        return Address(path: path, query: query)
    }

    subscript(name: String) -> String { parameters[name] ?? "" }
}
