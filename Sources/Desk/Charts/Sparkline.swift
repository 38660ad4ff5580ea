/// The last weeks of an index, as small as a word.
struct Sparkline {
    /// From 0 to 100; `nil` where there are too few reports.
    let values: [Double?]

    var html: HTML {
        let (width, height) = (96.0, 24.0)
        let step = (width - 6) / Double(max(1, values.count - 1))
        var runs: [[(x: Double, y: Double)]] = [[]]
        for (index, value) in values.enumerated() {
            if let value {
                runs[runs.count - 1].append((3 + Double(index) * step, height - 3 - value / 100 * (height - 6)))
            } else if runs.last?.isEmpty == false {
                runs.append([])
            }
        }
        let last = runs.last { !$0.isEmpty }?.last
        return tag("svg", .class("spark"), .with("viewBox", "0 0 96 24"), .with("aria-hidden", "true")) {
            tag("line", .class("grid"), .with("x1", "0"), .with("x2", "96"), .with("y1", "12"), .with("y2", "12"))
            runs.filter { $0.count > 1 }.map { tag("path", .class("line"), .with("d", Coordinate.path($0))) }
            if let last {
                tag(
                    "circle", .class("dot"), .with("cx", Coordinate.text(last.x)), .with("cy", Coordinate.text(last.y)),
                    .with("r", "2.2"))
            }
        }
    }
}
