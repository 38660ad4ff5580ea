internal import CCurl
internal import Foundation

/// One connection to the server, kept open from letter to letter. The only file of this stage that knows libcurl.
final class MailConnection {
    private let server: MailServer
    private let handle: UnsafeMutableRawPointer
    private var reply = Reply()

    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// What is said on the wire during one letter.
    private struct Reply {
        var message: [UInt8] = []
        var sent = 0
        var isHanded = false
        var handing: () -> Bool = { true }
        /// The last command: MAIL, RCPT, DATA.
        var command = ""
        var isOver = false
        var code = 0
        var status: String?
    }

    /// - Parameter name: by which the server is greeted.
    init(_ server: MailServer, greeting name: String) throws(BriefingError) {
        guard Self.isReady, let handle = curl_easy_init() else {
            throw BriefingError("libcurl", "could not be started", remedy: "free some memory and try again")
        }
        self.server = server
        self.handle = handle
        let scheme = server.security == .tls ? "smtps" : "smtp"
        demarche_curl_set_string(handle, CURLOPT_URL, "\(scheme)://\(server.host):\(server.port)/\(name)")
        demarche_curl_set_string(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        demarche_curl_set_string(handle, CURLOPT_PROXY, "")
        demarche_curl_set_long(handle, CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
        demarche_curl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        demarche_curl_set_long(
            handle, CURLOPT_USE_SSL, Int(server.security == .none ? CURLUSESSL_NONE.rawValue : CURLUSESSL_ALL.rawValue))
        if let authority = server.authority { demarche_curl_set_string(handle, CURLOPT_CAINFO, authority) }
        if let user = server.user { demarche_curl_set_string(handle, CURLOPT_USERNAME, user) }
        if let password = server.password { demarche_curl_set_string(handle, CURLOPT_PASSWORD, password) }
        demarche_curl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, min(server.patience, 30) * 1000)
        demarche_curl_set_long(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, server.patience)
        demarche_curl_set_long(handle, CURLOPT_TIMEOUT_MS, server.patience * 3000)
        demarche_curl_set_long(handle, CURLOPT_UPLOAD, 1)
        demarche_curl_set_long(handle, CURLOPT_TCP_NODELAY, 1)
        let pointer = Unmanaged.passUnretained(self).toOpaque()
        demarche_curl_set_sink(handle, CURLOPT_READFUNCTION) { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            return MailConnection.at(context).read(into: UnsafeMutableRawBufferPointer(start: bytes, count: size * count))
        }
        demarche_curl_set_context(handle, CURLOPT_READDATA, pointer)
        demarche_curl_set_sink(handle, CURLOPT_WRITEFUNCTION) { _, size, count, _ in size * count }
        demarche_curl_set_tracer(handle, CURLOPT_DEBUGFUNCTION) { _, kind, bytes, count, context in
            guard let bytes, let context, kind == CURLINFO_HEADER_OUT || kind == CURLINFO_HEADER_IN else { return 0 }
            MailConnection.at(context).hear(
                UnsafeRawBufferPointer(start: bytes, count: count), isOurs: kind == CURLINFO_HEADER_OUT)
            return 0
        }
        demarche_curl_set_context(handle, CURLOPT_DEBUGDATA, pointer)
        demarche_curl_set_long(handle, CURLOPT_VERBOSE, 1)
    }

    deinit { curl_easy_cleanup(handle) }

    private static func at(_ pointer: UnsafeMutableRawPointer) -> MailConnection {
        Unmanaged<MailConnection>.fromOpaque(pointer).takeUnretainedValue()
    }

    /// - Parameters:
    ///   - handing: called when all but the end of the letter has been sent: from then on it counts as given over. Where it
    ///     says `false`, the letter is broken off.
    func send(_ message: [UInt8], from path: String, to address: Address, handing: @escaping () -> Bool) -> Outcome {
        reply = Reply(message: message, handing: handing)
        let recipients = curl_slist_append(nil, "<\(address.text)>")
        defer { curl_slist_free_all(recipients) }
        demarche_curl_set_string(handle, CURLOPT_MAIL_FROM, "<\(path)>")
        demarche_curl_set_list(handle, CURLOPT_MAIL_RCPT, recipients)
        // The size is not told: at the end of the letter libcurl is to ask for more, as that is the moment to note.
        demarche_curl_set_size(handle, CURLOPT_INFILESIZE_LARGE, -1)
        let code = withExtendedLifetime(self) { curl_easy_perform(handle) }
        return outcome(code)
    }

    private func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let rest = reply.message.count - reply.sent
        guard rest > 0 else {
            // The end of the letter follows as soon as this returns.
            guard !reply.isHanded else { return 0 }
            reply.isHanded = reply.handing()
            return reply.isHanded ? 0 : Int(CURL_READFUNC_ABORT)
        }
        let count = min(rest, buffer.count)
        reply.message.withUnsafeBytes {
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[reply.sent..<reply.sent + count]))
        }
        reply.sent += count
        return count
    }

    private func hear(_ bytes: UnsafeRawBufferPointer, isOurs: Bool) {
        guard !reply.isOver else { return }
        if isOurs {
            let command = String(decoding: bytes.prefix { $0 != 32 && $0 != 13 && $0 != 10 }.prefix(8), as: UTF8.self)
            // After a refusal libcurl takes its leave; what is said then is no answer to the letter.
            if command == "QUIT" { reply.isOver = true } else { reply.command = command }
            return
        }
        guard bytes.count > 3, let code = Int(String(decoding: bytes.prefix(3), as: UTF8.self)) else { return }
        reply.code = code
        // Of the words only the enhanced status is kept: they may name the address.
        let words = bytes.dropFirst(4).prefix { $0 != 32 && $0 != 13 && $0 != 10 }.prefix(12)
        let status = String(decoding: words, as: UTF8.self)
        reply.status = DeliveryStatus(status) == nil ? nil : status
    }

    // MARK: What it comes to

    private func outcome(_ code: CURLcode) -> Outcome {
        if code == CURLE_OK { return .accepted }
        if reply.isHanded {
            // A reply to the end of the letter settles it; silence does not.
            if reply.code >= 500 { return .refused(reply: reply.code, status: reply.status) }
            if reply.code >= 400 { return .deferred(reply: reply.code, status: reply.status) }
            return .uncertain
        }
        if reply.command == "RCPT", reply.code >= 400, reply.code != 421 {
            return reply.code >= 500
                ? .refused(reply: reply.code, status: reply.status) : .deferred(reply: reply.code, status: reply.status)
        }
        return unusable(code)
    }

    private func unusable(_ code: CURLcode) -> Outcome {
        let name = "\(server.host):\(server.port)"
        func lasting(_ cause: String, _ remedy: String) -> Outcome {
            .unusable(BriefingError(name, cause, remedy: remedy), isPassing: false)
        }
        func passing(_ cause: String) -> Outcome {
            .unusable(
                BriefingError(name, cause, remedy: "check the server and send again: what was sent is kept"), isPassing: true)
        }
        switch code {
        case CURLE_LOGIN_DENIED: return lasting("does not accept the user or password", "check both in the settings")
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE:
            return lasting("has a certificate that is not valid", "check the host's name, or name its authority's file")
        case CURLE_USE_SSL_FAILED: return lasting("offers no secure connection", "use another port or server")
        case CURLE_COULDNT_RESOLVE_HOST: return passing("is not known to the resolver")
        case CURLE_COULDNT_CONNECT: return passing("cannot be reached")
        case CURLE_OPERATION_TIMEDOUT: return passing("does not answer in time")
        case CURLE_ABORTED_BY_CALLBACK: return passing("was left, as the journal could not be written")
        default: break
        }
        if reply.command == "MAIL", reply.code >= 500 {
            return lasting(
                "does not take letters from this sender (\(reply.code))", "check the address of returns in the settings")
        }
        if reply.code >= 500 { return lasting("refuses to work (\(reply.code) to \(reply.command))", "ask whoever runs it") }
        return passing(reply.code >= 400 ? "is busy (\(reply.code))" : "broke off")
    }
}
