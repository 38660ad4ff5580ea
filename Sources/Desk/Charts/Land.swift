internal import World

/// Where there is land, as coarse as a map of dots needs: the cells of a grid in which the gazetteer knows a town.
package struct Land: Sendable {
    /// In degrees.
    static let cell = 1.5

    struct Dot: Sendable, Hashable {
        let latitude: Double
        let longitude: Double
    }

    let dots: [Dot]

    init(of world: World) {
        var cells: Set<Dot> = []
        for index in 0..<world.gazetteer.count {
            let place = world.gazetteer[index].place
            guard let latitude = place.latitude, let longitude = place.longitude else { continue }
            func center(_ degrees: Double) -> Double { ((degrees / Self.cell).rounded(.down) + 0.5) * Self.cell }
            cells.insert(Dot(latitude: center(latitude), longitude: center(longitude)))
        }
        dots = cells.sorted { ($0.latitude, $0.longitude) < ($1.latitude, $1.longitude) }
    }
}
