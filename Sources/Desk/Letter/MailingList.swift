package import Briefing
internal import Dispatch
internal import Foundation
internal import Synchronization

/// The letter behind the site: what it says, who reads it, and what goes out to those who ask for it.
package struct MailingList: Sendable {
    package let publisher: Publisher
    package let readers: Readers
    let sender: Sender
    /// How often one place may ask for the letter. How often it goes to one address is limited by `Readers`.
    let places = RateLimit(10, within: .seconds(3_600))
    private let requests = Requests()

    /// - Throws: where the settings name no server.
    package init(_ publisher: Publisher, readers: Readers) throws {
        self.publisher = publisher
        self.readers = readers
        sender = try publisher.settings.sender(to: readers)
    }

    var head: Letterhead { publisher.settings.head }

    /// Changes whenever the readers' file does, in which the issues are.
    var version: String { Library.version(of: readers.path) }

    /// Somebody asks for the letter. It is looked into, and answered by mail, behind the page: how long the page takes tells
    /// nobody who reads.
    ///
    /// - Parameter report: called with what went wrong, which tells no address.
    /// - Returns: `false` where too many have asked at once.
    func ask(
        _ address: Briefing.Address, for pairs: [PairName], wording: String, report: @escaping @Sendable (any Error) -> Void
    ) -> Bool {
        requests.add { [readers, sender] in
            do {
                let now = Date()
                guard case .invite(let invitation) = try readers.subscribe(address, to: pairs, wording: wording, at: now) else {
                    return
                }
                try sender.invite(invitation, at: now)
            } catch {
                report(error)
            }
        }
    }

    /// Waits until all who asked have been answered.
    package func finish() { requests.finish() }
}

/// What has been asked for and is done one after the other.
private final class Requests: Sendable {
    private let queue = DispatchQueue(label: "demarche.letter")
    private let waiting = Mutex(0)
    private static let most = 500

    func add(_ work: @escaping @Sendable () -> Void) -> Bool {
        let hasRoom = waiting.withLock { waiting in
            guard waiting < Self.most else { return false }
            waiting += 1
            return true
        }
        guard hasRoom else { return false }
        queue.async { [self] in
            work()
            waiting.withLock { $0 -= 1 }
        }
        return true
    }

    func finish() { queue.sync {} }
}
