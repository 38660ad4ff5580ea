// Any bytes as a page: parsed, its report found, told as `demarche extract` tells it.
// max_len: 4096

import Foundation
@testable import Reading

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    _ = ProseSample.bytes(ofMarkup: bytes)
    guard let page = try? Page(bytes: bytes) else { return 0 }
    let found = Extraction(page)
    for line in page.text.split(separator: "\n", omittingEmptySubsequences: true) {
        precondition(line == line.collapsingWhitespace, "a line holds white space that was not collapsed")
    }
    for date in [found.report.published, found.modified].compactMap(\.self) {
        precondition(Day(date) != nil, "a date is none")
    }
    guard (try? JSONEncoder().encode(found)) != nil else { fatalError("cannot be told as JSON") }
    return 0
}
