internal import Coding
internal import Foundation
internal import GRDB

extension Record {
    /// How many of the latest finds are ranked; a word that is in everything is ranked by these alone.
    private static let ranked = 2_000

    /// Looks for words in reports, in what tells of incidents, and in names. Any text will do: what is no word is passed over.
    ///
    /// - Parameter limit: how many of each kind, at most; no more than a thousand.
    public func search(_ text: String, limit: Int = 10) throws(RecordError) -> SearchResults {
        try search(text, limit: limit, common: 50_000)
    }

    /// - Parameter common: what is in as many texts says too little to rank them by, and to weigh it would take longer than to
    ///   find it.
    func search(_ text: String, limit: Int, common: Int) throws(RecordError) -> SearchResults {
        let words = SearchWords(text)
        guard !words.isEmpty, limit > 0 else { return SearchResults(incidents: [], reports: [], names: []) }
        let limit = min(limit, 1_000)
        return try reading { db in
            SearchResults(
                incidents: try Self.incidents(words, limit, common, db),
                reports: try Self.documents(words, limit, common, db),
                names: try Self.names(words, limit, db))
        }
    }

    /// How finds of a table are ranked; where a phrase is too common, only the latest come first.
    private static func rank(_ words: SearchWords, in table: String, weights: String, _ common: Int, _ db: Database) throws
        -> String
    {
        let isTelling = try words.expressions.allSatisfy { expression in
            let count = try Int.fetchOne(
                db.cachedStatement(
                    sql: "SELECT count(*) FROM (SELECT 1 FROM \(table) WHERE \(table) MATCH ? LIMIT \(common))"),
                arguments: [expression])
            return (count ?? 0) < common
        }
        return isTelling ? "bm25(\(table), \(weights))" : "0"
    }

    private static func incidents(_ words: SearchWords, _ limit: Int, _ common: Int, _ db: Database) throws
        -> [SearchResults.Telling]
    {
        let rank = try rank(words, in: "event_words", weights: "1, 2, 2", common, db)
        let events = try String.fetchAll(
            db,
            sql: """
                SELECT event FROM (
                    SELECT rowid AS number, \(rank) AS rank FROM event_words
                    WHERE event_words MATCH ? ORDER BY rowid DESC LIMIT \(ranked)
                ) JOIN event_number USING (number) ORDER BY rank, number DESC LIMIT ?
                """, arguments: [words.expression, 5 * limit])
        var found: [SearchResults.Telling] = []
        var known: Set<String> = []
        for event in events where found.count < limit {
            guard let incident = try incident(tellingOf: event, db), known.insert(incident.id).inserted else { continue }
            let sentence = try String.fetchOne(
                db, sql: "SELECT json ->> '$.sentence.text' FROM event WHERE id = ?", arguments: [event])
            found.append(SearchResults.Telling(incident: incident, sentence: sentence ?? ""))
        }
        return found
    }

    /// `nil` where a person rejected the event.
    private static func incident(tellingOf event: String, _ db: Database) throws -> Incident? {
        let id = try String.fetchOne(db, sql: "SELECT incident FROM mention WHERE event = ?", arguments: [event])
        return try id.flatMap { try Incidents.find($0, db) }
    }

    private static func documents(_ words: SearchWords, _ limit: Int, _ common: Int, _ db: Database) throws
        -> [SearchResults.Document]
    {
        let rank = try rank(words, in: "report_words", weights: "4, 1", common, db)
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT report.id, outlet, title, published FROM (
                    SELECT rowid AS number, \(rank) AS rank FROM report_words
                    WHERE report_words MATCH ? ORDER BY rowid DESC LIMIT \(ranked)
                ) JOIN report_number USING (number) JOIN report ON report.id = report_number.report
                ORDER BY rank, number DESC LIMIT ?
                """, arguments: [words.expression, limit])
        let wanted = words.phrases.flatMap(\.words).map(folded)
        return try rows.map { row in
            let id: String = row["id"]
            let sentences = try String.fetchAll(
                db, sql: "SELECT text FROM sentence WHERE report = ? ORDER BY number", arguments: [id])
            let sentence = sentences.first { sentence in
                let text = folded(sentence)
                return wanted.contains { text.contains($0) }
            }
            return SearchResults.Document(
                report: id, outlet: row["outlet"], title: row["title"], published: row["published"], sentence: sentence)
        }
    }

    private static func names(_ words: SearchWords, _ limit: Int, _ db: Database) throws -> [SearchResults.Name] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT name, events FROM (
                    SELECT rowid AS number FROM name_words WHERE name_words MATCH ? LIMIT \(ranked)
                ) JOIN named USING (number) WHERE events > 0 ORDER BY events DESC, name LIMIT ?
                """, arguments: [words.expression, limit]
        ).map { SearchResults.Name(name: $0["name"], events: $0["events"]) }
    }

    private static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }
}
