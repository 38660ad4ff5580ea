import Foundation

/// A place reports are read from: a file, or standard input. Folders are opened into their files first.
public struct Source: Sendable {
    public enum Form: Sendable {
        case text, page, feed, lines, archive
    }

    /// As the user named it, or as found in a folder the user named.
    public let name: String
    public let form: Form?

    package init(name: String, form: Form?) {
        self.name = name
        self.form = form
    }

    /// The largest text, page, feed or line that is read, in bytes: what holds a report is smaller.
    public static let limit = 7 << 20

    /// The sources behind what a user named: files as they are, folders with all files beneath them that hold reports
    /// (`.txt`, `.html`, `.htm`, `.jsonl`, `.ndjson`, `.xml`, `.rss`, `.atom`, archives), in the order of their names; `-` is
    /// standard input, JSON lines. What cannot be opened is told in `failures`, the rest is still there.
    public static func found(at names: [String]) -> (sources: [Source], failures: [ReadingError]) {
        var sources: [Source] = []
        var failures: [ReadingError] = []
        for name in names {
            guard name != "-" else {
                sources.append(Source(name: "-", form: .lines))
                continue
            }
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: name, isDirectory: &isFolder) else {
                if WebAddress.isMeant(by: name) {
                    failures.append(
                        ReadingError(name, "is an address", remedy: "read it with `demarche read`, or save the page"))
                    continue
                }
                failures.append(ReadingError(name, "no such file or folder", remedy: "check the path"))
                continue
            }
            guard isFolder.boolValue else {
                sources.append(Source(name: name, form: form(ofFile: name)))
                continue
            }
            open(folder: name, &sources, &failures)
        }
        return (sources, failures)
    }

    private static func open(folder: String, _ sources: inout [Source], _ failures: inout [ReadingError]) {
        var waiting = [folder]
        while let folder = waiting.popLast() {
            let names: [String]
            do {
                names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            } catch {
                failures.append(
                    ReadingError(folder, "the folder cannot be opened", remedy: "allow this user to read it (chmod u+rx)"))
                continue
            }
            var folders: [String] = []
            for name in names where !name.hasPrefix(".") {
                let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
                let attributes = try? FileManager.default.attributesOfItem(atPath: path)
                switch attributes?[.type] as? FileAttributeType {
                case .typeDirectory?: folders.append(path)
                case .typeSymbolicLink?:
                    // A link to a file is read; one to a folder might lead in a circle.
                    var isFolder: ObjCBool = false
                    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
                        let form = form(ofFile: path)
                    {
                        sources.append(Source(name: path, form: form))
                    }
                default:
                    if let form = form(ofFile: path) { sources.append(Source(name: path, form: form)) }
                }
            }
            waiting += folders.reversed()
        }
    }

    private static func form(ofFile name: String) -> Form? {
        if Archive.isArchive(name) { return .archive }
        let isCompressed = ["gz", "zst"].contains((name as NSString).pathExtension.lowercased())
        let inner = isCompressed ? (name as NSString).deletingPathExtension : name
        switch (inner as NSString).pathExtension.lowercased() {
        case "jsonl", "ndjson": return .lines
        case _ where isCompressed: return nil
        case "txt", "text": return .text
        case "html", "htm", "xhtml": return .page
        case "json": return .lines
        case "xml", "rss", "atom": return .feed
        default: return nil
        }
    }

    /// In bytes, 0 where that is not known.
    package var size: Int {
        (try? FileManager.default.attributesOfItem(atPath: name)[.size] as? Int) ?? 0
    }

    /// Reads every report of the source, in its order. What is wrong with one report does not keep the next from being
    /// read.
    ///
    /// - Parameter body: is given each report, or what was wrong with it.
    public func forEachReport(_ body: (Result<Report, ReadingError>) throws -> Void) throws {
        try forEachExtraction { try body($0.map(\.report)) }
    }

    /// The same, with what the pages of reports tell besides.
    package func forEachExtraction(_ body: (Result<Extraction, ReadingError>) throws -> Void) throws {
        if name == "-" || form == .lines {
            try forEachLine { number, line in try body(Self.report(line: line, of: "\(label), line \(number)")) }
            return
        }
        if form == .archive {
            try Archive(name).forEachItem { item, _ in
                if case .page(let page) = item, case .success(let found) = page.extraction() { try body(.success(found)) }
            }
            return
        }
        switch contents() {
        case .failure(let error): try body(.failure(error))
        case .success(let bytes): for result in reports(in: bytes) { try body(result) }
        }
    }

    private var label: String { name == "-" ? "standard input" : name }

    private func contents() -> Result<[UInt8], ReadingError> {
        do {
            let bytes = try CompressedFile(name).take(Self.limit + 1)
            guard bytes.count <= Self.limit else {
                throw Self.refusal(
                    of: name, "is larger than \(Self.limit >> 20) MB", remedy: "give its reports as JSON lines, one a line")
            }
            guard !bytes.isEmpty else { throw ReadingError(name, "is empty", remedy: "give a file that holds a report") }
            return .success(bytes)
        } catch let error as ReadingError {
            return .failure(error)
        } catch {
            return .failure(ReadingError(name, "is damaged", remedy: "fetch or write it again"))
        }
    }

    private static func refusal(of source: String, _ cause: String, remedy: String) -> ReadingError {
        ReadingError(source, cause + ", which no report is", remedy: remedy)
    }

    private func reports(in bytes: [UInt8]) -> [Result<Extraction, ReadingError>] {
        guard !Self.isBinary(bytes) else {
            return [.failure(ReadingError(name, "is not text", remedy: "save the report as text or HTML"))]
        }
        if form == .feed, let feed = Feed(bytes) { return reports(of: feed) }
        let declared = form == .text ? nil : Charset.declared(in: bytes)
        let text = Charset.utf8(bytes, declared: declared)
        let start = text.first { !$0.isAsciiSpace }
        let isMarkup = form == nil && start == UInt8(ascii: "<")
        if isMarkup, let feed = Feed(text) { return reports(of: feed) }
        if isMarkup || form == .page || form == .feed {
            do { return [checked(Extraction(try Page(utf8: text)))] } catch { return [.failure(error.of(name))] }
        }
        if form == nil, start == UInt8(ascii: "{") {
            let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
            return lines.filter { $0.element.contains { $0 > 0x20 } }.map { number, line in
                Self.report(line: Array(line), of: "\(name), line \(number + 1)")
            }
        }
        guard text.count <= Report.longestText else { return [.failure(Self.tooLong(name))] }
        return [checked(Extraction(PlainText.report(String(decoding: text, as: UTF8.self))))]
    }

    private func reports(of feed: Feed) -> [Result<Extraction, ReadingError>] {
        guard !feed.entries.isEmpty else {
            return [.failure(ReadingError(name, "the feed has no items", remedy: "give a feed that holds reports"))]
        }
        return feed.entries.map { checked(Extraction(feed.report(of: $0))) }
    }

    private static func report(line: [UInt8], of source: String) -> Result<Extraction, ReadingError> {
        guard line.count < limit else {
            return .failure(
                refusal(of: source, "is longer than \(limit >> 20) MB", remedy: "give one report a line"))
        }
        do {
            return checked(try Extraction(line: line) ?? decoded(line, of: source), source)
        } catch let DecodingError.dataCorrupted(context) {
            return .failure(
                ReadingError(
                    source, "is not a report in JSON (\(context.debugDescription))",
                    remedy: "give one JSON object a line, with “text” or “html”, “published”, “outlet”"))
        } catch let DecodingError.typeMismatch(_, context) {
            let field = context.codingPath.map(\.stringValue).joined(separator: ".")
            return .failure(
                ReadingError(source, "“\(field)” is of the wrong kind", remedy: "give text in quotation marks, or null"))
        } catch let error as ReadingError {
            return .failure(error.of(source))
        } catch {
            return .failure(ReadingError(source, "is not a report in JSON", remedy: "give one JSON object a line"))
        }
    }

    /// What else of a report a line may tell is not read, and is little.
    private static let mostValues = 100_000

    private static func decoded(_ line: [UInt8], of source: String) throws -> Extraction {
        guard JSONShape(of: line).values <= mostValues else {
            throw refusal(of: source, "holds more than \(mostValues) values", remedy: "give one report a line")
        }
        return try JSONDecoder().decode(Extraction.self, from: Data(line))
    }

    /// The name of a file often tells its day.
    private func checked(_ found: Extraction) -> Result<Extraction, ReadingError> {
        guard found.report.published == nil else { return Self.checked(found, name) }
        let day = Day((name as NSString).lastPathComponent.prefix(10))
        return Self.checked(found.with(.published, \.published, day?.description, from: .fileName), name)
    }

    /// A report must hold prose, and no more than anybody would read; a date that is none is worse than no date.
    private static func checked(_ found: Extraction, _ source: String) -> Result<Extraction, ReadingError> {
        let report = found.report
        guard report.text.utf8.count <= Report.longestText else { return .failure(tooLong(source)) }
        guard report.text.contains(where: \.isLetter) else {
            return .failure(
                ReadingError(source, "holds no report text", remedy: "check that the page was saved whole, with its article"))
        }
        if let published = report.published, Day(published) == nil {
            return .failure(
                ReadingError(source, "“\(published)” is not a publication date", remedy: "write it as 2025-06-30"))
        }
        return .success(found)
    }

    private static func tooLong(_ source: String) -> ReadingError {
        ReadingError(
            source, "holds more than \(Report.longestText >> 10) KB of text, which no report does",
            remedy: "give the report alone")
    }

    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return false }
        let head = bytes.prefix(65_536)
        let controls = head.lazy.filter { $0 < 9 || (14..<32).contains($0) && $0 != 27 }.count
        return head.contains(0) || controls * 50 > head.count
    }
}
