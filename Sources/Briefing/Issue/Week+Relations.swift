internal import Coding
internal import Reading
internal import Record

extension Week {
    /// Which incidents answered others, where the record says so.
    static func answers(_ entries: [Dossier.Entry], in record: Record) throws -> [Answer] { [] }

    /// The index of both directions, where the record has one.
    static func index(of pair: PairName, on day: Day, in record: Record, ontology: Ontology) throws -> [Issue.IndexLine] { [] }
}
