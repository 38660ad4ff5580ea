internal import Coding

/// How events are read and the index made, and what is not good about it.
struct MethodPage: Page {
    struct Act: Sendable, Encodable {
        let act: String
        let type: EventType
        let scale: Double
        let definition: String
        let example: String
    }

    let acts: [Act]

    init(_ call: Call) {
        acts = call.library.ontology.acts.values.map {
            Act(act: $0.key, type: $0.type, scale: $0.scale, definition: $0.definition, example: $0.example)
        }.sorted { ($0.scale, $0.act) < ($1.scale, $1.act) }
    }

    func title(_ words: Words) -> String { words["nav.method"] }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("h1") { title(words) }
        tag("p", .class("lead")) { words["method.lead"] }
        ["reading", "incidents", "index", "bands", "changes", "limits"].map { part in
            tag("section", .id(part)) {
                tag("h2") { words["method.\(part)"] }
                tag("p") { words["method.\(part).text"] }
                if part == "index" {
                    tag("p", .class("formula")) { tag("code") { "I = 100 · (H + m·ḡ·p₀) / (H + C + m·ḡ)" } }
                    tag("p") { words["method.formula"] }
                }
            }
        }
        tag("section", .id("acts")) {
            tag("h2") { words["method.acts"] }
            tag("p") { words("method.acts.text", ["n": words.number(acts.count)]) }
            EventType.allCases.map { type in
                tag("details", .class("data")) {
                    tag("summary") { words.type(type) }
                    Table(
                        columns: [
                            words["method.act"], words["method.scale"], words["method.definition"], words["method.example"],
                        ],
                        rows: acts.filter { $0.type == type }.map { act in
                            [
                                HTML(text: words.act(act.act)), HTML(text: Coordinate.text(act.scale)),
                                tag("span", .with("lang", "en")) { act.definition },
                                tag("em", .with("lang", "en")) { act.example },
                            ]
                        }, label: words.type(type), numeric: [1]
                    ).html
                }
            }
        }
    }

    var json: any Encodable & Sendable { ["acts": acts] }

    func listing(_ words: Words) -> Listing? {
        Listing(
            title: title(words), columns: ["act", "type", "scale", "definition", "example"],
            rows: acts.map { [$0.act, $0.type.rawValue, String($0.scale), $0.definition, $0.example] })
    }
}
