/// What an element is for, as far as its name, class, identifier and role tell.
enum Purpose: UInt8, Sendable {
    case unknown
    /// Named as furniture, or hidden until asked for.
    case furniture
    /// Named as what readers write and what is asked of them: comments, consent, footers.
    case addition
    /// Not shown.
    case hidden
    /// Holds no words of the report, whatever it is named.
    case silent

    /// What the element at a place of a document is for.
    init(of node: Int, in document: Document) {
        let tag = document.nodes[node].tag
        self = tag.isSilent ? .silent : .unknown
        guard tag != .text, self == .unknown, tag != .html, tag != .body else { return }
        var words = Words()
        let first = Int(document.nodes[node].firstAttribute)
        for attribute in document.attributes[first..<(first + Int(document.nodes[node].attributeCount))] {
            let value = document.values[Int(attribute.start)..<Int(attribute.end)]
            switch attribute.name {
            case .hidden:
                self = .furniture
            case .ariaHidden where value.elementsEqual("true".utf8):
                self = .furniture
            case .role where Self.isFurnitureRole(value):
                self = .furniture
            case .style where value.count < 2_000 && Self.hides(value):
                self = .hidden
                return
            case .class, .id:
                if value.count < 400, tag != .article, tag != .main { words.read(value) }
            default: break
            }
        }
        if words.isAddition {
            self = .addition
        } else if tag == .form || words.isFurniture && !words.isEmbedded {
            self = .furniture
        }
    }

    private static func isFurnitureRole(_ value: ArraySlice<UInt8>) -> Bool {
        ["navigation", "complementary", "search", "banner", "contentinfo", "dialog"].contains { value.elementsEqual($0.utf8) }
    }

    /// Whether a style says `display: none`.
    private static func hides(_ style: ArraySlice<UInt8>) -> Bool {
        var rest = style
        while let start = rest.firstIndex(where: { $0 | 0x20 == 0x64 }) {
            let from = rest[start...]
            if from.starts(with: "display:".utf8) {
                return from.dropFirst(8).drop(while: { $0 == 0x20 }).starts(with: "none".utf8)
            }
            rest = from.dropFirst()
        }
        return false
    }

    /// Which words a class or an identifier is made of: `postBody__related-links` is post, body, related, links.
    private struct Words {
        private(set) var isFurniture = false
        private(set) var isAddition = false
        private(set) var isEmbedded = false

        mutating func read(_ names: ArraySlice<UInt8>) {
            var hash = NameTable.start
            var isEmpty = true
            var last: UInt8 = 0
            for byte in names {
                let isLetter = byte.lowercased &- 0x61 < 26
                let isHump = byte != byte.lowercased && last &- 0x61 < 26
                if !isEmpty, isHump || !(isLetter || byte &- 0x30 < 10) {
                    take(hash)
                    hash = NameTable.start
                    isEmpty = true
                }
                if isLetter || byte &- 0x30 < 10 {
                    hash = NameTable.extended(hash, by: byte.lowercased)
                    isEmpty = false
                }
                last = byte
            }
            if !isEmpty { take(hash) }
        }

        private mutating func take(_ hash: UInt64) {
            switch Words.table.value(ofHash: hash) {
            case 1?: isFurniture = true
            case 2?: isAddition = true
            case 3?: isEmbedded = true
            default: break
            }
        }

        private static let table = NameTable(
            furniture.split(separator: " ").map { (name: String($0), value: 1) }
                + additions.split(separator: " ").map { (name: String($0), value: 2) } + [(name: "embed", value: 3)])

        private static let furniture = """
            nav navbar navigation menu breadcrumb breadcrumbs sidebar related recirc recirculation recommend recommended \
            recommendations recommends share sharing shares sharedaddy social newsletter newsletters optin mailchimp subscribe \
            subscription subscriptions signup login register promo promos promotion promoted ad ads advert adverts advertisement \
            sponsor sponsored donate donation donations paywall caption captions credit credits tag tags masthead popular trending \
            recent prev readmore byline bylines author bio toolbar modal popup popover tooltip rollover notification banner widget \
            teaser teasers skiplink copyright timestamp date dates dateline meta support appeal sidebox infobox outlinks hidden cta \
            pagination pager footnote disclaimer rating ratings gallery slideshow carousel thumbnail
            """
        private static let additions = """
            comment comments disqus respond replies cookie cookies consent gdpr footer outbrain taboola
            """
    }
}
