internal import Coding
internal import Reading
internal import Record
internal import World

/// A reference to what the record has on two states today.
enum CitationAnswer {
    static func answer(_ call: Call, _ format: Format) throws -> Answer {
        // A reference is to the whole dossier; filters are refused where a list refuses them.
        _ = try Filter(call.query)
        let states = try DossierPage.states(call["pair"], in: call.library)
        let names = states.map { call.library.world.states[$0]?.name ?? $0 }
        let snapshot = try Snapshot(of: Record.Selection(states: states), in: call.library.record)
        let citation = Citation(
            snapshot, subject: names.joined(separator: " and "), day: Library.today, version: Site.version)
        return Answer(type: format.contentType, text: try citation.text(format == .bib ? .bibtex : .ris))
    }
}
