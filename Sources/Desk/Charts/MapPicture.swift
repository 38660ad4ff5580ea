internal import Record

/// Where things happened: circles on land drawn as dots, plate carrée, cut to what is shown.
struct MapPicture {
    let scenes: [Record.Scene]
    let land: Land
    let words: Words

    private static let (width, height) = (760.0, 420.0)

    /// South, west, and the size in degrees: twice as wide as high or so, with something around the outermost scenes.
    private var bounds: (south: Double, west: Double, high: Double, wide: Double) {
        guard let some = scenes.first else { return (-58, -170, 194, 350) }
        var (south, north, west, east) = (some.latitude, some.latitude, some.longitude, some.longitude)
        for scene in scenes {
            (south, north) = (min(south, scene.latitude), max(north, scene.latitude))
            (west, east) = (min(west, scene.longitude), max(east, scene.longitude))
        }
        let ratio = Self.width / Self.height
        let high = min(150, max(24, (north - south) * 1.35, (east - west) * 1.25 / ratio))
        let wide = min(360, high * ratio)
        let middle = ((south + north) / 2, (west + east) / 2)
        return (min(max(middle.0 - high / 2, -65), 85 - high), min(max(middle.1 - wide / 2, -180), 180 - wide), high, wide)
    }

    var html: HTML {
        let area = bounds
        let scale = Self.width / area.wide
        func place(_ latitude: Double, _ longitude: Double) -> (x: Double, y: Double) {
            ((longitude - area.west) * scale, (area.south + area.high - latitude) * Self.height / area.high)
        }
        let t = Coordinate.text
        let dot = max(1.4, Land.cell * scale * 0.62)
        let seen = land.dots.map { place($0.latitude, $0.longitude) }
            .filter { (0...Self.width).contains($0.x) && (0...Self.height).contains($0.y) }
        let most = Double(max(1, scenes.map(\.incidents).max() ?? 1))
        let labelled = labelled(place)
        return tag("figure", .class("chart")) {
            Pan(label: words["map.lead"]).around {
                tag(
                    "svg", .class("map"), .with("viewBox", "0 0 760 420"), .with("role", "img"),
                    .with("aria-labelledby", "map-title map-about")
                ) {
                    tag("title", .id("map-title")) { words["map.title"] }
                    tag("desc", .id("map-about")) { words["map.about"] }
                    graticule(area, place)
                    tag(
                        "path", .class("land"), .with("stroke-width", t(dot)),
                        .with("d", seen.map { "M\(t($0.x)) \(t($0.y))h0" }.joined()))
                    scenes.map { scene in
                        let point = place(scene.latitude, scene.longitude)
                        return tag(
                            "circle", .class(2 * scene.hostile > scene.incidents ? "scene hostile" : "scene friendly"),
                            .with("cx", t(point.x)), .with("cy", t(point.y)),
                            .with("r", t(3.5 + 11 * (Double(scene.incidents) / most).squareRoot()))
                        ) { tag("title") { "\(scene.place): \(words.count(scene.incidents, "incidents"))" } }
                    }
                    scenes.filter { labelled.contains($0.place) }.map { scene in
                        let point = place(scene.latitude, scene.longitude)
                        let isRight = point.x > Self.width - 110
                        let reach = 6 + 11 * (Double(scene.incidents) / most).squareRoot()
                        return tag(
                            "text", .with("x", t(point.x + (isRight ? -reach : reach))), .with("y", t(point.y + 4)),
                            .with("text-anchor", isRight ? "end" : "start")
                        ) { scene.place }
                    }
                }
            }
            tag("figcaption", .class("legend")) {
                tag("span", .class("key hostile")) { words["legend.hostile"] }
                " "
                tag("span", .class("key friendly")) { words["legend.friendly"] }
                " "
                words["map.size"]
            }
        }
    }

    /// The places with most incidents whose names do not run into each other.
    private func labelled(_ place: (Double, Double) -> (x: Double, y: Double)) -> Set<String> {
        var chosen: [(name: String, x: Double, y: Double)] = []
        for scene in scenes.prefix(20) where chosen.count < 10 {
            let point = place(scene.latitude, scene.longitude)
            let isFree = chosen.allSatisfy { abs($0.y - point.y) > 15 || abs($0.x - point.x) > 110 }
            if isFree { chosen.append((scene.place, point.x, point.y)) }
        }
        return Set(chosen.map(\.name))
    }

    /// Meridians and parallels, with their degrees at the edge.
    private func graticule(
        _ area: (south: Double, west: Double, high: Double, wide: Double), _ place: (Double, Double) -> (x: Double, y: Double)
    ) -> HTML {
        let step = area.wide > 200 ? 30.0 : area.wide > 80 ? 15 : area.wide > 40 ? 10 : 5
        var parts: [HTML] = []
        let t = Coordinate.text
        var longitude = (area.west / step).rounded(.up) * step
        while longitude < area.west + area.wide {
            let x = t(place(0, longitude).x)
            parts.append(
                tag("line", .class("grid"), .with("x1", x), .with("x2", x), .with("y1", "0"), .with("y2", t(Self.height))))
            longitude += step
        }
        var latitude = (area.south / step).rounded(.up) * step
        while latitude < area.south + area.high {
            let y = place(latitude, 0).y
            parts.append(
                tag("line", .class("grid"), .with("x1", "0"), .with("x2", t(Self.width)), .with("y1", t(y)), .with("y2", t(y))))
            let degrees = "\(Int(abs(latitude)))° " + words[latitude < 0 ? "map.south" : "map.north"]
            parts.append(tag("text", .class("quiet"), .with("x", "4"), .with("y", t(y - 3))) { latitude == 0 ? "0°" : degrees })
            latitude += step
        }
        return HTML(parts)
    }
}
