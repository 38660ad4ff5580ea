internal import Reading

/// Which states and regions a report has named, by which names that several bear are told apart.
struct Evidence: Sendable {
    private(set) var states: [String: Int] = [:]
    private var regions: [Int: Int] = [:]
    /// Those that the report names otherwise than by a town of theirs.
    private var named: Set<String> = []

    /// Towns smaller than this are named too rarely, and bear too many other names, to tell anything.
    private static let town = 50_000

    mutating func note(_ references: [Reference], in world: World, on day: Day?) {
        if references.contains(.idiom) { return }
        var codes: Set<String> = []
        var place: Gazetteer.Entry?
        for reference in references {
            switch reference {
            case .state(let code, let form, _):
                if form != .short, day.map({ world.states[code]?.exists(on: $0) ?? true }) ?? true { codes.insert(code) }
            case .holder(let index):
                let holder = world.holders[index]
                if day.map(holder.holds) ?? false { codes.insert(holder.state) }
            case .nationalOrgan(let state, _, _, let needsState): if !needsState { codes.insert(state) }
            case .surname(let number):
                if let state = Self.ruled(world.surnames[number], in: world, on: day) { codes.insert(state) }
            case .region(let index): if let state = world.regions[index].state { codes.insert(state) }
            case .place(let index):
                let entry = world.gazetteer[index]
                if entry.kind == .region { regions[index, default: 0] += 0 }
                if place == nil { place = entry }
                if entry.kind == .county, let region = entry.region { regions[region, default: 0] += 1 }
            default: break
            }
        }
        if let state = codes.first, codes.count == 1 {
            // "Georgia" tells of neither of the two.
            let isShared = place.map { $0.kind == .region && $0.place.state != state && $0.population > 1_000_000 } ?? false
            if !isShared {
                states[state, default: 0] += 1
                named.insert(state)
            }
        } else if codes.isEmpty, let place, place.population >= Self.town || place.kind == .region {
            if let state = place.place.state { states[state, default: 0] += 1 }
            if let region = place.region { regions[region, default: 0] += 1 }
        }
    }

    /// Surnames that are common words as well.
    private static let words: Set<String> = ["May", "Key", "Moon", "Park", "Rice", "Brown", "English", "Bush", "Major", "Lam"]

    /// The state that the only head of state or government of a surname leads on a day.
    private static func ruled(_ holders: [Int], in world: World, on day: Day?) -> String? {
        guard let day else { return nil }
        let leading = holders.map { world.holders[$0] }.filter {
            $0.holds(on: day) && ["president", "prime-minister", "supreme-leader"].contains($0.office)
        }
        let states = Set(leading.map(\.state))
        guard states.count == 1, let holder = leading.first, let last = holder.name.split(separator: " ").last,
            !words.contains(String(last))
        else { return nil }
        return holder.state
    }

    func of(_ state: String?) -> Int { state.flatMap { states[$0] } ?? 0 }
    func of(region: Int) -> Int { regions[region] ?? 0 }

    /// Whether a report that speaks of several states speaks of others than this one: a town that bears the name of one of
    /// this state's is another town then.
    func isForeign(_ state: String?) -> Bool { named.count > 1 && state.map { !named.contains($0) } ?? false }

    /// The state that alone is named.
    var only: String? { states.count == 1 ? states.first?.key : nil }

    /// The state named most, where no other is named as often.
    var leading: String? {
        let most = states.values.max() ?? 0
        let first = states.filter { $0.value == most }
        return first.count == 1 ? first.first?.key : nil
    }
}
