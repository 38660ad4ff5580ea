internal import Synchronization

/// What the site did since it started, in Prometheus' text format.
package final class Metrics: Sendable {
    private struct Line: Hashable {
        let route: String
        let status: Int
    }

    private struct Counts {
        var requests: [Line: Int] = [:]
        var durations: [String: [Int]] = [:]
        var seconds: [String: Double] = [:]
        var failures: [String: Int] = [:]
    }

    private static let bounds = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3]
    private let counts = Mutex(Counts())
    /// Called with what went wrong and where, for the log.
    private let reporter = Mutex<(@Sendable (any Error, String) -> Void)?>(nil)

    func count(_ route: String, status: Int, duration: Duration) {
        let (whole, part) = duration.components
        let seconds = Double(whole) + Double(part) / 1e18
        counts.withLock { counts in
            counts.requests[Line(route: route, status: status), default: 0] += 1
            var buckets = counts.durations[route] ?? Array(repeating: 0, count: Self.bounds.count + 1)
            buckets[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
            counts.durations[route] = buckets
            counts.seconds[route, default: 0] += seconds
        }
    }

    package func onFailure(_ report: @escaping @Sendable (any Error, String) -> Void) { reporter.withLock { $0 = report } }

    func report(_ error: any Error, at route: String) {
        counts.withLock { $0.failures[route, default: 0] += 1 }
        reporter.withLock { $0 }?(error, route)
    }

    package var text: String {
        let counts = counts.withLock { $0 }
        var lines = ["# HELP demarche_requests_total Requests answered.", "# TYPE demarche_requests_total counter"]
        for (line, number) in counts.requests.sorted(by: { ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status) }) {
            lines.append("demarche_requests_total{route=\"\(line.route)\",status=\"\(line.status)\"} \(number)")
        }
        lines += [
            "# HELP demarche_request_seconds Time until the answer was made.", "# TYPE demarche_request_seconds histogram",
        ]
        for (route, buckets) in counts.durations.sorted(by: { $0.key < $1.key }) {
            var sum = 0
            for (index, number) in buckets.enumerated() {
                sum += number
                let bound = index < Self.bounds.count ? String(Self.bounds[index]) : "+Inf"
                lines.append("demarche_request_seconds_bucket{route=\"\(route)\",le=\"\(bound)\"} \(sum)")
            }
            lines.append("demarche_request_seconds_sum{route=\"\(route)\"} \(counts.seconds[route] ?? 0)")
            lines.append("demarche_request_seconds_count{route=\"\(route)\"} \(sum)")
        }
        lines += ["# HELP demarche_failures_total Requests that failed inside.", "# TYPE demarche_failures_total counter"]
        for (route, number) in counts.failures.sorted(by: { $0.key < $1.key }) {
            lines.append("demarche_failures_total{route=\"\(route)\"} \(number)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
