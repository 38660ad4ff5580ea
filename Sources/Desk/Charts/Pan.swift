/// A drawing that on a narrow screen is moved sideways, by keys too, rather than shrunk past reading.
struct Pan {
    let label: String

    func around(@HTMLBuilder _ drawing: () -> HTML) -> HTML {
        tag("div", .class("scroll pan"), .with("role", "region"), .with("tabindex", 0), .label(label), content: drawing)
    }
}
