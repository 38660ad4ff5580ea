internal import GRDB

/// A record that cannot be used: which file, why, and what to do.
public struct RecordError: Error, Sendable, CustomStringConvertible {
    public let path: String
    public let cause: String
    public let remedy: String

    init(_ path: String, _ cause: String, remedy: String) {
        self.path = path
        self.cause = cause
        self.remedy = remedy
    }

    public var description: String { "\(path): \(cause); \(remedy)" }

    /// What a failure of SQLite means to whoever called.
    package init(_ path: String, _ error: any Error) {
        if let error = error as? RecordError {
            self = error
            return
        }
        switch (error as? DatabaseError)?.resultCode {
        case .SQLITE_NOTADB?:
            self.init(path, "is not a record (not an SQLite file)", remedy: "name another file with --record")
        case .SQLITE_CORRUPT?:
            self.init(path, "is damaged", remedy: "restore it from a backup, or read the reports into a new record")
        case .SQLITE_BUSY?, .SQLITE_LOCKED?:
            self.init(path, "is being written by another program", remedy: "wait until that is done and try again")
        case .SQLITE_READONLY?:
            self.init(
                path, "may not be written", remedy: "allow this user to write it (chmod u+w), or name another with --record")
        case .SQLITE_CANTOPEN?:
            self.init(path, "cannot be opened", remedy: "check that its folder exists and this user may read and write it")
        case .SQLITE_FULL?:
            self.init(path, "the disk is full", remedy: "make room and try again: what was stored is whole")
        case .SQLITE_IOERR?:
            // SQLite says the same of some files beside the record when the disk is full.
            self.init(
                path, "the disk is full or failed while reading or writing",
                remedy: "make room, check the disk and try again: what was stored is whole")
        default:
            self.init(path, "failed (\(error))", remedy: "report this with the file, if it goes on")
        }
    }
}
