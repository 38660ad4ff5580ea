internal import Foundation

/// The address of a page of this site, with its parts escaped as addresses need.
package struct Address: Sendable, Hashable, CustomStringConvertible {
    package var path: [String]
    package var query: Parameters
    package var format: Format?
    package var fragment: String?

    /// - Parameter path: the parts between the slashes; none is the front page.
    package init(_ path: String..., query: Parameters = Parameters(), format: Format? = nil, fragment: String? = nil) {
        self.init(path: path, query: query, format: format, fragment: fragment)
    }

    package init(path: [String], query: Parameters = Parameters(), format: Format? = nil, fragment: String? = nil) {
        (self.path, self.query, self.format, self.fragment) = (path, query, format, fragment)
    }

    package var description: String {
        // The front page has a name where an ending needs one to stand on.
        let parts = path.isEmpty && format != nil ? ["index"] : path
        var text = "/" + parts.map(Self.escaped).joined(separator: "/")
        if let format { text += "." + format.rawValue }
        if !query.isEmpty { text += "?" + query.description }
        if let fragment { text += "#" + Self.escaped(fragment) }
        return text
    }

    static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_~.")
}
