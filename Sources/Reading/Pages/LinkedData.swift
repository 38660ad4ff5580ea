import Foundation

/// What a page's JSON-LD scripts say of its article.
struct LinkedData {
    private let article: [String: Any]?
    private let page: [String: Any]?

    /// No script about one article nests so deeply or says so much.
    private static let most = (depth: 200, values: 20_000)

    init(scripts: [String]) {
        let objects = scripts.flatMap(Self.objects)
        article = objects.first { Self.types(of: $0).contains { $0.hasSuffix("Article") || $0.hasSuffix("BlogPosting") } }
        page = objects.first { Self.types(of: $0).contains { $0.hasSuffix("WebPage") } }
    }

    var headline: String? { text("headline") ?? text("name") }
    var author: String? { Self.name(article?["author"] ?? article?["creator"]) }
    var publisher: String? { Self.name(article?["publisher"]) }
    var published: String? { text("datePublished") ?? page?["datePublished"] as? String }
    var modified: String? { text("dateModified") ?? page?["dateModified"] as? String }
    var body: String? { (article?["articleBody"] as? String).map(LibXML2.plain) }
    var language: String? { article?["inLanguage"] as? String ?? page?["inLanguage"] as? String }

    var address: String? {
        let entity = article?["mainEntityOfPage"]
        return entity as? String ?? (entity as? [String: Any])?["@id"] as? String ?? article?["url"] as? String
    }

    /// Whether the article can be read without paying; `nil` where nothing is said.
    var isFree: Bool? {
        switch article?["isAccessibleForFree"] ?? page?["isAccessibleForFree"] {
        case let text as String: text.lowercased() == "true" ? true : text.lowercased() == "false" ? false : nil
        case let flag as Bool: flag
        default: nil
        }
    }

    private func text(_ key: String) -> String? {
        guard let text = (article?[key] as? String).map(LibXML2.plain)?.collapsingWhitespace, !text.isEmpty else { return nil }
        return text
    }

    /// The objects of a script, those of a `@graph` and the page's main entity included.
    private static func objects(in script: String) -> [[String: Any]] {
        guard let value = value(of: script) else { return [] }
        var objects: [[String: Any]] = []
        var waiting: [Any] = [value]
        while let next = waiting.popLast(), objects.count < 1_000 {
            if let list = next as? [Any] { waiting += list.reversed() }
            if let object = next as? [String: Any] {
                objects.append(object)
                for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                    if let inner = object[key], !(inner is String) { waiting.append(inner) }
                }
            }
        }
        return objects
    }

    /// Scripts are written by hand and by templates: in comment marks, with raw line breaks in strings, with a comma too many.
    private static func value(of script: String) -> Any? {
        var bytes = Array(script.utf8)
        guard let start = bytes.firstIndex(where: { $0 == 0x7B || $0 == 0x5B }),
            let end = bytes.lastIndex(where: { $0 == 0x7D || $0 == 0x5D }), start < end
        else { return nil }
        bytes = bytes[start...end].map { $0 < 0x20 ? 0x20 : $0 }
        let shape = JSONShape(of: bytes)
        guard shape.depth < most.depth, shape.values < most.values else { return nil }
        return (try? JSONSerialization.jsonObject(with: Data(bytes)))
            ?? (try? JSONSerialization.jsonObject(with: Data(withoutLastCommas(bytes))))
    }

    /// Without the commas that only white space parts from a closing bracket.
    private static func withoutLastCommas(_ bytes: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        var isQuoted = false
        var isEscaped = false
        for byte in bytes {
            if !isQuoted, byte == 0x7D || byte == 0x5D, let last = kept.lastIndex(where: { $0 != 0x20 }), kept[last] == 0x2C {
                kept.removeSubrange(last...)
            }
            if byte == 0x22, !isEscaped { isQuoted.toggle() }
            isEscaped = byte == 0x5C && !isEscaped
            kept.append(byte)
        }
        return kept
    }

    private static func types(of object: [String: Any]) -> [String] {
        object["@type"] as? [String] ?? [object["@type"] as? String].compactMap(\.self)
    }

    /// The name of a person or organisation, or of several.
    private static func name(_ value: Any?) -> String? {
        let names = names(value).map { LibXML2.plain($0).collapsingWhitespace }.filter { !$0.isEmpty }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }

    private static func names(_ value: Any?) -> [String] {
        switch value {
        case let text as String: [text]
        case let object as [String: Any]: (object["name"] as? String).map { [$0] } ?? (object["name"] as? [String] ?? [])
        case let list as [Any]: list.flatMap { $0 is [Any] ? [] : names($0) }
        default: []
        }
    }
}
