/// An attribute of an element; its value is escaped, and an address that would run is none.
package struct Attribute: Sendable {
    let name: String
    /// `nil` where the name says all: `checked`.
    let value: String?
    let isPresent: Bool

    private init(_ name: String, _ value: String?, isPresent: Bool = true) {
        (self.name, self.value, self.isPresent) = (name, value, isPresent)
    }

    /// Any attribute but one that holds an address or a script.
    package static func with(_ name: StaticString, _ value: some LosslessStringConvertible) -> Attribute {
        let name = name.description
        precondition(!addresses.contains(name) && !name.hasPrefix("on"), "use href(_:), outside(_:) or action(_:)")
        return Attribute(name, String(value))
    }

    /// An attribute that is there or not.
    package static func flag(_ name: StaticString, _ isPresent: Bool = true) -> Attribute {
        Attribute(name.description, nil, isPresent: isPresent)
    }

    package static func `class`(_ value: String) -> Attribute { Attribute("class", value, isPresent: !value.isEmpty) }
    package static func id(_ value: String) -> Attribute { Attribute("id", value) }
    package static func label(_ value: String) -> Attribute { Attribute("aria-label", value) }

    /// A page of this site.
    package static func href(_ address: Address) -> Attribute { Attribute("href", address.description) }

    /// A place on the same page.
    package static func anchor(_ id: String) -> Attribute { Attribute("href", "#" + id) }

    /// A page elsewhere; left out where it is no web address.
    package static func outside(_ address: String) -> Attribute {
        let isWeb = address.hasPrefix("https://") || address.hasPrefix("http://")
        return Attribute("href", address, isPresent: isWeb)
    }

    package static func action(_ address: Address) -> Attribute { Attribute("action", address.description) }

    private static let addresses: Set<String> = ["href", "src", "action", "formaction", "style", "srcdoc", "xlink:href"]
}
