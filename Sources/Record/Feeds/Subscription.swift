/// A feed that the record follows, and how it went the last time.
public struct Subscription: Hashable, Sendable {
    public var address: String
    public var title: String?
    /// The server's marks of the version last read.
    public var etag: String?
    public var modified: String?
    /// Seconds since 1970-01-01: when it was last asked, and when it is to be asked again.
    public var checked: Int?
    public var due: Int
    /// How often in a row it could not be read, and why the last time.
    public var failures: Int
    public var error: String?
    /// How many reports it has brought.
    public var reports: Int

    /// Whether it is to be asked. Where it was asked in what is the future now, the clock was set back, and its waiting means
    /// nothing.
    public func isDue(at now: Int) -> Bool { due <= now || (checked ?? now) > now }
}
