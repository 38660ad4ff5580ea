import Foundation

extension Source {
    /// Reads line by line in constant memory. A line beyond the limit is passed over to its end and told as an error
    /// by its being cut, which no JSON parser accepts.
    func forEachLine(_ body: (Int, [UInt8]) throws -> Void) throws {
        let file: FileHandle
        if name == "-" {
            file = .standardInput
        } else if let opened = FileHandle(forReadingAtPath: name) {
            file = opened
        } else {
            throw ReadingError(name, "the file cannot be opened", remedy: "allow this user to read it (chmod u+r)")
        }
        defer { if name != "-" { try? file.close() } }
        var line: [UInt8] = []
        var number = 1
        func finish() throws {
            if line.contains(where: { $0 > 0x20 }) { try body(number, line) }
            line.removeAll(keepingCapacity: true)
            number += 1
        }
        while let chunk = try? file.read(upToCount: 1 << 20), !chunk.isEmpty {
            var rest = chunk[...]
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                if line.count <= Self.limit { line.append(contentsOf: rest[..<end]) }
                try finish()
                rest = rest[(end + 1)...]
            }
            if line.count <= Self.limit { line.append(contentsOf: rest) }
        }
        try finish()
    }
}
