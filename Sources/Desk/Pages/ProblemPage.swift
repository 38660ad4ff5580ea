/// Why there is nothing to see here.
struct ProblemPage {
    let status: Int
    let text: String
    let offersSignIn: Bool

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("h1") { words["problem.title"] }
        tag("p", .class("lead")) { text }
        if offersSignIn { tag("p") { tag("a", .href(Address("sign-in"))) { words["frame.sign-in"] } } }
        tag("p", .class("quiet")) { String(status) }
    }
}
