// Any bytes as a pasted report: its charset, its head and paragraphs, its dates, its language, its fingerprint.
// max_len: 1024

import Foundation
@testable import Reading

private let charsets = [
    nil, "utf-8", "windows-1251", "gb18030", "shift_jis", "iso-2022-jp", "euc-kr", "big5", "koi8-r", "latin1",
]

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let declared = charsets[Int(bytes.first ?? 0) % charsets.count]
    let text = Charset.utf8(bytes, declared: declared)
    precondition(Charset.isUTF8(text), "what was decoded is no text")
    let report = PlainText.report(String(decoding: text, as: UTF8.self))
    precondition(report.published.map { Day($0) != nil } ?? true, "a date is none")
    for line in report.text.split(separator: "\n") {
        if let date = DateText.published(String(line)) { precondition(Day(date) != nil, "a date is none") }
        if let date = FeedDate(String(line)) { precondition(Day(date.published) != nil, "a date is none") }
        _ = Dateline(line)
    }
    _ = Fingerprint(report.text)
    return 0
}
