import ArgumentParser
import Reading

/// How a command fetches from the web.
struct FetchOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How servers can reach you, a mail or web address, sent with each request.", valueName: "address"))
    var contact: String?

    @Flag(help: "Also reach addresses of this machine and its network, which hostile feeds may point to.")
    var allowPrivate = false

    @Option(help: ArgumentHelp("Seconds between two requests to one host.", valueName: "seconds"))
    var pause = 1.0

    func validate() throws {
        guard pause.isFinite, (0...3_600).contains(pause) else {
            throw ValidationError("--pause is a number of seconds up to 3600.")
        }
    }

    func visitor() -> Visitor { Visitor(fetcher(), pause: pause) }

    func fetcher() -> Fetcher {
        var fetcher = Fetcher()
        fetcher.contact = contact
        fetcher.allowsPrivate = allowPrivate
        fetcher.isStopped = { Stop.isAsked }
        return fetcher
    }
}
