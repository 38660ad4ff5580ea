extension Source {
    /// Reads line by line in constant memory, decompressed where the file is. A line beyond the limit is passed over to its end
    /// and told as an error by its being cut, which no JSON parser accepts.
    package func forEachLine(_ body: (Int, [UInt8]) throws -> Void) throws {
        let file = try CompressedFile(name)
        var number = 1
        while let line = try next(in: file, number) {
            if line.contains(where: { $0 > 0x20 }) { try body(number, line) }
            number += 1
        }
        guard !file.isCut else { throw damage(after: number - 1) }
    }

    private func next(in file: CompressedFile, _ number: Int) throws -> [UInt8]? {
        do {
            return try file.line(limit: Self.limit)
        } catch is DamagedMember {
            throw damage(after: number - 1)
        }
    }

    private func damage(after line: Int) -> ReadingError {
        ReadingError(
            name, "is damaged or cut short after line \(line)", remedy: "fetch or write it again; what stood before was read")
    }
}
