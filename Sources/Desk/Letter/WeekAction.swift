internal import Briefing
internal import Foundation
internal import Reading

/// What an editor does with the plan of an issue: keeps it, looks at what comes of it, or sends himself the letter.
enum WeekAction {
    /// The day asked for, or that of the issue that goes out next.
    static func day(_ text: String?, _ list: MailingList) throws(Problem) -> Day {
        guard let text else { return list.publisher.nextDay(after: Date()) }
        guard text.utf8.count == 10, let day = Day(text) else { throw .malformed("on=" + text) }
        return day
    }

    static func answer(_ call: Call, _ list: MailingList) async throws -> Answer {
        guard let session = call.session else { throw Problem.signIn }
        let form = call.visit.form
        let day = try day(form["on"], list)
        guard try list.readers.issue(day.description) == nil else { throw Problem.malformed("on=\(day)") }
        let plan = plan(form, after: try list.publisher.plan(of: day))
        var page = try WeekPage(call, list, day: day, plan: plan)
        page.address = String((form["address"] ?? "").prefix(254))
        switch form["do"] {
        case "keep":
            do { try list.publisher.keep(plan, for: day) } catch { page.alert = error.description }
            if page.alert == nil {
                return .redirect(to: Address("letter", query: Parameters().setting("on", day.description)))
            }
        case "look": break
        case "test":
            guard let address = try? Briefing.Address(page.address) else {
                page.alert = call.words["letter.no-address"]
                break
            }
            guard list.places.takes("test " + session.name) else { throw Problem.tooMany }
            let issue = page.issue
            do {
                try await Waiting.result { try list.sender.test(issue, to: address, at: Date()) }
                page.notice = "week.tested"
            } catch let error as BriefingError {
                page.alert = error.description
            }
        default: throw Problem.malformed("do")
        }
        var answer = try call.answer(page)
        if page.alert != nil { answer.status = 422 }
        return answer
    }

    /// The plan that a form asks for. What is not in the form stays as it was.
    static func plan(_ form: Parameters, after kept: Plan) -> Plan {
        var plan = Plan()
        plan.subject = form["subject"].map { line($0) }
        plan.foreword = (form["foreword"] ?? "").replacing("\r\n", with: "\n").split(separator: "\n\n")
            .map { line($0) }.filter { !$0.isEmpty }
        let places = form.all.compactMap { field -> (name: String, place: Int?)? in
            guard field.name.hasPrefix("place."), isName(field.name.dropFirst(6)) else { return nil }
            return (String(field.name.dropFirst(6)), Int(field.value))
        }
        let shown = Set(places.map(\.name))
        plan.first = places.enumerated().compactMap { index, entry in entry.place.map { (entry.name, $0, index) } }
            .sorted { ($0.1, $0.2) < ($1.1, $1.2) }.map(\.0)
        plan.first += kept.first.filter { !shown.contains($0) }
        plan.cut = kept.cut.subtracting(shown).union(form.values("cut").filter { isName($0[...]) })
        return plan
    }

    private static func line(_ text: some StringProtocol) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether a text may name a pair or an incident in a plan's file.
    private static func isName(_ text: Substring) -> Bool {
        (1...60).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "-")
            }
    }
}
