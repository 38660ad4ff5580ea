extension Site {
    private static let list: [Format] = [.json, .csv, .rss, .atom, .ics]
    private static let table: [Format] = [.json, .csv]
    private static let language = "lang"

    /// What anyone may read.
    static let pages: [Route] = [
        Route(.get, "/", as: list, options: [language], "What moved lately.") { call in
            try call.answer(FrontPage(call), formats: list)
        },
        Route(.get, "/incidents", as: list, options: Filter.options + [language], "Incidents, the latest first.") { call in
            try call.answer(IncidentsPage(call), formats: list)
        },
        Route(.get, "/incidents/:id", as: [.json], options: [language], "An incident with its accounts and evidence.") { call in
            try call.answer(IncidentPage(call), formats: [.json])
        },
        Route(
            .get, "/dossiers/:pair", as: list + [.bib, .ris], options: Filter.options + [language],
            "Two states: tension and incidents."
        ) { call in
            switch call.format {
            case .bib?, .ris?: try CitationAnswer.answer(call, call.format ?? .bib)
            default: try call.answer(DossierPage(call), formats: list)
            }
        },
        Route(.get, "/states/:code", as: list, options: Filter.options + [language], "A state: its partners and incidents.") {
            call in
            try call.answer(StatePage(call), formats: list)
        },
        Route(.get, "/reports", as: list, options: ["source", "after", language], "Reports, the latest first.") { call in
            try call.answer(ReportsPage(call), formats: list)
        },
        Route(.get, "/reports/:id", as: [.json], options: [language], "A report as it was understood.") { call in
            try call.answer(ReportPage(call), formats: [.json])
        },
        Route(.get, "/network", as: table, options: ["since", "until", language], "Who has to do with whom.") { call in
            try call.answer(NetworkPage(call), formats: table)
        },
        Route(.get, "/map", as: table, options: ["type", "since", "until", language], "Where things happened.") { call in
            try call.answer(MapPage(call), formats: table)
        },
        Route(
            .get, "/search", as: table + [.rss, .atom, .ics], options: ["q", language], "Incidents, reports and names by words."
        ) { call in
            try call.answer(SearchPage(call), formats: call.query["q"] == nil ? [] : table + [.rss, .atom, .ics])
        },
        Route(.get, "/method", as: table, options: [language], "How events are read and the index made.") { call in
            try call.answer(MethodPage(call), formats: table)
        },
        Route(.get, "/sources", as: table, options: [language], "Outlets, whose they are, and how much each tells.") { call in
            try call.answer(SourcesPage(call), formats: table)
        },
        Route(.get, "/corrections", as: [.json, .csv, .rss, .atom], options: [language], "What people corrected.") { call in
            try call.answer(CorrectionsPage(call), formats: [.json, .csv, .rss, .atom])
        },
        Route(.get, "/support", as: [.json, .ics], options: [language], "How to help; as a calendar, a reminder in a month.") {
            call in
            try call.format == .ics ? ReminderAnswer.answer(call) : call.answer(SupportPage(call))
        },
    ]
}
