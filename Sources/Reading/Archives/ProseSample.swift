/// Some of a page's prose, taken from its bytes without parsing it: enough to tell its language, at next to no cost.
enum ProseSample {
    /// Shorter runs of text are navigation, headings and buttons more often than not.
    private static let shortest = 60
    private static let enough = 2_000

    /// - Returns: runs of text that no tag interrupts, each on a line; what stands in elements of script and style is passed over.
    static func bytes(ofMarkup page: [UInt8]) -> [UInt8] {
        page.withUnsafeBufferPointer { bytes in
            var sample: [UInt8] = []
            var at = 0
            while at < bytes.count, sample.count < enough {
                let open = bytes.index(of: UInt8(ascii: "<"), from: at) ?? bytes.count
                append(bytes[at..<open], to: &sample)
                at = open < bytes.count ? end(ofTagAt: open, bytes) : open
            }
            return sample
        }
    }

    /// The same of a plain text, whose lines are its runs.
    static func bytes(ofText text: [UInt8]) -> [UInt8] {
        text.withUnsafeBufferPointer { bytes in
            var sample: [UInt8] = []
            var at = 0
            while at < bytes.count, sample.count < enough {
                let end = bytes.index(of: 0x0A, from: at) ?? bytes.count
                append(bytes[at..<end], to: &sample)
                at = end + 1
            }
            return sample
        }
    }

    private static func append(_ run: Slice<UnsafeBufferPointer<UInt8>>, to sample: inout [UInt8]) {
        guard run.count >= shortest else { return }
        sample += run.prefix(enough)
        sample.append(0x0A)
    }

    /// Beyond a tag, and beyond the content where that is no text.
    private static func end(ofTagAt start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard let close = bytes.index(of: UInt8(ascii: ">"), from: start) else { return bytes.count }
        let name = bytes[(start + 1)..<min(start + 7, bytes.count)].map(\.lowercased)
        guard name.starts(with: "script".utf8) || name.starts(with: "style".utf8) else { return close + 1 }
        // The next end tag of either: neither holds the other.
        var at = close
        while let open = bytes.index(of: UInt8(ascii: "<"), from: at), open + 2 < bytes.count {
            if bytes[open + 1] == UInt8(ascii: "/"), bytes[open + 2].lowercased == UInt8(ascii: "s") { return open }
            at = open + 1
        }
        return bytes.count
    }
}
