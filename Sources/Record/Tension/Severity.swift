/// The hostile and the cooperative parts of the scale, added up over acts.
struct Severity: Hashable, Sendable {
    var hostile = 0.0
    var cooperative = 0.0

    init() {}

    init(scale: Double) {
        hostile = max(0, -scale)
        cooperative = max(0, scale)
    }

    var total: Double { hostile + cooperative }

    /// What part of it was hostile; `nil` where there is nothing.
    var share: Double? { total > 0 ? hostile / total : nil }

    static func + (one: Severity, other: Severity) -> Severity {
        var sum = one
        sum.hostile += other.hostile
        sum.cooperative += other.cooperative
        return sum
    }

    static func * (severity: Severity, factor: Double) -> Severity {
        var product = severity
        product.hostile *= factor
        product.cooperative *= factor
        return product
    }
}
