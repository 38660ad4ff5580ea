/// Agglomerative clustering by the mean likeness between the members of two clusters.
enum AverageLinkage {
    /// The clusters of `count` things, each in ascending order, in the order of their first members. Takes memory that grows
    /// with the square of `count`.
    ///
    /// - Parameters:
    ///   - least: clusters less alike stay apart.
    ///   - likeness: of two things by their numbers.
    static func clusters(_ count: Int, atLeast least: Float, likeness: (Int, Int) -> Float) -> [[Int]] {
        guard count > 0 else { return [] }
        var table = [[Float]](repeating: [Float](repeating: -.infinity, count: count), count: count)
        for one in 0..<count {
            for other in 0..<one {
                let value = likeness(one, other)
                table[one][other] = value
                table[other][one] = value
            }
        }
        var clusters = (0..<count).map { [$0] }
        /// Each cluster's likeliest other.
        var nearest = table.map(best)
        while let one = clusters.indices.filter({ !clusters[$0].isEmpty }).max(by: { first, second in
            (nearest[first].value, second) < (nearest[second].value, first)
        }), nearest[one].value >= least {
            let other = nearest[one].index
            let (kept, gone) = (min(one, other), max(one, other))
            let (first, second) = (Float(clusters[kept].count), Float(clusters[gone].count))
            for third in clusters.indices where third != kept && third != gone && !clusters[third].isEmpty {
                let value = (first * table[kept][third] + second * table[gone][third]) / (first + second)
                table[kept][third] = value
                table[third][kept] = value
                table[third][gone] = -.infinity
            }
            clusters[kept] = (clusters[kept] + clusters[gone]).sorted()
            clusters[gone] = []
            table[kept][gone] = -.infinity
            table[gone] = [Float](repeating: -.infinity, count: count)
            for third in clusters.indices where !clusters[third].isEmpty {
                if third == kept || nearest[third].index == kept || nearest[third].index == gone
                    || table[third][kept] > nearest[third].value
                {
                    nearest[third] = best(table[third])
                }
            }
        }
        return clusters.filter { !$0.isEmpty }
    }

    /// The greatest value and its place; of equal ones the first.
    private static func best(_ row: [Float]) -> (value: Float, index: Int) {
        var best: (value: Float, index: Int) = (-.infinity, 0)
        for (index, value) in row.enumerated() where value > best.value { best = (value, index) }
        return best
    }
}
