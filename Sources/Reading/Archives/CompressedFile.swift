import Glibc

/// A file, or standard input, read from front to back in constant memory, decompressed on the way where its first bytes say
/// that it is gzip or zstd.
final class CompressedFile {
    /// Pages and reports shrink to a fifth or a tenth. What shrinks to less than this share over many megabytes is made to
    /// fill memory and time.
    private static let leastShare = 250
    private static let ratioWindow = 32 << 20

    private static let chunk = 1 << 17

    let name: String
    /// Whether the file ended, and whether it did within a member.
    private(set) var isAtEnd = false
    private(set) var isCut = false

    private let descriptor: Int32
    private let decompressor: (any Decompressor)?
    private var input: [UInt8] = []
    private var inputStart = 0
    /// The offset in the file of the end of `input`.
    private var inputEnd = 0
    private var isInMember = false
    private var output: [UInt8] = []
    private var outputStart = 0
    /// How many decoded bytes were handed out.
    private var read = 0
    /// The members whose bytes are in `output`, or will be next: decoded offset and offset in the file.
    private var members: [(decoded: Int, offset: Int)] = []
    private var window = (consumed: 0, produced: 0)
    private var room = [UInt8](repeating: 0, count: CompressedFile.chunk)

    /// - Parameter position: where to begin.
    init(_ name: String, from position: Archive.Position? = nil) throws(ReadingError) {
        self.name = name == "-" ? "standard input" : name
        descriptor = name == "-" ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw ReadingError(
                name, "the file cannot be opened", remedy: "check the path and allow this user to read it (chmod u+r)")
        }
        var first: [UInt8] = []
        while first.count < 8, let more = Self.bytes(of: descriptor, count: 8 - first.count), !more.isEmpty { first += more }
        var start = 0
        if first.starts(with: [0x1F, 0x8B]) {
            decompressor = Inflater()
        } else if ZstandardDecompressor.opens(first[...]) {
            let zstandard = ZstandardDecompressor()
            if first.first == 0x5D {
                // The dictionary of a .warc.zst: a frame of its own before all others.
                let size = first[4...].reversed().reduce(0) { $0 << 8 | Int($1) }
                guard size <= 16 << 20 else {
                    throw ReadingError(
                        name, "has a dictionary of \(size >> 20) MB", remedy: "give a file with one of 16 MB at most")
                }
                var dictionary: [UInt8] = []
                while dictionary.count < size, let more = Self.bytes(of: descriptor, count: size - dictionary.count),
                    !more.isEmpty
                {
                    dictionary += more
                }
                if dictionary.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
                    dictionary = (try? ZstandardDecompressor().whole(dictionary[...], limit: 16 << 20)) ?? []
                }
                zstandard.use(dictionary: dictionary)
                start = 8 + size
                first = []
            }
            decompressor = zstandard
        } else {
            decompressor = nil
        }
        input = first
        inputEnd = start + first.count
        if decompressor == nil { members = [(0, 0)] }
        if let position { try goOn(at: position) }
    }

    deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

    private func goOn(at position: Archive.Position) throws(ReadingError) {
        guard lseek(descriptor, off_t(position.offset), SEEK_SET) >= 0 else {
            throw ReadingError(name, "cannot be taken up in its middle", remedy: "read it from its beginning, without --resume")
        }
        input = []
        inputEnd = position.offset
        read = 0
        members = decompressor == nil ? [(0, position.offset)] : []
        do {
            _ = try skip(position.bytes)
        } catch is DamagedMember {
            recover()
        } catch let error as ReadingError {
            throw error
        } catch {
            throw ReadingError(name, "failed (\(error))", remedy: "read it from its beginning, without --resume")
        }
    }

    // MARK: Where

    var position: Archive.Position {
        forgetMembers()
        guard let member = members.first else { return Archive.Position(offset: offset, bytes: 0) }
        if decompressor == nil { return Archive.Position(offset: member.offset + read - member.decoded, bytes: 0) }
        // At the end of all that was decoded the next member begins here.
        if outputStart == output.count, !isInMember { return Archive.Position(offset: offset, bytes: 0) }
        return Archive.Position(offset: member.offset, bytes: read - member.decoded)
    }

    private func forgetMembers() {
        while members.count > 1, members[1].decoded <= read { members.removeFirst() }
    }

    /// The offset in the file of what is next decompressed.
    private var offset: Int { inputEnd - (input.count - inputStart) }

    // MARK: Reading

    /// The next line without its line feed, cut at `limit`; `nil` at the end.
    func line(limit: Int) throws -> [UInt8]? {
        var line: [UInt8] = []
        var isEmpty = true
        while try outputStart < output.count || fill() {
            isEmpty = false
            let end = output[outputStart...].withUnsafeBytes { bytes -> Int? in
                guard let base = bytes.baseAddress, let found = memchr(base, 0x0A, bytes.count) else { return nil }
                return base.distance(to: UnsafeRawPointer(found))
            }
            let available = end ?? output.count - outputStart
            line.append(contentsOf: output[outputStart..<outputStart + min(available, max(0, limit - line.count))])
            advance(available + (end == nil ? 0 : 1))
            if end != nil { return line }
        }
        return isEmpty ? nil : line
    }

    /// So many bytes, fewer where the file ends.
    func take(_ count: Int) throws -> [UInt8] {
        var taken: [UInt8] = []
        taken.reserveCapacity(min(count, 1 << 20))
        while try taken.count < count && (outputStart < output.count || fill()) {
            let part = min(count - taken.count, output.count - outputStart)
            taken.append(contentsOf: output[outputStart..<outputStart + part])
            advance(part)
        }
        return taken
    }

    /// Passes over so many bytes, and tells over how many.
    func skip(_ count: Int) throws -> Int {
        var left = count
        while try left > 0 && (outputStart < output.count || fill()) {
            let part = min(left, output.count - outputStart)
            advance(part)
            left -= part
        }
        return count - left
    }

    /// Gives up the member that is damaged, to go on at the next.
    func recover() {
        advance(output.count - outputStart)
        isInMember = false
        inputStart = min(inputStart + 1, input.count)
    }

    private func advance(_ count: Int) {
        outputStart += count
        read += count
        if outputStart == output.count {
            output.removeAll(keepingCapacity: output.capacity <= 4 * Self.chunk)
            outputStart = 0
        }
    }

    // MARK: Decompressing

    /// Decodes some more bytes; `false` at the end.
    private func fill() throws -> Bool {
        isAtEnd = try !decodeMore()
        return !isAtEnd
    }

    private func decodeMore() throws -> Bool {
        if outputStart > 0 {
            output.removeFirst(outputStart)
            outputStart = 0
        }
        guard let decompressor else {
            guard try inputStart < input.count || refill() else { return false }
            output.append(contentsOf: input[inputStart...])
            inputStart = input.count
            return true
        }
        while true {
            if try inputStart == input.count && !refill() {
                isCut = isInMember
                return false
            }
            if !isInMember {
                guard try findMember(decompressor) else { return false }
                members.append((read + output.count, offset))
                forgetMembers()
                decompressor.reset()
                isInMember = true
            }
            let step = try decode(decompressor)
            inputStart += step.consumed
            output.append(contentsOf: room[..<step.produced])
            if step.isEnd { isInMember = false }
            try weigh(step)
            if step.produced > 0 { return true }
            if step.consumed == 0, !step.isEnd, inputStart < input.count { throw DamagedMember() }
        }
    }

    private func decode(_ decompressor: any Decompressor) throws(DamagedMember) -> Decoded {
        let result = input[inputStart...].withUnsafeBytes { input in
            room.withUnsafeMutableBytes { output in
                Result { () throws(DamagedMember) in try decompressor.decode(input, into: output) }
            }
        }
        return try result.get()
    }

    private func weigh(_ step: Decoded) throws(ReadingError) {
        window.consumed += step.consumed
        window.produced += step.produced
        guard window.produced >= Self.ratioWindow else { return }
        guard window.produced <= window.consumed * Self.leastShare else {
            throw ReadingError(
                name, "grows to more than \(Self.leastShare) times its size, as nothing written does",
                remedy: "read a file from another source; what stood before was read")
        }
        window = (0, 0)
    }

    /// Goes to where a member begins: here, or after bytes that belong to none.
    private func findMember(_ decompressor: any Decompressor) throws(ReadingError) -> Bool {
        while true {
            while input.count - inputStart < 4 {
                guard try refill() else { return false }
            }
            while inputStart <= input.count - 4 {
                if decompressor.opens(input[inputStart..<inputStart + 4]) { return true }
                inputStart += 1
            }
        }
    }

    private func refill() throws(ReadingError) -> Bool {
        guard let more = Self.bytes(of: descriptor, count: Self.chunk) else {
            throw ReadingError(
                name, "cannot be read further (\(String(cString: strerror(errno))))",
                remedy: "check the disk, and that it is a file")
        }
        guard !more.isEmpty else { return false }
        input.removeFirst(inputStart)
        inputStart = 0
        input += more
        inputEnd += more.count
        return true
    }

    private static func bytes(of descriptor: Int32, count: Int) -> [UInt8]? {
        while true {
            var result = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
                result = Glibc.read(descriptor, buffer.baseAddress, count)
                written = max(0, result)
            }
            if result >= 0 { return bytes }
            guard errno == EINTR else { return nil }
        }
    }
}
