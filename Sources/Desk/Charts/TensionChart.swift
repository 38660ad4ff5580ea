internal import Reading
internal import Record

/// The index of one direction over time, with its bands and changes, and the coverage beneath it.
struct TensionChart {
    let tension: Tension
    /// The first and last weeks of the axis, so that both directions of a pair stand under each other.
    let span: ClosedRange<Day>
    let words: Words

    private static let (width, height) = (760.0, 250.0)
    private static let (left, right, top, floor) = (34.0, 748.0, 14.0, 170.0)
    private static let (coverTop, coverFloor) = (190.0, 226.0)

    var html: HTML {
        let direction = "\(words.party(tension.actor)) → \(words.party(tension.recipient))"
        let id = "tension-\(tension.actor)-\(tension.recipient)"
        return tag("figure", .class("chart")) {
            tag("figcaption") {
                tag("strong") { direction }
                " "
                tag("span", .class("quiet")) { summary }
            }
            if weeks.contains(where: { $0.index != nil }) {
                Pan(label: words("chart.title", ["direction": direction])).around {
                    tag(
                        "svg", .with("viewBox", "0 0 760 250"), .with("role", "img"),
                        .with("aria-labelledby", id + "-title " + id + "-about"), .class("tension")
                    ) {
                        tag("title", .id(id + "-title")) { words("chart.title", ["direction": direction]) }
                        tag("desc", .id(id + "-about")) { summary }
                        axes
                        bands
                        changes
                        line
                        coverage
                    }
                }
            }
            DataTable(
                summary: words["chart.data"],
                columns: [
                    words["chart.week"], words["chart.index"], words["chart.half"], words["chart.ninety"],
                    words["chart.incidents"], words["chart.origins"], words["chart.change"],
                ],
                rows: weeks.filter { $0.index != nil || $0.incidents > 0 }.map { week in
                    [
                        week.start.description, week.index.map(points) ?? words["chart.too-few"],
                        week.bands.map { text($0.half) } ?? "", week.bands.map { text($0.ninety) } ?? "",
                        String(week.incidents), String(week.origins), week.isChange ? words["yes"] : "",
                    ]
                }, label: words("chart.table", ["direction": direction])
            ).html
        }
    }

    private var weeks: [Tension.Week] { tension.weeks.filter { span.contains($0.start) } }

    /// The last three years of some directions, up to the last week of any.
    static func span(of tensions: [Tension]) -> ClosedRange<Day>? {
        let weeks = tensions.flatMap(\.weeks).map(\.start)
        guard let first = weeks.min(), let last = weeks.max() else { return nil }
        return max(first, last - 7 * 155)...last
    }

    private func points(_ value: Double) -> String { String(Int(value.rounded())) }
    private func text(_ range: ClosedRange<Double>) -> String { "\(points(range.lowerBound))–\(points(range.upperBound))" }

    private var summary: String {
        guard let week = weeks.last(where: { $0.index != nil }), let index = week.index else { return words["chart.none"] }
        let band = week.bands.map { text($0.ninety) } ?? "–"
        return words("chart.summary", ["index": points(index), "band": band, "week": words.day(week.start)])
    }

    // MARK: Where things are

    private func x(_ index: Int) -> Double { x(weeks[index].start) }

    private func x(_ day: Day) -> Double {
        let days = span.upperBound - span.lowerBound
        guard days > 0 else { return (Self.left + Self.right) / 2 }
        return Self.left + 6 + Double(day - span.lowerBound) / Double(days) * (Self.right - Self.left - 12)
    }

    private func y(_ value: Double) -> Double { Self.floor - value / 100 * (Self.floor - Self.top) }

    /// Stretches of weeks with an index.
    private var runs: [Range<Int>] {
        var runs: [Range<Int>] = []
        for (index, week) in weeks.enumerated() where week.index != nil {
            if let last = runs.last, last.upperBound == index {
                runs[runs.count - 1] = last.lowerBound..<index + 1
            } else {
                runs.append(index..<index + 1)
            }
        }
        return runs
    }

    // MARK: What is drawn

