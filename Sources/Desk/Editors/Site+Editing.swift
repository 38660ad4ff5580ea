internal import Record

extension Site {
    /// Where people sign in, and what they may do then.
    static let editing: [Route] = [
        Route(.get, "/sign-in", isLive: true, "Where editors sign in.") { call in
            if call.session != nil { return .redirect(to: Address("account")) }
            return try call.answer(SignInPage(hasFailed: false))
        },
        Route(.post, "/sign-in", "Signs in.", respond: signIn),
        Route(.post, "/sign-out", least: .reader, "Signs out.") { call in
            if let session = call.session { try call.site.accounts.signOut(session) }
            var answer = Answer.redirect(to: Address())
            answer.headers["set-cookie"] = Session.cookie(nil, isSecure: call.isSecure)
            return answer
        },
        Route(.get, "/account", least: .reader, "The account that is signed in.") { call in
            guard let session = call.session else { throw Problem.signIn }
            return try call.answer(AccountPage(session: session))
        },
        Route(.post, "/account", least: .reader, "Changes the password.", respond: changePassword),
        Route(.get, "/queue", as: [.json], least: .editor, "What an editor should look at.") { call in
            try call.answer(QueuePage(call), formats: [.json])
        },
        Route(.post, "/corrections", least: .editor, "Makes a correction.", respond: CorrectionAction.answer),
        Route(.post, "/parted", least: .editor, "Notes that two incidents are two.") { call in
            guard let session = call.session else { throw Problem.signIn }
            guard let one = call.visit.form["one"], let other = call.visit.form["other"] else {
                throw Problem.malformed("one, other")
            }
            try call.site.accounts.part(one, other, by: session.name)
            return .redirect(to: Address("queue"))
        },
        Route(.get, "/add", least: .editor, "Where a report is pasted in.") { call in
            guard let session = call.session else { throw Problem.signIn }
            return try call.answer(AddPage(session: session))
        },
        Route(.post, "/add", least: .editor, "Reads a pasted report into the record.", respond: AddAction.answer),
        Route(.post, "/add/address", least: .editor, "Fetches a page and reads its report.", respond: FetchAction.answer),
        Route(.get, "/feeds", as: [.json, .csv], least: .editor, "The feeds that are followed, and how they do.") { call in
            try call.answer(FeedsPage(call), formats: [.json, .csv])
        },
        Route(.post, "/feeds", least: .editor, "Follows a feed, or follows it no more.", respond: FeedsAction.answer),
        Route(.get, "/users", least: .owner, "Who may do what.") { call in
            guard let session = call.session else { throw Problem.signIn }
            return try call.answer(UsersPage(session: session, accounts: call.site.accounts.all()))
        },
        Route(.post, "/users", least: .owner, "Adds, changes or removes an account.", respond: changeUsers),
    ]

    @Sendable private static func signIn(_ call: Call) throws -> Answer {
        let form = call.visit.form
        let name = String((form["name"] ?? "").prefix(60))
        let client = call.client
        // By whom it is tried and for whom: neither many passwords for one nor one for many.
        let limits = call.site.limits
        guard limits.clients.takes(client), limits.names.takes(name.lowercased() + " " + client) else { throw Problem.tooMany }
        guard let token = try call.site.accounts.signIn(name, password: form["password"] ?? "") else {
            var answer = try call.answer(SignInPage(hasFailed: true))
            answer.status = 401
            return answer
        }
        limits.names.clear(name.lowercased() + " " + client)
        if let old = call.session { try call.site.accounts.signOut(old) }
        let role = call.site.accounts.session(token)?.role ?? .reader
        var answer = Answer.redirect(to: role >= .editor ? Address("queue") : Address())
        answer.headers["set-cookie"] = Session.cookie(token, isSecure: call.isSecure)
        return answer
    }

    @Sendable private static func changePassword(_ call: Call) throws -> Answer {
        guard let session = call.session else { throw Problem.signIn }
        let form = call.visit.form
        func again(_ alert: String) throws -> Answer {
            var answer = try call.answer(AccountPage(session: session, alert: alert))
            answer.status = 422
            return answer
        }
        guard call.site.limits.names.takes(session.name.lowercased() + " " + call.client) else { throw Problem.tooMany }
        guard let check = try call.site.accounts.signIn(session.name, password: form["old"] ?? "") else {
            return try again("sign-in.failed")
        }
        if let session = call.site.accounts.session(check) { try call.site.accounts.signOut(session) }
        do {
            try call.site.accounts.setPassword(form["new"] ?? "", of: session.name)
        } catch let error as AccountsError {
            return try again(error.words)
        }
        var answer = Answer.redirect(to: Address("sign-in"))
        answer.headers["set-cookie"] = Session.cookie(nil, isSecure: call.isSecure)
        return answer
    }

    @Sendable private static func changeUsers(_ call: Call) throws -> Answer {
        guard let session = call.session else { throw Problem.signIn }
        let form = call.visit.form
        let accounts = call.site.accounts
        let name = form["name"] ?? ""
        do {
            switch form["change"] {
            case "add": try accounts.add(name, form["role"].flatMap(Role.init) ?? .reader, password: form["password"] ?? "")
            case "role":
                guard let role = form["role"].flatMap(Role.init) else { throw Problem.malformed("role") }
                try accounts.setRole(role, of: name)
            case "remove": try accounts.remove(name)
            default: throw Problem.malformed("change")
            }
        } catch let error as AccountsError {
            var answer = try call.answer(UsersPage(session: session, accounts: accounts.all(), alert: error.words))
            answer.status = 422
            return answer
        }
        return .redirect(to: Address("users"))
    }
}
