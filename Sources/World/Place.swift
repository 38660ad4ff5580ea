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
}
