/// The server that takes the letters, and how hard it may be worked.
public struct MailServer: Hashable, Sendable {
    public enum Security: String, Hashable, Sendable, CaseIterable {
        /// A connection that is made secure before anything is said on it; refused where the server cannot.
        case starttls
        case tls
        /// For a server on this machine.
        case none
    }

    public var host: String
    public var port: Int
    public var security: Security
    public var user: String?
    public var password: String?
    /// A file of certificates to be trusted in place of the system's.
    public var authority: String?
    public var connections: Int
    /// Letters a minute; as many as go where `nil`.
    public var rate: Int?
    /// Seconds until a letter that was put off is tried again, and again.
    public var retries: [Int]
    /// Seconds without an answer after which a connection is given up.
    public var patience: Int

    public init(
        host: String, port: Int, security: Security = .starttls, user: String? = nil, password: String? = nil,
        authority: String? = nil, connections: Int = 4, rate: Int? = nil, retries: [Int] = [120, 600, 1800, 7200],
        patience: Int = 60
    ) {
        self.host = host
        self.port = port
        self.security = security
        self.user = user
        self.password = password
        self.authority = authority
        self.connections = connections
        self.rate = rate
        self.retries = retries
        self.patience = patience
    }
}
