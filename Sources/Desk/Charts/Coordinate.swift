/// Numbers in drawings: a tenth of a point is as fine as anyone sees.
enum Coordinate {
    static func text(_ value: Double) -> String {
        let tenths = Int((min(max(value, -100_000), 100_000) * 10).rounded())
        let (whole, part) = (tenths.magnitude / 10, tenths.magnitude % 10)
        return (tenths < 0 ? "-" : "") + String(whole) + (part == 0 ? "" : "." + String(part))
    }

    static func path(_ points: [(x: Double, y: Double)], isClosed: Bool = false) -> String {
        points.enumerated().map { ($0 == 0 ? "M" : "L") + text($1.x) + " " + text($1.y) }.joined() + (isClosed ? "Z" : "")
    }
}
