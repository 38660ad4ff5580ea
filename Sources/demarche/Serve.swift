import ArgumentParser
import Desk
import Foundation
import Logging
import Record

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves the record as a site: pages, lists for programs, and a desk for editors.",
        discussion: """
            Only this machine can reach it, unless another address is given; put a proxy with HTTPS before it then. The first
            owner is made by `demarche user add`. It ends when asked to (SIGTERM or control-C), after what is being answered.

              demarche serve --record crisis.sqlite
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

    @OptionGroup var world: WorldOption

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("There is no port \(port); give one from 0 to 65535.") }
        _ = try links()
    }

    func run() async throws {
        let library = try Library(record.writing(), world: world.world(), support: Support(links()))
        let site = try Site(library, accounts: Accounts(besides: record.path))
        var logger = Logger(label: "demarche") { LogLines(label: $0) }
        logger.logLevel = quiet ? .warning : .info
        let log = logger
        site.metrics.onFailure { error, route in
            log.error("failed", metadata: ["route": "\(route)", "error": "\(error)"])
        }
        let address = address
        try await Server.serve(site, host: address, port: port, logger: logger) { port in
            Lines.write("serving \(record.path) at http://\(address.contains(":") ? "[\(address)]" : address):\(port)/")
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
