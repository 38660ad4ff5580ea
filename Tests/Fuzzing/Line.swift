// Any bytes as a line of reports: the quick reading of flat objects gives what a general parser does.
// max_len: 4096

import Foundation
@testable import Reading

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let line = Array(UnsafeBufferPointer(start: start, count: count))
    let shape = JSONShape(of: line)
    precondition(shape.depth <= count && shape.values <= count, "more values than bytes")
    if let object = FlatObject(line), let parsed = (try? JSONSerialization.jsonObject(with: Data(line))) as? [String: Any] {
        precondition(parsed.count == object.texts.count, "a name is lost")
        for (name, text) in object.texts {
            precondition(parsed[name] as? String == text.map { String(decoding: $0, as: UTF8.self) }, "a text is another")
        }
    }
    _ = try? Extraction(line: line)
    _ = try? JSONDecoder().decode(Extraction.self, from: Data(line))
    return 0
}
