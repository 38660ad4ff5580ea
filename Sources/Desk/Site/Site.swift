internal import World
internal import Foundation
internal import Synchronization

/// The desk: everything between a visit and its answer. No server is needed to ask it.
package final class Site: Sendable {
    static let version = "0.1.0"

    package let library: Library
    package let accounts: Accounts
    /// The letter, where there is one.
    let list: MailingList?
    package let routes: [Route]
    package let metrics = Metrics()
    let words: [Language: Words]
    let frame: Frame
    let assets: Assets
    /// How often signing in may be tried.
    let limits = (clients: RateLimit(30, within: .seconds(900)), names: RateLimit(6, within: .seconds(900)))
    let parts = Parts()
    private let answers = Kept<Answer>(capacity: 32_000_000) { $0.body.count + 500 }
    /// Routes whose addresses hold a secret.
    private let secret: [Route]

    /// - Throws: where resources are missing or the accounts cannot be opened.
    package init(_ library: Library, accounts: Accounts, list: MailingList? = nil) throws {
        self.library = library
        self.accounts = accounts
        self.list = list
        var words: [Language: Words] = [:]
        for language in Language.allCases {
            words[language] = try Words(language, states: library.world.states.values)
        }
        self.words = words
        assets = try Assets()
        frame = try Frame(assets: assets, hasLetter: list != nil)
        routes = Self.pages + Self.editing + (list.map(Self.letter) ?? []) + Self.service
        secret = routes.filter { $0.pattern.contains(":token") }
    }

    /// What a log calls a visit: its path, or that of the route where a part of it is a secret.
    func name(of visit: Visit) -> String {
        secret.first { $0.match(visit.path) != nil }?.pattern ?? String(visit.target.prefix { $0 != "?" && $0 != "#" })
    }

    package func answer(_ visit: Visit) async -> Answer {
        let start = ContinuousClock.now
        var (answer, pattern) = await answerAndRoute(visit)
        answer.headers.merge(Headers.always) { own, _ in own }
        if visit.method == .head { answer.headers["content-length"] = String(answer.body.count) }
        metrics.count(pattern, status: answer.status, duration: ContinuousClock.now - start)
        return answer
    }

    /// By which methods a path may be asked for, as the header Allow has them; none where it leads nowhere.
    package func methods(at path: [String]) -> String {
        let methods = Set(routes.filter { $0.match(path) != nil }.map(\.method))
        return Visit.Method.allCases.filter { methods.contains($0 == .head ? .get : $0) }.map(\.rawValue).joined(separator: ", ")
    }

    private func answerAndRoute(_ visit: Visit) async -> (Answer, String) {
        let language = Language(asked: visit.query["lang"], accepted: visit.headers["accept-language"])
        guard let words = words[language] else { return (Answer(500, text: ""), "") }
        let path = visit.path
        let found = routes.lazy.compactMap { route in route.match(path).map { (route, $0) } }
        let wanted: Visit.Method = visit.method == .head ? .get : visit.method
        guard let (route, match) = found.first(where: { $0.0.method == wanted }) else {
            let problem = found.isEmpty ? Problem.notFound(visit.target) : .method(allowed: methods(at: path))
            return (refusal(problem, visit, words, nil, nil), found.isEmpty ? "none" : "other")
        }
        let session = visit.cookie(Session.cookie).flatMap { accounts.session($0) }
        let call = Call(
            site: self, visit: visit, words: words, session: session, parameters: match.parameters, format: match.format,
            version: library.version + (list?.version ?? ""))
        do {
            try Guard.check(call, route)
            return (try await answer(call, route), route.pattern)
        } catch let moved as Moved {
            return (.redirect(to: moved.address, status: 302), route.pattern)
        } catch let problem as Problem {
            return (refusal(problem, visit, words, session, match.format), route.pattern)
        } catch {
            metrics.report(error, at: route.pattern)
            return (refusal(.unavailable, visit, words, session, match.format), route.pattern)
        }
    }

    /// Pages for readers are the same for all and are kept until the record changes.
    private func answer(_ call: Call, _ route: Route) async throws -> Answer {
        var answer: Answer
        if call.session == nil, route.method == .get, route.least == nil, !route.isLive {
            let key = "\(call.words.language.rawValue) \(call.visit.headers["host"] ?? "") \(call.visit.target)"
            if let kept = answers[key, call.version] {
                answer = kept
            } else {
                answer = try await route.respond(call).tagged()
                if answer.status == 200 { answers.keep(answer, for: key, call.version) }
            }
            answer.headers["cache-control"] = answer.headers["cache-control"] ?? "no-cache"
            answer.headers["vary"] = "accept-language, cookie"
            answer.headers["access-control-allow-origin"] = "*"
            answer.headers["access-control-expose-headers"] = "etag, link"
            return answer.ifChanged(from: call.visit.headers["if-none-match"])
        }
        answer = try await route.respond(call)
        answer.headers["cache-control"] = answer.headers["cache-control"] ?? "no-store"
        return answer
    }

    private func refusal(_ problem: Problem, _ visit: Visit, _ words: Words, _ session: Session?, _ format: Format?) -> Answer {
        var answer: Answer
        let text = words(problem.words, ["subject": String(problem.subject.prefix(200))])
        if format != nil || visit.headers["accept"]?.hasPrefix("application/json") == true {
            answer = Answer(problem.status, type: Format.json.contentType, JSON.bytes(["error": text]))
        } else {
            let page = ProblemPage(status: problem.status, text: text, offersSignIn: problem.status == 401)
            answer = frame.answer(
                page.content(words), title: words["problem.title"], visit: visit, words: words, session: session)
            answer.status = problem.status
        }
        answer.headers.merge(problem.headers) { $1 }
        answer.headers["cache-control"] = "no-store"
        return answer
    }
}
