/// How long to wait before a source that failed is asked again.
package enum Backoff {
    /// Twice as long with each failure, up to a day, less up to a quarter by which sources that fail together are spread.
    ///
    /// The spread is drawn from what is given, so that the same failure always waits equally long.
    /// - Returns: seconds.
    package static func delay(failures: Int, of source: String, interval: Int) -> Int {
        guard failures > 0 else { return interval }
        let whole = min(interval << min(failures, 16), max(86_400, interval))
        // FNV-1a.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in "\(source) \(failures)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return whole - Int(hash >> 33) % max(1, whole / 4)
    }
}
