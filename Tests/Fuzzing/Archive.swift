// Any bytes as a file of crawled pages, plain or compressed as they say, and taken up again in its middle.
// max_len: 8192

import Foundation
@testable import Reading

private let path = "/dev/shm/fuzz-\(getpid()).warc"

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Data(UnsafeBufferPointer(start: start, count: count))
    guard (try? bytes.write(to: URL(fileURLWithPath: path))) != nil else { fatalError("no room in memory") }
    var positions: [Archive.Position] = []
    try? Archive(path).forEachItem { item, position in
        positions.append(position)
        guard case .page(let page) = item else { return }
        _ = page.mayBeEnglish
        _ = page.extraction()
    }
    precondition(positions.count <= count, "more items than bytes")
    guard let middle = positions.dropFirst(positions.count / 2).first else { return 0 }
    var items = 0
    try? Archive(path).forEachItem(from: middle) { _, _ in items += 1 }
    precondition(items <= count, "more items than bytes")
    return 0
}
