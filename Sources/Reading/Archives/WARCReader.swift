/// Reads the records of a WARC file (ISO 28500, versions 1.0 and 1.1) one after the other.
///
/// What is damaged is passed over to the next record that can be read.
struct WARCReader {
    /// A record that may hold a report.
    struct Record {
        var type: String
        var target: String?
        /// When it was fetched.
        var date: String?
        var mediaType: String
        var block: [UInt8]
    }

    enum Item {
        case record(Record)
        case skipped(Archive.Skip)
    }

    /// Larger blocks are passed over: crawlers keep no longer pages.
    static let largestBlock = Source.limit
    private static let longestHeader = 1 << 16
    private static let wanted: Set<String> = ["response", "conversion", "resource"]

    private let file: CompressedFile
    /// The version line of the next record, where looking for it went past it.
    private var isAtHeaders = false

    init(_ file: CompressedFile) { self.file = file }

    var position: Archive.Position { file.position }

    /// The next record or what was passed over; `nil` at the end.
    mutating func next() throws(ReadingError) -> Item? {
        do {
            let item = try read()
            if case .skipped(.damaged)? = item { try findRecord() }
            return item
        } catch let error as ReadingError {
            throw error
        } catch {
            file.recover()
            isAtHeaders = false
            return .skipped(.damaged)
        }
    }

    private mutating func read() throws -> Item? {
        if !isAtHeaders {
            // Two line feeds end a record; some writers give more or fewer.
            var line = try file.line(limit: Self.longestHeader)
            while let empty = line, Self.trimmed(empty[...]).isEmpty { line = try file.line(limit: Self.longestHeader) }
            guard let line else { return nil }
            guard line.starts(with: "WARC/".utf8) else { return .skipped(lost) }
        }
        isAtHeaders = false
        guard let headers = try headers() else { return .skipped(lost) }
        guard let length = headers["content-length"].flatMap({ Int($0) }), length >= 0 else { return .skipped(.damaged) }
        let type = headers["warc-type"]?.lowercased() ?? ""
        guard Self.wanted.contains(type), length <= Self.largestBlock else {
            guard try file.skip(length) == length else { return .skipped(.cut) }
            return .skipped(Self.wanted.contains(type) ? .large : .kind)
        }
        let block = try file.take(length)
        guard block.count == length else { return .skipped(.cut) }
        let target = headers["warc-target-uri"].map {
            $0.hasPrefix("<") && $0.hasSuffix(">") ? String($0.dropFirst().dropLast()) : $0
        }
        return .record(
            Record(
                type: type, target: target, date: headers["warc-date"], mediaType: headers["content-type"]?.lowercased() ?? "",
                block: block))
    }

    /// What became of a record that makes no sense.
    private var lost: Archive.Skip { file.isAtEnd ? .cut : .damaged }

    /// The named fields up to the empty line, names in lower case, folded lines joined.
    private func headers() throws -> [String: String]? {
        var headers: [String: String] = [:]
        var last: String?
        var size = 0
        while let line = try file.line(limit: Self.longestHeader) {
            size += line.count
            guard size <= Self.longestHeader else { return nil }
            let content = Self.trimmed(line[...])
            if content.isEmpty { return headers }
            if line[0] == 0x20 || line[0] == 0x09, let last {
                headers[last, default: ""] += " " + String(decoding: content, as: UTF8.self)
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                let name = String(decoding: Self.trimmed(line[..<colon]), as: UTF8.self).lowercased()
                headers[name] = String(decoding: Self.trimmed(line[(colon + 1)...]), as: UTF8.self)
                last = name
            } else {
                return nil
            }
        }
        return nil
    }

    /// Goes on to the next line that begins a record.
    private mutating func findRecord() throws {
        while let line = try file.line(limit: 16) {
            if line.starts(with: "WARC/1".utf8) {
                isAtHeaders = true
                return
            }
        }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes = bytes
        while let first = bytes.first, first == 0x20 || first == 0x09 || first == 0x0D { bytes = bytes.dropFirst() }
        while let last = bytes.last, last == 0x20 || last == 0x09 || last == 0x0D { bytes = bytes.dropLast() }
        return bytes
    }
}
