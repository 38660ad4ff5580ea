package import Coding
package import Language
package import Record
package import World
internal import Foundation
internal import Reading

/// What the pages are made from: the record, and what is known of states, acts and outlets.
package struct Library: Sendable {
    package let record: Record
    package let world: World
    package let ontology: Ontology
    package let outlets: Outlets
    /// Reads new reports; made when first needed, as it takes a second and a hundred megabytes.
    package let coder: Lazily<Coder>
    package let analyser: Lazily<Analyser>
    let support: Support
    let land: Lazily<Land>

    /// - Parameter land: of the same world, where it is known already.
    /// - Throws: where resources are missing.
    package init(_ record: Record, world: World, support: Support = Support(), land: Lazily<Land>? = nil) throws {
        self.record = record
        self.world = world
        self.support = support
        ontology = try .standard()
        outlets = try .standard()
        let ontology = ontology
        self.land = land ?? Lazily { Land(of: world) }
        let analyser = Lazily { try Analyser.standard() }
        self.analyser = analyser
        coder = Lazily { try Coder(analyser: analyser.value(), world: world, ontology: ontology) }
    }

    /// Changes whenever the record does: sizes and times of its files.
    var version: String {
        ["", "-wal"].map { ending in
            var status = stat()
            guard stat(record.path + ending, &status) == 0 else { return "none" }
            return "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
        }.joined(separator: " ") + " \(Self.today)"
    }

    static var today: Day { Day(number: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down))) }
}
