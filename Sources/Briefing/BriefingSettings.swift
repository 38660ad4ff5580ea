public import Foundation
internal import World

/// How a publisher wants the letter: a file in the format of the World's data, described in Documentation/briefing.md.
public struct BriefingSettings: Sendable {
    public var head: Letterhead
    /// The pairs the letter is about; all that moved where empty.
    public var pairs: [PairName] = []
    public var schedule: Schedule?
    /// The folder of the editor's plans, each named after the day of its issue: `2025-07-04.txt`.
    public var plans: URL?
    public var server: MailServer?
    public var signer: DKIMSigner?
    public var support: SupportBox?
    public var vault = AddressVault.open

    /// For a look at an issue on the machine itself.
    public init(head: Letterhead) { self.head = head }

    /// - Throws: what is wrong or missing, and where.
    public init(_ file: URL) throws {
        let text: String
        do { text = try String(contentsOf: file, encoding: .utf8) } catch {
            throw BriefingError(file.path, "cannot be read", remedy: "write the settings as Documentation/briefing.md has them")
        }
        let reader = SettingsReader(entries: try EntryFile(text, name: file.lastPathComponent), file: file)
        guard let letter = reader.entries("letter").first else {
            throw reader.error("there is no letter", "begin with “letter The Friday briefing”")
        }
        head = try reader.letterhead(letter)
        pairs = try letter.values("pairs").map { value in
            guard let pair = PairName(value) else { throw reader.error("“\(value)” is no pair", "write AZE-RUS", letter) }
            return pair
        }
        schedule = try letter.value("when").map { try Schedule($0) }
        plans = reader.url(letter.value("plans") ?? "plans")
        if let key = letter.value("address-key") { vault = try AddressVault(secret: reader.key(reader.url(key))) }
        server = try reader.entries("server").first.map(reader.server)
        signer = try reader.entries("dkim").first.map { entry in
            guard entry.head.count == 2, let selector = entry.value("selector"), let key = entry.value("key") else {
                throw reader.error("the signature lacks a part", "write “dkim example.org” with a selector and a key", entry)
            }
            return try DKIMSigner(
                domain: entry.head[1], selector: selector, pem: String(decoding: reader.contents(reader.url(key)), as: UTF8.self))
        }
        if let entry = reader.entries("support").first {
            support = SupportBox(
                text: entry.head.dropFirst().joined(separator: " "), links: try reader.entries("checkout").map(reader.checkout),
                page: head.support)
        }
    }
}

extension BriefingSettings {
    /// Who sends to the readers.
    ///
    /// - Throws: where no server is named.
    public func sender(to readers: Readers) throws(BriefingError) -> Sender {
        guard let server else {
            throw BriefingError(
                "the settings", "name no server", remedy: "write “server smtp.example.org” with user and password-file")
        }
        return Sender(readers: readers, server: server, head: head, support: support, signer: signer)
    }
}

/// Reads the entries of a settings file.
private struct SettingsReader {
    let entries: EntryFile
    let file: URL

    func entries(_ kind: String) -> [EntryFile.Entry] { entries.entries.filter { $0.head.first == kind } }

    func error(_ cause: String, _ remedy: String, _ entry: EntryFile.Entry? = nil) -> BriefingError {
        BriefingError(file.lastPathComponent + (entry.map { ", line \($0.line)" } ?? ""), cause, remedy: remedy)
    }

    /// A file named in the settings, beside them unless its path is whole.
    func url(_ path: String) -> URL { URL(fileURLWithPath: path, relativeTo: file.deletingLastPathComponent()) }

    func contents(_ url: URL) throws(BriefingError) -> Data {
        do { return try Data(contentsOf: url) } catch {
            throw BriefingError(url.path, "cannot be read", remedy: "check the path in \(file.lastPathComponent)")
        }
    }

    func key(_ url: URL) throws(BriefingError) -> Data {
        let text = String(decoding: try contents(url), as: UTF8.self).filter { !$0.isWhitespace }
        guard let key = Data(base64Encoded: text) else {
            throw BriefingError(url.path, "is no key", remedy: "make one with `demarche readers seal`")
        }
        return key
    }

    func letterhead(_ entry: EntryFile.Entry) throws -> Letterhead {
        func value(_ name: String, _ example: String) throws -> String {
            guard let value = entry.value(name) else {
                throw error("the letter has no “\(name)”", "write “\(name): \(example)”", entry)
            }
            return value
        }
        let site = try value("site", "https://example.org")
        guard site.hasPrefix("https://") || site.hasPrefix("http://"),
            !site.contains(where: { $0.isWhitespace || "<>\"".contains($0) })
        else { throw error("“\(site)” is no site", "write “site: https://example.org”", entry) }
        let from = try value("from", "Demarche <briefing@example.org>")
        let returns = try value("returns", "returns@example.org")
        guard let mailbox = try? Mailbox(from) else {
            throw error("“from” is no mailbox", "write Demarche <briefing@example.org>", entry)
        }
        guard let address = try? Address(returns) else {
            throw error("“returns” is no address", "write returns@example.org", entry)
        }
        return Letterhead(
            title: entry.head.count > 1 ? entry.head.dropFirst().joined(separator: " ") : "The Friday briefing",
            site: site.hasSuffix("/") ? String(site.dropLast()) : site, from: mailbox,
            listID: entry.value("list") ?? "briefing.\(mailbox.address.domain)", returns: address,
            imprint: entry.value("imprint"), topicInSubject: entry.value("topic") == "yes")
    }

    func server(_ entry: EntryFile.Entry) throws -> MailServer {
        func number(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
            guard let text = entry.value(name) else { return nil }
            guard let number = Int(text), range.contains(number) else {
                throw error("“\(name): \(text)” is no number from \(range.lowerBound) to \(range.upperBound)", "change it", entry)
            }
            return number
        }
        guard entry.head.count == 2 else { throw error("the server has no name", "write “server smtp.example.org”", entry) }
        let word = entry.value("security") ?? "starttls"
        guard let security = MailServer.Security(rawValue: word) else {
            throw error("“security: \(word)” is unknown", "write starttls, tls or none", entry)
        }
        var server = MailServer(
            host: entry.head[1], port: security == .tls ? 465 : security == .none ? 25 : 587, security: security)
        if let port = try number("port", in: 1...65_535) { server.port = port }
        if let count = try number("connections", in: 1...64) { server.connections = count }
        server.rate = try number("rate", in: 1...1_000_000)
        if let patience = try number("patience", in: 1...3600) { server.patience = patience }
        let retries = entry.values("retries").compactMap { Int($0) }
        if !retries.isEmpty { server.retries = retries }
        server.user = entry.value("user")
        if let path = entry.value("password-file") {
            server.password = String(decoding: try contents(url(path)), as: UTF8.self).split(whereSeparator: \.isNewline).first
                .map(String.init)
        } else {
            server.password = ProcessInfo.processInfo.environment["DEMARCHE_SMTP_PASSWORD"]
        }
        server.authority = entry.value("authority").map { url($0).path }
        return server
    }

    func checkout(_ entry: EntryFile.Entry) throws -> SupportBox.Link {
        guard entry.head.count == 3, let rhythm = SupportBox.Rhythm(rawValue: entry.head[1]) else {
            throw error("a checkout is not understood", "write “checkout once https://…”, monthly or annual", entry)
        }
        return try SupportBox.Link(
            rhythm: rhythm, address: entry.head[2], label: entry.value("label") ?? Sentences.capitalised(rhythm.rawValue),
            currency: entry.value("currency") ?? "EUR", amounts: entry.values("amounts").compactMap { Int($0) })
    }
}
