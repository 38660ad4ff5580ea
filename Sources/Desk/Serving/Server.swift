package import Logging
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// The site behind a port: Hummingbird takes visits in and hands answers out, the site does the rest.
package enum Server {
    /// Who sends no whole request within this time is hung up on.
    private static let patience = TimeAmount.seconds(30)
    /// More would cost more memory than a small machine has; who comes then waits until somebody goes.
    private static let mostConnections = 8_192

    /// Serves until the process is asked to end (SIGTERM, SIGINT); what is being answered is answered first.
    ///
    /// - Parameter onServing: called with the port when visits are taken in.
    package static func serve(
        _ site: Site, host: String, port: Int, logger: Logger, onServing: @escaping @Sendable (Int) -> Void
    ) async throws {
        let most = min(mostConnections, OpenFiles.raiseLimit() - 256)
        let application = Application(
            responder: SiteResponder(site: site),
            server: .http1(configuration: .init(additionalChannelHandlers: [TakingDeadline()], idleTimeout: patience)),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: nil,
                availableConnectionsDelegate: .maximum(most, logger: logger)),
            onServerRunning: { channel in onServing(channel.localAddress?.port ?? port) },
            logger: logger)
        try await application.runService()
    }
}

/// Carries a request to the site and its answer back.
private struct SiteResponder: HTTPResponder {
    let site: Site

    /// More than a report pasted by hand.
    private static let longestBody = 2 << 20

    func respond(to request: Request, context: SiteContext) async throws -> Response {
        let start = ContinuousClock.now
        guard let method = Visit.Method(rawValue: request.method.rawValue) else {
            let methods = site.methods(at: Visit(.get, request.head.path ?? "/").path)
            return Response(status: .methodNotAllowed, headers: [.allow: methods])
        }
        var visit = Visit(method, request.head.path ?? "/", client: context.client)
        for field in request.headers {
            let name = field.name.canonicalName
            visit.headers[name] = visit.headers[name].map { $0 + ", " + field.value } ?? field.value
        }
        visit.headers["host"] = request.head.authority ?? visit.headers["host"]
        if method == .post {
            do {
                visit.body = Array(buffer: try await request.body.collect(upTo: Self.longestBody))
            } catch {
                return Response(status: .contentTooLarge)
            }
        }
        let answer = await site.answer(visit)
        context.logger.info(
            "answered",
            metadata: [
                "method": "\(method.rawValue)", "path": "\(site.name(of: visit))", "status": "\(answer.status)",
                "bytes": "\(answer.body.count)", "duration": "\(ContinuousClock.now - start)",
            ])
        return response(answer, isHead: method == .head)
    }

    private func response(_ answer: Answer, isHead: Bool) -> Response {
        var headers = HTTPFields()
        for (name, value) in answer.headers {
            if name == "set-cookie" || name != "content-length", let name = HTTPField.Name(name) {
                headers.append(HTTPField(name: name, value: value))
            }
        }
        let status = HTTPResponse.Status(code: answer.status)
        if isHead || answer.status == 304 {
            if isHead { headers[.contentLength] = String(answer.body.count) }
            return Response(status: status, headers: headers)
        }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
    }
}

/// What Hummingbird knows of a request besides its contents.
private struct SiteContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let client: String

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        client = source.channel.remoteAddress?.ipAddress ?? "unknown"
    }
}
