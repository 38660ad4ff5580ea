import ArgumentParser
import Reading

/// How a command fetches from the web.
struct FetchOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How servers can reach you, a mail or web address, sent with each request.", valueName: "address"))
    var contact: String?

    @Flag(help: "Also reach addresses of this machine and its network, which hostile feeds may point to.")
    var allowPrivate = false

    func fetcher() -> Fetcher {
        var fetcher = Fetcher()
        fetcher.contact = contact
        fetcher.allowsPrivate = allowPrivate
        fetcher.isStopped = { Stop.isAsked }
        return fetcher
    }
}
