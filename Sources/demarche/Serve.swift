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
            Feeds of the record are followed meanwhile, and with --letter the Friday briefing is sent when it is due.

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

    @Option(help: ArgumentHelp("The settings of the letter, to send it when it is due.", valueName: "file"))
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
        let library = try Library(writing, world: world, support: Support(links()))
        let site = try Site(library, accounts: Accounts(besides: record.path))
        var logger = Logger(label: "demarche") { LogLines(label: $0) }
        logger.logLevel = quiet ? .warning : .info
        let log = logger
        site.metrics.onFailure { error, route in
            log.error("failed", metadata: ["route": "\(route)", "error": "\(error)"])
        }
        let background = Background()
        defer { background.end() }
        if !asksNoFeeds {
            let fetcher = fetching.fetcher()
            background.start("feeds") { try Self.follow(writing, fetcher, world) }
        }
        if let letter {
            let path = record.path
            background.start("letter") { try Self.send(letter, record: path, world) }
        }
        let address = address
        try await Server.serve(site, host: address, port: port, logger: logger) { port in
            Lines.write("serving \(record.path) at http://\(address.contains(":") ? "[\(address)]" : address):\(port)/")
        }
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

    private static func send(_ letter: String, record path: String, _ world: World) throws {
        let settings = try BriefingSettings(URL(fileURLWithPath: letter))
        let readers = try Readers(path: Readers.path(beside: path), vault: settings.vault)
        let publisher = Publisher(
            settings: settings, record: try Record(path: path, .read), world: world, ontology: try .standard())
        while !Stop.isAsked {
            do {
                _ = try publisher.runDue(readers, now: Date()) { Stop.isAsked }
            } catch let error as BriefingError {
                // A server that is down is tried again.
                Lines.complain(error.description)
            }
            Stop.sleep(seconds: 30)
        }
    }

    private func links() throws -> [Support.Link] {
        try support.map { text in
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, parts[1].hasPrefix("https://") else {
                throw ValidationError("“\(text)” is no link; write it as “Ten euros=https://pay.example.org/10”.")
            }
            return Support.Link(label: parts[0], address: parts[1])
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
