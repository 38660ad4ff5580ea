/// The box in the letter: its text, one link to the page that warns before leading on, and no more.
struct SupportView {
    let box: SupportBox

    init(_ box: SupportBox) { self.box = box }

    private var rhythms: String {
        box.links.map { link in link.label + (link.suggestion.map { " (\($0))" } ?? "") }.joined(separator: " · ")
    }

    var markup: Markup {
        .element(
            "div",
            [
                "class": "rule",
                "style":
                    "margin:0 0 16px;padding:12px 14px;border:1px solid #d9d5cb;border-radius:6px;font:14px/1.45 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif",
            ],
            .element("p", ["style": "margin:0 0 6px"], .text(box.text)), .line,
            .element(
                "p", ["style": "margin:0"], .link(box.page, .text("Ways to support this letter")),
                .text(" · " + rhythms)), .line,
            .element("p", ["class": "quiet", "style": "margin:6px 0 0"], .text(SupportBox.warning)))
    }

    var lines: [String] {
        Wrapping.lines(box.text) + Wrapping.lines(rhythms) + [box.page, ""] + Wrapping.lines(SupportBox.warning) + [""]
    }
}
