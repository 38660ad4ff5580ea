internal import GRDB

/// Views of a record for whoever opens its file with SQLite or Datasette: flat tables in plain words, without JSON.
/// Documentation/record.md says what they hold.
enum Views {
    static func make(_ db: Database) throws {
        try db.execute(
            sql: """
                DROP VIEW IF EXISTS reports;
                CREATE VIEW reports AS
                    SELECT id AS report, published, outlet, title, byline, url, language, text FROM report;
                DROP VIEW IF EXISTS events;
                CREATE VIEW events AS
                    SELECT event.id AS event, event.report, event.start, event.end, event.actor, event.recipient, event.type,
                        event.act, event.json ->> '$.scale' AS scale, event.json ->> '$.status' AS status,
                        event.json ->> '$.attribution.text' AS according_to, event.json ->> '$.place.name' AS place,
                        event.json ->> '$.place.latitude' AS latitude, event.json ->> '$.place.longitude' AS longitude,
                        event.json ->> '$.confidence' AS confidence, event.json ->> '$.sentence.text' AS sentence
                    FROM event WHERE standing IS NOT 'rejected';
                DROP VIEW IF EXISTS incidents;
                CREATE VIEW incidents AS
                    SELECT id AS incident, start, end, actor, recipient, type, act, status, contested, confidence, place,
                        latitude, longitude, json_array_length(events) AS events, json_array_length(reports) AS reports,
                        json_array_length(origins) AS origins
                    FROM incident;
                DROP VIEW IF EXISTS pairs;
                CREATE VIEW pairs AS
                    SELECT actor, recipient, count(*) AS incidents, min(start) AS first, max(end) AS last
                    FROM incident GROUP BY actor, recipient;
                """)
    }
}
