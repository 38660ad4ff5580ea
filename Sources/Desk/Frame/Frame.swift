internal import Foundation
internal import Mustache
internal import Reading

/// What surrounds every page: head, navigation, foot. `Resources/frame.mustache`.
struct Frame: Sendable {
    private let template: MustacheTemplate
    private let version: String
    private let hasLetter: Bool

    /// - Parameter hasLetter: whether there is a letter to lead to.
    /// - Throws: `ReadingError` or a parser's error where the template is missing or wrong.
    init(assets: Assets, hasLetter: Bool) throws {
        template = try MustacheTemplate(string: ResourceFolder.text("frame.mustache", of: "Desk"))
        version = assets.version
        self.hasLetter = hasLetter
    }

    func answer(
        _ content: HTML, title: String, visit: Visit, words: Words, session: Session?, formats: [(Format, Address)] = []
    ) -> Answer {
        var values: [String: Any] = [
            "language": words.language.rawValue,
            "title": title,
            "version": version,
            "content": content,
            "skip": words["frame.skip"],
            "tagline": words["frame.tagline"],
            "home": words["frame.home"],
            "menu": words["frame.menu"],
            "more": words["frame.more"],
            "search": words["nav.search"],
            "searchLabel": words["frame.search"],
            "query": visit.query["q"] ?? "",
            "navigation": links(main, visit, words) + (session.map { editing($0, visit, words) } ?? []),
            "footing": links(Self.foot, visit, words),
            "measure": words["frame.measure"],
            "languages": languages(visit, words),
            "feeds": formats.filter { $0.0 == .rss || $0.0 == .atom }.map { format, address in
                ["type": String(format.contentType.prefix { $0 != ";" }), "address": address.description, "title": title]
            },
            "keys": words["frame.keys"],
            "isVisitor": session == nil,
            "signIn": words["frame.sign-in"],
        ]
        if let session {
            values["session"] = ["name": session.name, "csrf": session.csrf, "out": words["frame.sign-out"]]
        }
        return Answer(type: "text/html; charset=utf-8", text: template.render(Self.escaped(values)))
    }

    /// Strings as text, `HTML` as it is. The template itself escapes nothing: mustache goes by characters, and lets a quotation
    /// mark through that bears an accent, while browsers see the mark.
    private static func escaped(_ value: Any) -> Any {
        switch value {
        case let html as HTML: html.markup
        case let text as String: HTML(text: text).markup
        case let list as [Any]: list.map(escaped)
        case let fields as [String: Any]: fields.mapValues(escaped)
        default: value
        }
    }

    private var main: [String] { ["", "incidents", "network", "map"] + (hasLetter ? ["briefing"] : []) + ["method"] }
    private static let foot = ["sources", "reports", "corrections", "support", "openapi.json"]

    private func links(_ paths: [String], _ visit: Visit, _ words: Words) -> [[String: String]] {
        paths.map { path in
            let isHere = visit.path == (path.isEmpty ? [] : [path])
            return [
                "address": Address(path: path.isEmpty ? [] : [path], query: language(visit)).description,
                "text": words["nav.\(path.isEmpty ? "front" : path)"],
                "current": isHere ? "page" : "false",
            ]
        }
    }

    private func editing(_ session: Session, _ visit: Visit, _ words: Words) -> [[String: String]] {
        links(
            (session.role >= .editor ? ["queue", "add", "feeds"] + (hasLetter ? ["letter"] : []) : []) + ["account"], visit, words
        )
    }

    /// A language asked for in the address stays in the links.
    private func language(_ visit: Visit) -> Parameters { Parameters().setting("lang", visit.query["lang"]) }

    private func languages(_ visit: Visit, _ words: Words) -> [[String: String]] {
        Language.allCases.map { language in
            [
                "address": Address(path: visit.path, query: visit.query.setting("lang", language.rawValue)).description,
                "code": language.rawValue, "text": language.name,
                "current": language == words.language ? "true" : "false",
            ]
        }
    }
}
