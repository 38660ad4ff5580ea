import ArgumentParser
import Foundation

/// Where an export goes: standard output, or a file that takes its name only when it is whole.
final class ExportSink {
    private let path: String?
    private let partial: String
    private let file: FileHandle
    private var buffer = Data()

    init(path: String?) throws {
        self.path = path
        partial = (path ?? "") + ".partial"
        guard path != nil else {
            file = .standardOutput
            return
        }
        guard FileManager.default.createFile(atPath: partial, contents: nil), let file = FileHandle(forWritingAtPath: partial)
        else { throw ExportSinkError(path: partial, cause: "cannot be made") }
        self.file = file
    }

    func put(_ text: String) throws {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= 1 << 16 { try flush() }
    }

    func finish() throws {
        try flush()
        guard let path else { return }
        try file.close()
        guard rename(partial, path) == 0 else { throw ExportSinkError(path: path, cause: "cannot be written") }
    }

    private func flush() throws {
        defer { buffer.removeAll(keepingCapacity: true) }
        do {
            try file.write(contentsOf: buffer)
        } catch {
            // A reader that went away (`| head`) wants no more.
            if path == nil { throw ExitCode.success }
            throw ExportSinkError(path: partial, cause: "cannot be written (\(error.localizedDescription))")
        }
    }
}

/// An export that could not be written: where, and why.
struct ExportSinkError: Error, CustomStringConvertible {
    let path: String
    let cause: String
    var description: String { "\(path): \(cause); check that the folder exists, may be written and has room" }
}
