/// The kinds of element that reading a page tells apart.
enum Tag: UInt8, CaseIterable, Sendable {
    /// Character data.
    case text
    /// Any element that is not named here: it neither parts lines nor says anything.
    case other
    case a, address, article, aside, audio, b, blockquote, body, br, button, canvas, center, dd, details, dialog, div, dl, dt, em
    case fieldset, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, head, header, hr, html, i, iframe, input, label,
        legend
    case li, link, main, menu, meta, nav, noscript, object, ol, option, p, pre, script, section, select, strong, style, summary,
        svg
    case table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, ul, video

    private static let names = NameTable(
        allCases.filter { $0 != .text && $0 != .other }.map { (name: String(describing: $0), value: $0.rawValue) })

    init(name: UnsafePointer<UInt8>) { self = Self.names.value(ofName: name).flatMap(Tag.init) ?? .other }

    /// Holds no words of the report, whatever it holds.
    var isSilent: Bool {
        switch self {
        case .aside, .audio, .button, .canvas, .dialog, .figcaption, .figure, .footer, .head, .iframe, .input, .label, .legend,
            .menu,
            .nav, .noscript, .object, .option, .script, .select, .style, .svg, .template, .textarea, .title, .video:
            true
        default: false
        }
    }

    /// Stands on lines of its own.
    var isBlock: Bool {
        switch self {
        case .address, .article, .aside, .blockquote, .body, .center, .dd, .details, .div, .dl, .dt, .fieldset, .figcaption,
            .figure,
            .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hr, .html, .li, .main, .nav, .ol, .p, .pre, .section,
            .summary,
            .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul:
            true
        default: false
        }
    }

    var isHeading: Bool {
        switch self {
        case .h1, .h2, .h3, .h4, .h5, .h6: true
        default: false
        }
    }

    var isList: Bool { self == .ul || self == .ol || self == .dl }
}

/// The attributes that reading a page looks at.
enum Attribute: UInt8, CaseIterable, Sendable {
    case ariaHidden, charset, `class`, content, datetime, hidden, href, httpEquiv, id, itemprop, lang, name, property, rel, role
    case style, type

    private static let names = NameTable(
        allCases.map { attribute in
            let name =
                switch attribute {
                case .ariaHidden: "aria-hidden"
                case .httpEquiv: "http-equiv"
                default: String(describing: attribute)
                }
            return (name: name, value: attribute.rawValue)
        })

    init?(name: UnsafePointer<UInt8>) {
        guard let value = Self.names.value(ofName: name) else { return nil }
        self.init(rawValue: value)
    }
}
