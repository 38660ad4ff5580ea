import Foundation

/// A file that is there whole or not at all, compressed as its name says (`.gz`, `.zst`).
///
/// It is written beside its place under another name and put there at the end, so that whatever stops the program leaves
/// what was there before.
package final class OutputFile {
    private let path: String
    private let draft: String
    private let descriptor: Int32
    private let compressor: (any Compressor)?
    private var waiting: [UInt8] = []
    private var isDone = false

    /// - Throws: `ReadingError` where the folder cannot be written.
    package init(_ path: String) throws(ReadingError) {
        self.path = path
        let file = URL(fileURLWithPath: path)
        draft =
            file.deletingLastPathComponent()
            .appendingPathComponent(".\(file.lastPathComponent).\(getpid()).draft").path
        descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        compressor =
            switch file.pathExtension.lowercased() {
            case "gz": Deflater()
            case "zst": ZstandardCompressor()
            default: nil
            }
        guard descriptor >= 0 else { throw Self.error(path) }
    }

    deinit {
        guard !isDone else { return }
        if descriptor >= 0 {
            close(descriptor)
            unlink(draft)
        }
    }

    package func write(_ bytes: some Collection<UInt8>) throws(ReadingError) {
        waiting.append(contentsOf: bytes)
        if waiting.count >= 1 << 16 { try flush(isLast: false) }
    }

    /// Puts the file in its place.
    package func finish() throws(ReadingError) {
        try flush(isLast: true)
        guard fsync(descriptor) == 0, close(descriptor) == 0, rename(draft, path) == 0 else { throw Self.error(path) }
        isDone = true
    }

    private func flush(isLast: Bool) throws(ReadingError) {
        var output: [UInt8] = []
        if let compressor {
            waiting.withUnsafeBytes { compressor.encode($0, isLast: isLast, into: &output) }
        } else {
            output = waiting
        }
        waiting.removeAll(keepingCapacity: true)
        var written = 0
        while written < output.count {
            let count = output[written...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.error(path) }
            written += count
        }
    }

    private static func error(_ path: String) -> ReadingError {
        ReadingError(
            path, "cannot be written (\(String(cString: strerror(errno))))",
            remedy: "make room, or name a file in a folder that this user may write")
    }
}
