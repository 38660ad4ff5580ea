/// A file of crawled pages (WARC), or of their texts (WET), plain or compressed by gzip or zstd.
package struct Archive: Sendable {
    /// Where reading can be taken up again.
    package struct Position: Hashable, Sendable {
        /// An offset in the file, from which this many decompressed bytes were read.
        package var offset: Int
        package var bytes: Int

        package init(offset: Int, bytes: Int) {
            self.offset = offset
            self.bytes = bytes
        }
    }

    /// Why something of an archive is not among the reports.
    package enum Skip: String, Error, Sendable, Hashable, CaseIterable {
        case kind = "records that hold no page (requests, metadata, revisits)"
        case status = "answers other than 200"
        case media = "not pages"
        case large = "larger than 7 MB"
        case empty = "empty"
        case encoding = "compressed in a way that is not read"
        case damaged = "damaged records"
        case cut = "cut short by the end of the file"
        case language = "not in English"
        case text = "pages without a report's text"
        case date = "without a date"
        case states = "no act between two states"
    }

    package enum Item: Sendable {
        case page(ArchivedPage)
        case skipped(Skip)
    }

    package let name: String

    package init(_ name: String) { self.name = name }

    /// Whether a file is an archive, by its name.
    package static func isArchive(_ name: String) -> Bool {
        let name = name.lowercased()
        return [".warc", ".warc.gz", ".warc.zst", ".wet", ".wet.gz", ".wet.zst"].contains { name.hasSuffix($0) }
    }

    /// Reads every record in its order, in constant memory.
    ///
    /// - Parameters:
    ///   - position: where to begin.
    ///   - body: is given what was found, and where to go on after it.
    /// - Throws: `ReadingError` where the file cannot be read, or not beyond some point; what `body` throws.
    package func forEachItem(from position: Position? = nil, _ body: (Item, Position) throws -> Void) throws {
        let file = try CompressedFile(name, from: position)
        var reader = WARCReader(file)
        var isCut = false
        while let found = try Self.next(of: &reader) {
            switch found {
            case .failure(let skip):
                isCut = skip == .cut
                try body(.skipped(skip), reader.position)
            case .success(let page): try body(.page(page), reader.position)
            }
        }
        if file.isCut, !isCut { try body(.skipped(.cut), reader.position) }
    }

    /// The next page, or why there is none; the record it was in is not kept beside it.
    private static func next(of reader: inout WARCReader) throws(ReadingError) -> Result<ArchivedPage, Skip>? {
        switch try reader.next() {
        case .record(let record)?: ArchivedPage.found(in: record)
        case .skipped(let skip)?: .failure(skip)
        case nil: nil
        }
    }
}
