/// The description of what programs can ask for (OpenAPI 3.1), made from the table of routes.
struct OpenAPI: Encodable, Sendable {
    private let routes: [Route]

    init(routes: [Route]) {
        self.routes = routes.filter { $0.method == .get && $0.least == nil && !$0.formats.isEmpty }
    }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
        var root = encoder.container(keyedBy: Name.self)
        try root.encode("3.1.0", forKey: Name("openapi"))
        try root.encode(
            ["title": "Demarche", "version": Site.version, "summary": "How states treat each other, as reported."],
            forKey: Name("info"))
        var paths = root.nestedContainer(keyedBy: Name.self, forKey: Name("paths"))
        for route in routes {
            for format in route.formats { try encode(route, format, in: &paths) }
        }
    }

    private func encode(_ route: Route, _ format: Format, in paths: inout KeyedEncodingContainer<Name>) throws {
        let parts = route.pattern.split(separator: "/").map { $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0) }
        let path = "/" + (parts.isEmpty ? ["index"] : parts).joined(separator: "/") + "." + format.rawValue
        var item = paths.nestedContainer(keyedBy: Name.self, forKey: Name(path))
        var get = item.nestedContainer(keyedBy: Name.self, forKey: Name("get"))
        try get.encode(route.summary, forKey: Name("summary"))
        var list = get.nestedUnkeyedContainer(forKey: Name("parameters"))
        for part in route.pattern.split(separator: "/") where part.hasPrefix(":") {
            var parameter = list.nestedContainer(keyedBy: Name.self)
            try parameter.encode(String(part.dropFirst()), forKey: Name("name"))
            try parameter.encode("path", forKey: Name("in"))
            try parameter.encode(true, forKey: Name("required"))
            try parameter.encode(["type": "string"], forKey: Name("schema"))
        }
        for option in route.options {
            var parameter = list.nestedContainer(keyedBy: Name.self)
            try parameter.encode(option, forKey: Name("name"))
            try parameter.encode("query", forKey: Name("in"))
            try schema(option, &parameter)
        }
        var responses = get.nestedContainer(keyedBy: Name.self, forKey: Name("responses"))
        let media = String(format.contentType.prefix { $0 != ";" })
        try respond("200", "What was asked for.", media, in: &responses)
        try respond("302", "It is part of another now.", "text/plain", in: &responses)
        try respond("400", "A value is none of those that are allowed.", "application/json", in: &responses)
        try respond("404", "There is no such thing.", "application/json", in: &responses)
    }

    private func respond(_ status: String, _ text: String, _ media: String, in responses: inout KeyedEncodingContainer<Name>)
        throws
    {
        var response = responses.nestedContainer(keyedBy: Name.self, forKey: Name(status))
        try response.encode(text, forKey: Name("description"))
        var content = response.nestedContainer(keyedBy: Name.self, forKey: Name("content"))
        _ = content.nestedContainer(keyedBy: Name.self, forKey: Name(media))
    }

    private func schema(_ option: String, _ parameter: inout KeyedEncodingContainer<Name>) throws {
        var schema = parameter.nestedContainer(keyedBy: Name.self, forKey: Name("schema"))
        switch option {
        case "since", "until":
            // A form sends what was left empty too.
            var forms = schema.nestedUnkeyedContainer(forKey: Name("anyOf"))
            try forms.encode(["type": "string", "format": "date"])
            try forms.encode(["type": "string", "const": ""])
        case "limit":
            try schema.encode("integer", forKey: Name("type"))
            try schema.encode(1, forKey: Name("minimum"))
            try schema.encode(1000, forKey: Name("maximum"))
        case "after":
            // Where a list went on: a day, where there is one, and an identity.
            try schema.encode("string", forKey: Name("type"))
            try schema.encode("~|^$", forKey: Name("pattern"))
        case "contested":
            try schema.encode("string", forKey: Name("type"))
            try schema.encode(["yes", "no"], forKey: Name("enum"))
        case "type":
            try schema.encode("array", forKey: Name("type"))
            var items = schema.nestedContainer(keyedBy: Name.self, forKey: Name("items"))
            try items.encode("string", forKey: Name("type"))
            try items.encode(Filter.typeNames, forKey: Name("enum"))
        case "status":
            try schema.encode("array", forKey: Name("type"))
            var items = schema.nestedContainer(keyedBy: Name.self, forKey: Name("items"))
            try items.encode("string", forKey: Name("type"))
            try items.encode(Filter.statusNames, forKey: Name("enum"))
        default: try schema.encode("string", forKey: Name("type"))
        }
    }
}
