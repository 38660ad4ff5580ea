internal import Coding
internal import Reading
internal import Record
internal import World

/// An incident as lists show it, with the sentence that tells it best.
struct IncidentRow: Sendable {
    let incident: Incident
    /// The surest event's sentence, and who printed it.
    let sentence: String?
    let outlet: String?
    let report: String?

    /// Incidents with their proving sentences.
    static func rows(of incidents: [Incident], in library: Library) throws -> [IncidentRow] {
        zip(incidents, try library.record.proofs(of: incidents)).map { incident, proof in
            IncidentRow(incident: incident, sentence: proof?.sentence, outlet: proof?.outlet, report: proof?.report)
        }
    }

    var actor: String { incident.dyad.first ?? "" }
    var recipient: String { incident.dyad.count > 1 ? incident.dyad[1] : "" }
    var isHostile: Bool { incident.type.isHostile }
}

extension EventType {
    var isHostile: Bool { quad == .verbalConflict || quad == .materialConflict }
}

extension Incident {
    /// "2 or at least 8 arrested".
    func figures(_ words: Words) -> String {
        figures.compactMap { kind, accounts -> String? in
            guard kind != .other else { return nil }
            var told: [String] = []
            for account in accounts {
                let amount = words.amount(account.value, account.qualifier)
                if !told.contains(amount) { told.append(amount) }
            }
            return told.isEmpty ? nil : words("figure.\(kind.rawValue)", ["n": told.joined(separator: " \(words["or"]) ")])
        }.joined(separator: ", ")
    }

    func dates(_ words: Words) -> String { date.map { words.dates($0.start, $0.end) } ?? words["undated"] }
}
