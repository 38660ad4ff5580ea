internal import Coding
internal import Reading

/// The network of states as GraphML: a node a party, an edge a direction in which anything is told, with what it amounts to.
struct StateNetwork: IncidentWriter {
    private struct Tie {
        var incidents = 0
        var severity = Severity()
        var first: Day?
        var last: Day?
    }

    let name: (String) -> String
    private var ties: [[String]: Tie] = [:]

    init(name: @escaping (String) -> String) { self.name = name }

    func opening() -> String {
        """
        <?xml version="1.0" encoding="utf-8"?>
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <key id="name" for="node" attr.name="name" attr.type="string"/>
        <key id="incidents" for="edge" attr.name="incidents" attr.type="int"/>
        <key id="hostile" for="edge" attr.name="hostile" attr.type="double"/>
        <key id="cooperative" for="edge" attr.name="cooperative" attr.type="double"/>
        <key id="first" for="edge" attr.name="first" attr.type="string"/>
        <key id="last" for="edge" attr.name="last" attr.type="string"/>
        <graph edgedefault="directed">

        """
    }

    mutating func text(of item: ExportedIncident) -> String? {
        var tie = ties[[item.actor, item.recipient]] ?? Tie()
        tie.incidents += 1
        tie.severity = tie.severity + Severity(scale: item.scale)
        if let date = item.incident.date {
            tie.first = tie.first.map { min($0, date.start) } ?? date.start
            tie.last = tie.last.map { max($0, date.start) } ?? date.start
        }
        ties[[item.actor, item.recipient]] = tie
        return ""
    }

    func closing(count: Int) -> String {
        let parties = Set(ties.keys.flatMap(\.self)).sorted()
        var text = ""
        for party in parties {
            text += "<node id=\"\(XMLText.escaped(party))\"><data key=\"name\">\(XMLText.escaped(name(party)))</data></node>\n"
        }
        for (parties, tie) in ties.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            text += "<edge source=\"\(XMLText.escaped(parties[0]))\" target=\"\(XMLText.escaped(parties[1]))\">"
            text += "<data key=\"incidents\">\(tie.incidents)</data>"
            text += "<data key=\"hostile\">\(tie.severity.hostile)</data>"
            text += "<data key=\"cooperative\">\(tie.severity.cooperative)</data>"
            for (key, day) in [("first", tie.first), ("last", tie.last)] {
                if let day { text += "<data key=\"\(key)\">\(day)</data>" }
            }
            text += "</edge>\n"
        }
        return text + "</graph>\n</graphml>\n"
    }
}