    private var axes: HTML {
        var parts: [HTML] = []
        for value in [0.0, 25, 50, 75, 100] {
            parts.append(rule(Self.left, y(value), Self.right, y(value), value == 50 ? "grid middle" : "grid"))
            parts.append(label(Self.left - 6, y(value) + 3.5, points(value), "end"))
        }
        var lastLabel = -100.0
        for number in stride(from: span.lowerBound.number, through: span.upperBound.number, by: 1) {
            let (year, month, day) = Day(number: number).components
            guard day == 1 else { continue }
            let place = x(Day(number: number))
            parts.append(rule(place, Self.floor, place, Self.floor + 4, "grid"))
            guard place - lastLabel > 62, place < Self.right - 20 else { continue }
            lastLabel = place
            parts.append(label(place, Self.coverFloor + 16, words["month.short.\(month)"] + " \(year)", "middle"))
        }
        return HTML(parts)
    }

    private var bands: HTML {
        HTML(
            runs.flatMap { run in
                [("ninety", \Tension.Bands.ninety), ("half", \Tension.Bands.half)].map { name, part in
                    let weeks = run.compactMap { index in self.weeks[index].bands.map { (index, $0[keyPath: part]) } }
                    // One week is as wide as a week.
                    let breadth = run.count == 1 ? 4.0 : 0
                    let upper = weeks.flatMap {
                        [(x: x($0) - breadth, y: y($1.upperBound)), (x: x($0) + breadth, y: y($1.upperBound))]
                    }
                    let lower = weeks.flatMap {
                        [(x: x($0) - breadth, y: y($1.lowerBound)), (x: x($0) + breadth, y: y($1.lowerBound))]
                    }
                    return tag(
                        "path", .class("band " + name), .with("d", Coordinate.path(upper + lower.reversed(), isClosed: true)))
                }
            })
    }

    private var line: HTML {
        HTML(
            runs.map { run in
                let points = run.compactMap { index in weeks[index].index.map { (x: x(index), y: y($0)) } }
                guard points.count > 1 else {
                    return HTML(
                        points.map {
                            tag(
                                "circle", .class("dot"), .with("cx", Coordinate.text($0.x)), .with("cy", Coordinate.text($0.y)),
                                .with("r", "3"))
                        })
                }
                return tag("path", .class("line"), .with("d", Coordinate.path(points)))
            })
    }

    private var changes: HTML {
        HTML(
            weeks.enumerated().filter { $0.element.isChange }.map { index, week in
                tag("g", .class("change")) {
                    rule(x(index), Self.top - 4, x(index), Self.floor, "")
                    label(x(index) + 4, Self.top + 2, words.day(week.start), "start")
                }
            })
    }

    private var coverage: HTML {
        let most = max(1, weeks.map(\.incidents).max() ?? 1)
        let count = (span.upperBound - span.lowerBound) / 7 + 1
        let breadth = max(1, min(9, (Self.right - Self.left) / Double(count) - 1))
        var parts = [rule(Self.left, Self.coverFloor, Self.right, Self.coverFloor, "grid")]
        parts.append(label(Self.left - 6, Self.coverTop + 6, String(most), "end"))
        parts.append(label(Self.left, Self.coverTop - 6, words["chart.coverage"], "start"))
        for (index, week) in weeks.enumerated() where week.incidents > 0 {
            let height = Double(week.incidents) / Double(most) * (Self.coverFloor - Self.coverTop)
            parts.append(
                tag(
                    "rect", .class("cover"), .with("x", Coordinate.text(x(index) - breadth / 2)),
                    .with("y", Coordinate.text(Self.coverFloor - height)), .with("width", Coordinate.text(breadth)),
                    .with("height", Coordinate.text(height))))
        }
        return HTML(parts)
    }

    private func rule(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ name: String) -> HTML {
        tag(
            "line", .class(name), .with("x1", Coordinate.text(x1)), .with("y1", Coordinate.text(y1)),
            .with("x2", Coordinate.text(x2)), .with("y2", Coordinate.text(y2)))
    }

    private func label(_ x: Double, _ y: Double, _ text: String, _ anchor: String) -> HTML {
        tag("text", .with("x", Coordinate.text(x)), .with("y", Coordinate.text(y)), .with("text-anchor", anchor)) { text }
    }
}
