/// What is the same in every letter of a publisher: its name, where its pages are, who sends it.
public struct Letterhead: Hashable, Sendable {
    /// "The Friday briefing".
    public var title: String
    /// Where the desk is served, without a slash at the end.
    public var site: String
    public var from: Mailbox
    /// RFC 2919: "friday.example.org".
    public var listID: String
    /// Where undeliverable letters go back to; each reader's has a mark of its own.
    public var returns: Address
    /// The publisher's postal address, which the law of many countries asks for.
    public var imprint: String?
    /// Whether the subject line tells what the issue is about: a letter box may be read by others.
    public var topicInSubject: Bool

    public init(
        title: String, site: String, from: Mailbox, listID: String, returns: Address, imprint: String? = nil,
        topicInSubject: Bool = false
    ) {
        self.title = title
        self.site = site
        self.from = from
        self.listID = listID
        self.returns = returns
        self.imprint = imprint
        self.topicInSubject = topicInSubject
    }

    /// Of a letter looked at on the machine itself.
    ///
    /// - Throws: never; the address is one.
    public static func local() throws -> Letterhead {
        let address = try Address("briefing@localhost")
        return Letterhead(
            title: "The Friday briefing", site: "http://localhost:8080", from: Mailbox(name: "Demarche", address: address),
            listID: "briefing.localhost", returns: address)
    }

    /// "The Friday briefing, 4 July 2025", with the topic only where that is wanted.
    public func subject(of issue: Issue) -> String {
        let plain = "\(title), \(Period.words(issue.day))"
        guard topicInSubject else { return plain }
        let topic = issue.subject ?? issue.sections.prefix(2).map(\.title).joined(separator: "; ")
        return topic.isEmpty ? plain : "\(title): \(topic)"
    }

    // MARK: Addresses of pages

    public func page(of issue: Issue) -> String { "\(site)/briefing/\(issue.id)" }
    public func page(ofIncident id: String) -> String { "\(site)/incidents/\(id)" }
    public func page(ofPair pair: String) -> String { "\(site)/dossiers/\(pair)" }
    public func confirmation(_ token: String) -> String { "\(site)/briefing/confirm/\(token)" }
    public func leaving(_ token: String) -> String { "\(site)/briefing/leave/\(token)" }
    public var archive: String { "\(site)/briefing" }
    public var privacy: String { "\(site)/briefing/privacy" }
    public var support: String { "\(site)/support" }
}
