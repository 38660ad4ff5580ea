internal import Foundation

/// Names with their values, as an address or a form has them; a name may stand more than once.
package struct Parameters: Sendable, Hashable, CustomStringConvertible {
    package private(set) var all: [Pair] = []

    package struct Pair: Sendable, Hashable {
        package let name: String
        package let value: String
    }

    package init() {}

    /// `type=ACCUSE&type=REJECT`, as in an address or in the body of a form.
    package init(encoded text: some StringProtocol) {
        for part in text.split(separator: "&").prefix(1_000) {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            append(Self.decoded(sides[0]), sides.count > 1 ? Self.decoded(sides[1]) : "")
        }
    }

    package var isEmpty: Bool { all.isEmpty }

    /// The first value, where it is not empty.
    package subscript(name: String) -> String? {
        all.first { $0.name == name && !$0.value.isEmpty }?.value
    }

    package func values(_ name: String) -> [String] { all.filter { $0.name == name && !$0.value.isEmpty }.map(\.value) }

    package mutating func append(_ name: String, _ value: String) { all.append(Pair(name: name, value: value)) }

    /// The same with one value of a name in place of those it has; without the name where there is none.
    package func setting(_ name: String, _ value: String?) -> Parameters {
        var changed = self
        changed.all.removeAll { $0.name == name }
        if let value { changed.append(name, value) }
        return changed
    }

    package var description: String {
        all.map { Address.escaped($0.name) + "=" + Address.escaped($0.value) }.joined(separator: "&")
    }

    private static func decoded(_ text: some StringProtocol) -> String {
        let spaced = text.replacingOccurrences(of: "+", with: " ")
        return spaced.removingPercentEncoding ?? spaced
    }
}
