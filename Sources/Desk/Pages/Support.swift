/// How readers may pay for the work, if whoever runs the desk wants that: links to checkouts hosted by others.
package struct Support: Sendable {
    package struct Link: Sendable, Encodable {
        package let label: String
        package let address: String

        package init(label: String, address: String) { (self.label, self.address) = (label, address) }
    }

    package let links: [Link]

    package init(_ links: [Link] = []) { self.links = links }
}

/// Who pays for this, and how to help.
struct SupportPage: Page {
    let links: [Support.Link]

    init(_ call: Call) { links = call.library.support.links }

    func title(_ words: Words) -> String { words["nav.support"] }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("h1") { title(words) }
        tag("p", .class("lead")) { words["support.lead"] }
        if links.isEmpty {
            tag("p") { words["support.none"] }
        } else {
            tag("ul", .class("support")) {
                links.map { link in
                    tag("li") { tag("a", .class("button"), .outside(link.address), .with("rel", "noreferrer")) { link.label } }
                }
            }
            tag("p", .class("quiet")) { words["support.elsewhere"] }
        }
    }

    var json: any Encodable & Sendable { ["links": links] }
}
