extension World {
    /// The keys of the kinds of organ that states have: `foreign-ministry`.
    public var organs: [String] { sectors.keys.sorted() }
}
