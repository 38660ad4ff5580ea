internal import Briefing
internal import Foundation

extension Site {
    /// The letter's pages, where there is a letter. Fetching one changes nothing: programs that look through mail do it.
    static func letter(_ list: MailingList) -> [Route] { subscribing(list) + archive(list) + editing(list) }

    private static func subscribing(_ list: MailingList) -> [Route] {
        [
            Route(.post, "/briefing", "Asks for the letter.") { call in try SubscribeAction.answer(call, list) },
            Route(.get, "/briefing/asked", "What happens after asking for the letter.") { call in
                try call.answer(LetterNotice(.asked, call, list))
            },
            Route(.get, "/briefing/confirm/:token", isLive: true, "The button that confirms.") { call in
                guard try list.readers.isWaiting(for: call["token"], at: Date()) else { return try expired(call, list) }
                return try call.answer(LetterNotice(.confirm, call, list))
            },
            Route(.post, "/briefing/confirm/:token", "Confirms that the letter is wanted.") { call in
                guard try list.readers.confirm(call["token"], at: Date()) else { return try expired(call, list) }
                return try call.answer(LetterNotice(.confirmed, call, list))
            },
            Route(.get, "/briefing/leave/:token", isLive: true, "The button that ends it.") { call in
                try call.answer(LetterNotice(.leave, call, list))
            },
            // A letter box's own button posts here from wherever it is, without cookie or secret (RFC 8058). The token is all
            // that is asked for, and the answer is the same for one that nobody has.
            Route(.post, "/briefing/leave/:token", isOpen: true, "Ends it, as often as it is asked for.") { call in
                try list.readers.leave(call["token"], at: Date())
                return try call.answer(LetterNotice(.left, call, list))
            },
        ]
    }

    private static func expired(_ call: Call, _ list: MailingList) throws -> Answer {
        var answer = try call.answer(LetterNotice(.expired, call, list))
        answer.status = 404
        return answer
    }

    private static func archive(_ list: MailingList) -> [Route] {
        let formats: [Format] = [.json, .csv, .rss, .atom, .ics]
        return [
            Route(.get, "/briefing", as: formats, options: ["pair", "lang"], "The letter: its issues, and how to get it.") {
                call in
                // The feed has whole issues.
                if call.format == .rss {
                    let feed = IssueFeed(try list.readers.issues(), head: list.head)
                    return Answer(type: Format.rss.contentType, text: feed.rss)
                }
                return try call.answer(LetterPage(call, list), formats: formats)
            },
            Route(.get, "/briefing/privacy", as: [.json], options: ["lang"], "What is kept of a reader.") { call in
                try call.answer(PrivacyPage(isSealed: list.publisher.settings.vault.isSealed))
            },
            Route(.get, "/briefing/:day", as: [.json], options: ["lang"], "An issue of the letter.") { call in
                try call.answer(IssuePage(call, list), formats: [.json])
            },
        ]
    }

    private static func editing(_ list: MailingList) -> [Route] {
        [
            Route(.get, "/letter", as: [.json], least: .editor, options: ["on"], "The issue that goes out next.") { call in
                try call.answer(WeekPage(call, list, day: WeekAction.day(call.query["on"], list)), formats: [.json])
            },
            Route(.post, "/letter", least: .editor, "Keeps, shows or tries out the plan of an issue.") { call in
                try await WeekAction.answer(call, list)
            },
        ]
    }
}
