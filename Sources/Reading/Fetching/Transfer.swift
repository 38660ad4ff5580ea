internal import CCurl
internal import Glibc

/// One request and its answer, without following where it leads. The only file that knows libcurl.
///
/// Which machine is spoken to is decided where the socket is opened: there the address is the one really connected to,
/// however it was written and whatever a name resolved to this time.
struct Transfer {
    let address: WebAddress
    let headers: [String]
    let limits: Fetcher.Limits
    /// Milliseconds from now.
    let deadline: Int
    let mayReach: @Sendable (NetworkAddress, Int) -> String?
    /// Names with the addresses they stand for, as `host:port:address`, in place of what the resolver says.
    let resolving: [String]
    let isStopped: @Sendable () -> Bool

    struct Answer {
        var status = 0
        var headers: [(name: String, value: String)] = []
        var body: [UInt8] = []
        /// Where a redirect leads, made whole.
        var next: String?

        /// The value of the first header of that name (in lower case).
        func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
    }

    /// What the callbacks of one transfer write to.
    fileprivate final class Context {
        var answer = Answer()
        var headerBytes = 0
        var objection: ReadingError?
        /// An address that was not connected to; another of the same host may have been.
        var refused: (address: NetworkAddress, reason: String)?
        let transfer: Transfer
        let handle: UnsafeMutableRawPointer

        init(_ transfer: Transfer, _ handle: UnsafeMutableRawPointer) {
            self.transfer = transfer
            self.handle = handle
        }

        static func at(_ pointer: UnsafeMutableRawPointer?) -> Context? {
            pointer.map { Unmanaged<Context>.fromOpaque($0).takeUnretainedValue() }
        }

        /// Notes why the transfer is given up. The first reason counts.
        func object(_ cause: String, _ remedy: String) {
            objection = objection ?? ReadingError(transfer.address.description, cause, remedy: remedy)
        }
    }

    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    func perform() throws(ReadingError) -> Answer {
        guard Self.isReady, let handle = curl_easy_init() else {
            throw ReadingError(address.description, "libcurl could not be started", remedy: "free some memory and try again")
        }
        defer { curl_easy_cleanup(handle) }
        let context = Context(self, handle)
        var lists: [UnsafeMutablePointer<curl_slist>?] = []
        defer { for list in lists { curl_slist_free_all(list) } }
        func list(_ lines: [String]) -> UnsafeMutablePointer<curl_slist>? {
            let list = lines.reduce(nil) { curl_slist_append($0, $1) }
            lists.append(list)
            return list
        }
        prepare(handle)
        demarche_curl_set_list(handle, CURLOPT_HTTPHEADER, list(headers))
        if !resolving.isEmpty { demarche_curl_set_list(handle, CURLOPT_RESOLVE, list(resolving)) }
        let pointer = Unmanaged.passUnretained(context).toOpaque()
        listen(handle, pointer)
        let code = withExtendedLifetime(context) { curl_easy_perform(handle) }
        if let objection = context.objection { throw objection }
        if code == CURLE_COULDNT_CONNECT, let refused = context.refused {
            throw ReadingError(
                address.description, "leads to \(refused.address), \(refused.reason)",
                remedy: "give a public address, or allow private ones with --allow-private if you trust this source")
        }
        guard code == CURLE_OK else { throw error(code, handle) }
        var status = 0
        demarche_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
        context.answer.status = status
        var next: UnsafeMutablePointer<CChar>?
        demarche_curl_get_string(handle, CURLINFO_REDIRECT_URL, &next)
        context.answer.next = next.map { String(cString: $0) }
        return context.answer
    }

