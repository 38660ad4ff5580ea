package import Briefing
package import Coding
package import Language
package import Record
package import World
internal import Foundation
package import Reading

/// What the pages are made from: the record, and what is known of states, acts and outlets.
package struct Library: Sendable {
    package let record: Record
    package let world: World
    package let ontology: Ontology
    package let outlets: Outlets
    /// Reads new reports; made when first needed, as it takes a second and a hundred megabytes.
    package let coder: Lazily<Coder>
    package let analyser: Lazily<Analyser>
    let support: SupportBox?
    /// Fetches what editors name: a feed, or the page of a report.
    let visitor: Visitor
    let land: Lazily<Land>

    /// - Parameters:
    ///   - support: how readers may pay for the work, where whoever runs the desk wants that.
    ///   - land: of the same world, where it is known already.
    /// - Throws: where resources are missing.
    package init(
        _ record: Record, world: World, support: SupportBox? = nil, visitor: Visitor = Visitor(Fetcher()),
        land: Lazily<Land>? = nil
    ) throws {
        self.record = record
        self.world = world
        self.support = support
        self.visitor = visitor
        ontology = try .standard()
        outlets = try .standard()
        let ontology = ontology
        self.land = land ?? Lazily { Land(of: world) }
        let analyser = Lazily { try Analyser.standard() }
        self.analyser = analyser
        coder = Lazily { try Coder(analyser: analyser.value(), world: world, ontology: ontology) }
    }

    /// Changes whenever the record does.
    var version: String { Self.version(of: record.path) + " \(Self.today)" }

    /// The sizes and times of a database's files.
    static func version(of path: String) -> String {
        ["", "-wal"].map { ending in
            var status = stat()
            guard stat(path + ending, &status) == 0 else { return "none" }
            return "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
        }.joined(separator: " ")
    }

    static var today: Day { Day(number: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down))) }
}
