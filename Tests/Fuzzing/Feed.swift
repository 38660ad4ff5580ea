// Any bytes as a feed, as a page that names feeds, and as a list of feeds.
// max_len: 2048

import Foundation
@testable import Reading

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let address = "https://n.example/feeds/all.xml"
    _ = FeedLinks.found(in: bytes, address: address)
    if let list = try? OPML.outlines(in: bytes, of: "list") {
        let again = try? OPML.outlines(in: Array(OPML.document(of: list, title: "list").utf8), of: "list")
        precondition(again?.count ?? 0 <= list.count, "a list has grown by being written")
    }
    guard let feed = Feed(bytes, address: address) else { return 0 }
    precondition(Set(feed.entries.map(\.key)).count == feed.entries.count, "two items have one key")
    for entry in feed.entries {
        _ = entry.isExcerpt
        let report = feed.report(of: entry)
        for date in [entry.published, entry.updated, report.published].compactMap(\.self) {
            precondition(Day(date) != nil, "a date is none")
        }
    }
    return 0
}
