internal import Record

/// Where things happened.
struct MapPage: Page {
    let filter: Filter
    let scenes: [Record.Scene]
    let land: Land

    init(_ call: Call) throws {
        filter = try Filter(call.query)
        scenes = try call.library.record.scenes(Record.Selection(types: filter.types, since: filter.since, until: filter.until))
        land = try call.library.land.value()
    }

    func title(_ words: Words) -> String { words["map.title"] }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("h1") { title(words) }
        tag("p", .class("lead")) { words["map.lead"] }
        SpanForm(filter: filter, path: ["map"], words: words).html
        MapPicture(scenes: scenes, land: land, words: words).html
        Table(
            columns: [words["map.place"], words["map.state"], words["tie.incidents"], words["tie.hostile"], words["map.where"]],
            rows: scenes.map { scene in
                [
                    tag("a", .href(Address("incidents", scene.latest))) { scene.place },
                    HTML(text: scene.state.map(words.party) ?? ""), HTML(text: words.number(scene.incidents)),
                    HTML(text: "\(100 * scene.hostile / max(1, scene.incidents)) %"),
                    HTML(text: "\(Coordinate.text(scene.latitude)) \(Coordinate.text(scene.longitude))"),
                ]
            }, label: words["map.title"], numeric: [2, 3, 4]
        ).html
    }

    var json: any Encodable & Sendable { ["places": scenes] }

    func listing(_ words: Words) -> Listing? {
        Listing(
            title: title(words), columns: ["place", "state", "latitude", "longitude", "incidents", "hostile"],
            rows: scenes.map {
                [$0.place, $0.state ?? "", String($0.latitude), String($0.longitude), String($0.incidents), String($0.hostile)]
            })
    }
}
