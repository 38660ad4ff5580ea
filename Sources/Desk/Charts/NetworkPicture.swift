internal import Foundation
internal import Record

/// States on a ring, joined where the record tells what one did to the other.
struct NetworkPicture {
    let ties: [Record.Tie]
    let words: Words

    private static let radius = 205.0
    private static let center = (x: 360.0, y: 260.0)
    /// More names than these do not fit on the ring.
    private static let most = 28

    /// Those with most incidents, in the order that keeps partners near each other.
    private var parties: [String] {
        var weights: [String: Int] = [:]
        for tie in ties {
            weights[tie.actor, default: 0] += tie.incidents
            weights[tie.recipient, default: 0] += tie.incidents
        }
        let chosen = Set(weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.most).map(\.key))
        var order: [String] = []
        var left = chosen
        while let first = left.max(by: { (weights[$0] ?? 0, $1) < (weights[$1] ?? 0, $0) }) {
            var next: String? = first
            while let party = next {
                order.append(party)
                left.remove(party)
                next = ties.first { tie in
                    tie.actor == party && left.contains(tie.recipient) || tie.recipient == party && left.contains(tie.actor)
                }.map { $0.actor == party ? $0.recipient : $0.actor }
            }
        }
        return order
    }

    var html: HTML {
        let parties = parties
        let places = Dictionary(
            uniqueKeysWithValues: parties.enumerated().map { index, party in
                let angle = 2 * Double.pi * Double(index) / Double(max(1, parties.count)) - Double.pi / 2
                return (
                    party,
                    (x: Self.center.x + Self.radius * cos(angle), y: Self.center.y + Self.radius * sin(angle), angle: angle)
                )
            })
        let drawn = ties.filter { places[$0.actor] != nil && places[$0.recipient] != nil }
        let most = Double(max(1, drawn.map(\.incidents).max() ?? 1))
        return tag("figure", .class("chart")) {
            Pan(label: words["network.lead"]).around {
                tag(
                    "svg", .class("network"), .with("viewBox", "0 0 720 520"), .with("role", "img"),
                    .with("aria-labelledby", "network-title network-about")
                ) {
                    tag("title", .id("network-title")) { words["network.title"] }
                    tag("desc", .id("network-about")) { words["network.about"] }
                    drawn.reversed().map { tie in
                        guard let from = places[tie.actor], let to = places[tie.recipient] else { return HTML() }
                        // Drawn towards the middle, and to one side, so that both directions are seen.
                        let middle = (
                            x: Self.center.x + (from.x + to.x - 2 * Self.center.x) * 0.2 + (to.y - from.y) * 0.06,
                            y: Self.center.y + (from.y + to.y - 2 * Self.center.y) * 0.2 - (to.x - from.x) * 0.06
                        )
                        let t = Coordinate.text
                        return tag(
                            "path", .class(2 * tie.hostile > tie.incidents ? "tie hostile" : "tie friendly"),
                            .with("d", "M\(t(from.x)) \(t(from.y))Q\(t(middle.x)) \(t(middle.y)) \(t(to.x)) \(t(to.y))"),
                            .with("stroke-width", t(1 + 7 * (Double(tie.incidents) / most).squareRoot())))
                    }
                    parties.map { party in
                        guard let place = places[party] else { return HTML() }
                        let isLeft = cos(place.angle) < -0.05
                        let isMiddle = abs(cos(place.angle)) <= 0.05
                        let x = place.x + cos(place.angle) * 12
                        let y = place.y + sin(place.angle) * 14 + 4
                        return tag("g") {
                            tag(
                                "circle", .class("node"), .with("cx", Coordinate.text(place.x)),
                                .with("cy", Coordinate.text(place.y)), .with("r", "4.5"))
                            tag(
                                "text", .with("x", Coordinate.text(x)), .with("y", Coordinate.text(y)),
                                .with("text-anchor", isMiddle ? "middle" : isLeft ? "end" : "start")
                            ) { words.party(party) }
                        }
                    }
                }
            }
            tag("figcaption", .class("legend")) {
                tag("span", .class("key hostile")) { words["legend.hostile"] }
                " "
                tag("span", .class("key friendly")) { words["legend.friendly"] }
                " "
                words["network.width"]
            }
        }
    }
}