    private func prepare(_ handle: UnsafeMutableRawPointer) {
        demarche_curl_set_string(handle, CURLOPT_URL, address.description)
        demarche_curl_set_string(handle, CURLOPT_PROTOCOLS_STR, "http,https")
        // Neither proxies of the environment, nor passwords from files or addresses, nor cookies.
        demarche_curl_set_string(handle, CURLOPT_PROXY, "")
        demarche_curl_set_long(handle, CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
        demarche_curl_set_long(handle, CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
        demarche_curl_set_long(handle, CURLOPT_FOLLOWLOCATION, 0)
        demarche_curl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        demarche_curl_set_string(handle, CURLOPT_ACCEPT_ENCODING, "")
        demarche_curl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, min(limits.connecting, deadline))
        demarche_curl_set_long(handle, CURLOPT_TIMEOUT_MS, max(1, deadline))
        demarche_curl_set_long(handle, CURLOPT_LOW_SPEED_LIMIT, limits.slowest)
        demarche_curl_set_long(handle, CURLOPT_LOW_SPEED_TIME, limits.patience)
        demarche_curl_set_size(handle, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(limits.bytes))
    }

    private func listen(_ handle: UnsafeMutableRawPointer, _ context: UnsafeMutableRawPointer) {
        demarche_curl_set_opener(handle, CURLOPT_OPENSOCKETFUNCTION) { context, _, address in
            guard let context = Context.at(context), let address else { return CURL_SOCKET_BAD }
            return context.open(address)
        }
        demarche_curl_set_context(handle, CURLOPT_OPENSOCKETDATA, context)
        demarche_curl_set_sink(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            guard let context = Context.at(context), let bytes else { return 0 }
            return context.take(header: UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
        demarche_curl_set_context(handle, CURLOPT_HEADERDATA, context)
        demarche_curl_set_sink(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            guard let context = Context.at(context), let bytes else { return 0 }
            return context.take(body: UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
        demarche_curl_set_context(handle, CURLOPT_WRITEDATA, context)
        demarche_curl_set_watcher(handle, CURLOPT_XFERINFOFUNCTION) { context, _, _, _, _ in
            Context.at(context)?.transfer.isStopped() == false ? 0 : 1
        }
        demarche_curl_set_context(handle, CURLOPT_XFERINFODATA, context)
        demarche_curl_set_long(handle, CURLOPT_NOPROGRESS, 0)
    }

    private func error(_ code: CURLcode, _ handle: UnsafeMutableRawPointer) -> ReadingError {
        let (cause, remedy): (String, String) =
            switch code {
            case CURLE_COULDNT_RESOLVE_HOST: ("the host “\(address.host)” is not known", "check the address, or the network")
            case CURLE_COULDNT_CONNECT: ("the server cannot be reached", "try again later, or check the address")
            case CURLE_OPERATION_TIMEDOUT: ("the server is too slow", "try again later")
            case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE:
                ("the server's certificate is not valid", "check the address, and that ca-certificates is installed")
            case CURLE_SSL_CONNECT_ERROR: ("no secure connection could be made", "try again later, or check the address")
            case CURLE_FILESIZE_EXCEEDED:
                ("is larger than \(limits.bytes >> 20) MB, which no report is", "give the address of a report or feed")
            case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_PARTIAL_FILE, CURLE_SEND_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM:
                ("the server broke off", "try again later")
            case CURLE_BAD_CONTENT_ENCODING: ("is compressed in a way that cannot be read", "tell the outlet")
            case CURLE_ABORTED_BY_CALLBACK: ("was stopped", "start it again")
            case CURLE_URL_MALFORMAT: ("is no address", "check the address")
            case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL: ("does not answer as a web server", "check the address")
            default: ("cannot be fetched (\(String(cString: curl_easy_strerror(code))))", "try again later")
            }
        return ReadingError(address.description, cause, remedy: remedy)
    }
}

extension Transfer.Context {
    fileprivate func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        let given = address.pointee
        let endpoint = withUnsafePointer(to: &address.pointee.addr) {
            NetworkAddress.endpoint(of: $0, length: min(Int(given.addrlen), MemoryLayout<sockaddr_storage>.size))
        }
        guard let endpoint else { return CURL_SOCKET_BAD }
        if let reason = transfer.mayReach(endpoint.address, endpoint.port) {
            refused = (endpoint.address, reason)
            return CURL_SOCKET_BAD
        }
        return socket(given.family, given.socktype | Int32(SOCK_CLOEXEC.rawValue), given.protocol)
    }

    fileprivate func take(header bytes: UnsafeRawBufferPointer) -> Int {
        headerBytes += bytes.count
        guard headerBytes <= transfer.limits.headerBytes else {
            object("sends more than \(transfer.limits.headerBytes >> 10) KB of headers", "tell the outlet")
            return 0
        }
        let line = String(decoding: bytes, as: UTF8.self)
        if line.hasPrefix("HTTP/") {
            // After an interim answer (1xx) comes the one that counts.
            answer.headers = []
        } else if let colon = line.firstIndex(of: ":") {
            answer.headers.append(
                (line[..<colon].trimmingWhitespace.lowercased(), line[colon...].dropFirst().trimmingWhitespace))
        }
        return bytes.count
    }

    fileprivate func take(body bytes: UnsafeRawBufferPointer) -> Int {
        let limits = transfer.limits
        guard answer.body.count + bytes.count <= limits.bytes else {
            object("is larger than \(limits.bytes >> 20) MB, which no report is", "give the address of a report or feed")
            return 0
        }
        answer.body.append(contentsOf: bytes)
        var received: curl_off_t = 0
        demarche_curl_get_size(handle, CURLINFO_SIZE_DOWNLOAD_T, &received)
        // What is being unpacked now may not be counted yet.
        guard answer.body.count <= (Int(received) + 16_384) * limits.ratio else {
            object("unpacks to more than \(limits.ratio) times its size, as no report does", "tell the outlet")
            return 0
        }
        return bytes.count
    }
}
