import ArgumentParser
import Briefing
import Coding
import Desk
import Dispatch
import Foundation
import Language
import Logging
import Reading
import Record
import World

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves the record as a site: pages, lists for programs, and a desk for editors.",
        discussion: """
            Feeds of the record are followed meanwhile. With --letter the site has the Friday briefing, and it is sent when it
            is due.

            Only this machine can reach it, unless another address is given; put a proxy with HTTPS before it then. The first
            owner is made by `demarche user add`. It ends when asked to (SIGTERM or control-C), after what is being answered.

              demarche serve --record crisis.sqlite
              demarche serve --letter briefing.txt --contact desk@northern-wire.example
              demarche serve --address 0.0.0.0 --port 80 --support "Ten euros=https://pay.example.org/10"
            """)

    @OptionGroup var record: RecordOption

    @Option(help: "The address to listen on.")
    var address = "127.0.0.1"

    @Option(help: "The port to listen on; 0 for any that is free.")
    var port = 8080

    @Option(
        name: .customLong("support"),
        help: ArgumentHelp("A link by which readers can pay, shown at /support; may be given again.", valueName: "label=url"))
    var support: [String] = []

    @Flag(help: "Logs no visits, only what goes wrong.")
    var quiet = false

    @Flag(name: .customLong("no-watch"), help: "Does not ask the record's feeds for what is new.")
    var asksNoFeeds = false

    @Option(help: ArgumentHelp("The settings of the letter: its pages are shown, and it is sent when due.", valueName: "file"))
    var letter: String?

    @OptionGroup var fetching: FetchOptions
    @OptionGroup var world: WorldOption

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("There is no port \(port); give one from 0 to 65535.") }
        _ = try links()
    }

    func run() async throws {
        let writing = try record.writing()
        let world = try world.world()
        let settings = try letter.map { try BriefingSettings(URL(fileURLWithPath: $0)) }
        guard settings?.support == nil || support.isEmpty else {
            throw ValidationError("The letter's settings have links for support already; leave out --support.")
        }
        let list = try settings.map { try Self.list($0, record: record.path, world) }
        let fetcher = fetching.fetcher()
        let library = try Library(
            writing, world: world,
            support: settings?.support ?? SupportBox(text: "", links: links(), page: settings?.head.support ?? ""),
            visitor: Visitor(fetcher))
        let site = try Site(library, accounts: Accounts(besides: record.path), list: list)
        var logger = Logger(label: "demarche") { LogLines(label: $0) }
        logger.logLevel = quiet ? .warning : .info
        let log = logger
        site.metrics.onFailure { error, route in
            log.error("failed", metadata: ["route": "\(route)", "error": "\(error)"])
        }
        let background = Background()
        defer {
            background.end()
            list?.finish()
        }
        if !asksNoFeeds { background.start("feeds") { try Self.follow(writing, fetcher, world) } }
        if let list { background.start("letter") { try Self.send(list) } }
        let address = address
        try await Server.serve(site, host: address, port: port, logger: logger) { port in
            Lines.write("serving \(record.path) at http://\(address.contains(":") ? "[\(address)]" : address):\(port)/")
        }
    }

    private static func list(_ settings: BriefingSettings, record path: String, _ world: World) throws -> MailingList {
        let publisher = Publisher(
            settings: settings, record: try Record(path: path, .read), world: world, ontology: try .standard())
        return try MailingList(
            publisher, readers: Readers(path: Readers.path(beside: path), vault: settings.vault))
    }

    /// Feeds may be added while the site is served; before there is one, nothing need be loaded to read them.
    private static func follow(_ record: Record, _ fetcher: Fetcher, _ world: World) throws {
        while try record.subscriptions().isEmpty {
            Stop.sleep(seconds: 60)
            if Stop.isAsked { return }
        }
        let coder = try Coder(analyser: .standard(), world: world, ontology: .standard())
        let watcher = Watcher(
            intake: Intake(record: record, coder: coder), visitor: Visitor(fetcher), interval: 900, keepsCopies: true)
        try watcher.follow(record)
    }

    private static func send(_ list: MailingList) throws {
        while !Stop.isAsked {
            do {
                _ = try list.publisher.runDue(list.readers, now: Date()) { Stop.isAsked }
            } catch let error as BriefingError {
                // A server that is down is tried again.
                Lines.complain(error.description)
            }
            Stop.sleep(seconds: 30)
        }
    }

    private func links() throws -> [SupportBox.Link] {
        try support.map { text in
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            let link =
                parts.count == 2
                ? try? SupportBox.Link(rhythm: .once, address: parts[1], label: parts[0], currency: "EUR", amounts: []) : nil
            guard let link else {
                throw ValidationError("“\(text)” is no link; write it as “Ten euros=https://pay.example.org/10”.")
            }
            return link
        }
    }
}

/// Work that goes on behind the site, on threads of its own.
struct Background: Sendable {
    private let running = DispatchGroup()

    func start(_ name: String, _ work: @escaping @Sendable () throws -> Void) {
        running.enter()
        Thread.detachNewThread { [running] in
            do { try work() } catch { Lines.complain("\(name): \(error)") }
            running.leave()
        }
    }

    /// Asks it to end, and waits until it has.
    func end() {
        Stop.ask()
        running.wait()
    }
}
