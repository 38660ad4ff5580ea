internal import Foundation

/// What is asked of every visit before anything is done for it.
enum Guard {
    static func check(_ call: Call, _ route: Route) throws(Problem) {
        if let least = route.least {
            guard let role = call.role else { throw .signIn }
            guard role >= least else { throw .forbidden }
        }
        guard route.method == .post, !route.isOpen else { return }
        guard isOwn(call.visit) else { throw .forged }
        if let session = call.session {
            guard let token = call.visit.form["csrf"], session.accepts(token) else { throw .forged }
        }
    }

    /// Whether a form was sent from this site: browsers tell where from, and cannot be made to lie.
    private static func isOwn(_ visit: Visit) -> Bool {
        if let site = visit.headers["sec-fetch-site"] { return site == "same-origin" }
        guard let origin = visit.headers["origin"], let host = visit.headers["host"] else { return false }
        return origin == "http://" + host || origin == "https://" + host
    }
}
