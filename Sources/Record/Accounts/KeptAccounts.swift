internal import Foundation

/// The accounts of an incident as they were found, or as the record keeps them: in JSON, which is read when they are asked for,
/// since of ten thousand incidents most lists show few.
enum KeptAccounts: Sendable {
    case found([Incident.Account])
    case json(String)

    var all: [Incident.Account] {
        switch self {
        case .found(let accounts): accounts
        case .json("[]"): []
        case .json(let text): (try? JSONDecoder().decode([Incident.Account].self, from: Data(text.utf8))) ?? []
        }
    }
}

extension KeptAccounts: Hashable {
    static func == (one: KeptAccounts, other: KeptAccounts) -> Bool { one.all == other.all }

    func hash(into hasher: inout Hasher) { hasher.combine(all) }
}
