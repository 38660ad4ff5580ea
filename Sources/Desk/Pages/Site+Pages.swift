extension Site {
    private static let list: [Format] = [.json, .csv, .rss, .atom, .ics]
    private static let table: [Format] = [.json, .csv]
    private static let language = "lang"

    /// What anyone may read.
    static let pages: [Route] = [
        Route("/", list, options: [language], "What moved lately.") { call in try call.answer(FrontPage(call), formats: list) },
        Route("/incidents", list, options: Filter.options + [language], "Incidents, the latest first.") { call in
            try call.answer(IncidentsPage(call), formats: list)
        },
        Route("/incidents/:id", [.json], options: [language], "An incident with its accounts and evidence.") { call in
            try call.answer(IncidentPage(call), formats: [.json])
        },
        Route("/dossiers/:pair", list + [.bib, .ris], options: Filter.options + [language], "Two states: tension and incidents.") { call in
            switch call.format {
            case .bib?, .ris?: try CitationAnswer.answer(call, call.format ?? .bib)
            default: try call.answer(DossierPage(call), formats: list)
            }
        },
        Route("/states/:code", list, options: Filter.options + [language], "A state: its partners and incidents.") { call in
            try call.answer(StatePage(call), formats: list)
        },
        Route("/reports", list, options: ["source", "after", language], "Reports, the latest first.") { call in
            try call.answer(ReportsPage(call), formats: list)
        },
        Route("/reports/:id", [.json], options: [language], "A report as it was understood.") { call in
            try call.answer(ReportPage(call), formats: [.json])
        },
        Route("/network", table, options: ["since", "until", language], "Who has to do with whom.") { call in
            try call.answer(NetworkPage(call), formats: table)
        },
        Route("/map", table, options: ["type", "since", "until", language], "Where things happened.") { call in
            try call.answer(MapPage(call), formats: table)
        },
        Route("/search", table + [.rss, .atom, .ics], options: ["q", language], "Incidents, reports and names by words.") { call in
            try call.answer(SearchPage(call), formats: call.query["q"] == nil ? [] : table + [.rss, .atom, .ics])
        },
        Route("/method", table, options: [language], "How events are read and the index made.") { call in
            try call.answer(MethodPage(call), formats: table)
        },
        Route("/sources", table, options: [language], "Outlets, whose they are, and how much each tells.") { call in
            try call.answer(SourcesPage(call), formats: table)
        },
        Route("/corrections", [.json, .csv, .rss, .atom], options: [language], "What people corrected.") { call in
            try call.answer(CorrectionsPage(call), formats: [.json, .csv, .rss, .atom])
        },
        Route("/support", [.json], options: [language], "How to help.") { call in try call.answer(SupportPage(call)) },
    ]
}
