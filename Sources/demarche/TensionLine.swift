import Reading
import Record

/// A week of tension for machines; figures to one tenth of a point.
struct TensionLine: Encodable {
    struct Contribution: Encodable {
        let incident: String
        let points: Double
    }

    let actor: String
    let recipient: String
    let week: Day
    /// Null with too few reports.
    let index: Double?
    let band50: [Double]?
    let band90: [Double]?
    let effective: Double
    let incidents: Int
    let origins: Int
    let change: Bool
    let longRun: Double
    /// Of at least a tenth of a point, the weightiest first.
    let contributions: [Contribution]

    init(_ week: Tension.Week, of tension: Tension) {
        func tenths(_ number: Double) -> Double { (number * 10).rounded() / 10 }
        func band(_ range: ClosedRange<Double>?) -> [Double]? { range.map { [tenths($0.lowerBound), tenths($0.upperBound)] } }
        actor = tension.actor
        recipient = tension.recipient
        self.week = week.start
        index = week.index.map(tenths)
        band50 = band(week.bands?.half)
        band90 = band(week.bands?.ninety)
        effective = tenths(week.effective)
        incidents = week.incidents
        origins = week.origins
        change = week.isChange
        longRun = tenths(100 * tension.longRunShare)
        let parts = week.index == nil ? [] : tension.contributions(to: week)
        contributions = parts.map { Contribution(incident: $0.incident, points: tenths($0.points)) }
            .filter { $0.points != 0 }
            .sorted { (abs($1.points), $0.incident) < (abs($0.points), $1.incident) }
    }

    private enum CodingKeys: String, CodingKey {
        case actor, recipient, week, index, band50, band90, effective, incidents, origins, change, contributions
        case longRun = "long_run"
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(actor, forKey: .actor)
        try values.encode(recipient, forKey: .recipient)
        try values.encode(week, forKey: .week)
        try values.encode(index, forKey: .index)
        try values.encode(band50, forKey: .band50)
        try values.encode(band90, forKey: .band90)
        try values.encode(effective, forKey: .effective)
        try values.encode(incidents, forKey: .incidents)
        try values.encode(origins, forKey: .origins)
        try values.encode(change, forKey: .change)
        try values.encode(longRun, forKey: .longRun)
        try values.encode(contributions, forKey: .contributions)
    }
}
