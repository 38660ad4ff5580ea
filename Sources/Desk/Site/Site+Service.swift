internal import Record
internal import Foundation

extension Site {
    /// What programs, proxies and browsers ask for.
    static let service: [Route] = [
        Route(.get, "/desk.css", "The stylesheet.") { call in
            Assets.answer(call.site.assets.style, type: "text/css; charset=utf-8")
        },
        Route(.get, "/desk.js", "Moves by keyboard.") { call in
            Assets.answer(call.site.assets.script, type: "text/javascript; charset=utf-8")
        },
        Route(.get, "/icon.svg", "The site's sign.") { _ in Assets.answer(icon, type: "image/svg+xml") },
        Route(.get, "/favicon.ico", "The site's sign.") { _ in .redirect(to: Address("icon.svg"), status: 301) },
        Route(.get, "/robots.txt", "What crawlers may read.") { _ in
            Answer(text: "User-agent: *\nDisallow: /search\nDisallow: /sign-in\n")
        },
        Route(.get, "/openapi.json", "This description.") { call in
            Answer(type: Format.json.contentType, JSON.bytes(OpenAPI(routes: call.site.routes)))
        },
        Route(.get, "/health", isLive: true, "Whether the process answers.") { _ in Answer(text: "ok\n") },
        Route(.get, "/ready", isLive: true, "Whether the record can be read.") { call in
            do {
                _ = try call.library.record.lastDay(until: Library.today)
                return Answer(text: "ready\n")
            } catch {
                return Answer(503, text: "not ready: the record cannot be read\n")
            }
        },
        Route(.get, "/metrics", isLive: true, "Figures in Prometheus' text format.") { call in
            Answer(type: "text/plain; version=0.0.4; charset=utf-8", text: call.site.metrics.text)
        },
    ]

    private static let icon = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1d3f63"/>\
        <path d="M6 22l7-9 5 5 8-11" fill="none" stroke="#f6f2e9" stroke-width="3" stroke-linecap="round" \
        stroke-linejoin="round"/></svg>

        """
}
