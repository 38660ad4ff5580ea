/// A place on the map, and the state it lies in.
public struct Place: Hashable, Sendable, Codable {
    public var name: String
    /// ISO 3166-1 alpha-3.
    public var state: String?
    /// Degrees north.
    public var latitude: Double?
    /// Degrees east.
    public var longitude: Double?

    public init(name: String, state: String? = nil, latitude: Double? = nil, longitude: Double? = nil) {
        self.name = name
        self.state = state
        self.latitude = latitude
        self.longitude = longitude
    }

    /// A place under the name a report gives it.
    init(_ place: Place, named name: String) {
        self = place
        self.name = name
    }

    /// - Parameter text: degrees north and east, parted by a space; `nil` where it is neither that nor left out.
    init?(named name: String, in state: String?, at text: String?) {
        let degrees = text?.split(separator: " ").compactMap { Double($0) } ?? []
        guard text == nil || degrees.count == 2 && abs(degrees[0]) <= 90 && abs(degrees[1]) <= 180 else { return nil }
        self.init(name: name, state: state, latitude: degrees.first, longitude: degrees.last)
    }
}
