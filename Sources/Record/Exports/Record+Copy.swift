internal import Foundation
internal import GRDB

extension Record {
    /// Copies the whole record into one new SQLite file, as it stands at one moment.
    ///
    /// - Throws: `RecordError` where there is such a file already: nothing is overwritten.
    public func copy(to path: String) throws(RecordError) {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw RecordError(path, "is there already", remedy: "name another file, or remove this one first")
        }
        do {
            try database.writeWithoutTransaction { db in try db.execute(sql: "VACUUM INTO ?", arguments: [path]) }
        } catch {
            throw RecordError(path, error)
        }
    }
}

extension Record.Selection {
    /// Whether nothing is left out.
    public var isEverything: Bool { states.isEmpty && types.isEmpty && since == nil && until == nil }
}
