// Any bytes as a text: its words and sentences.
// max_len: 4096

@testable import Language

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = ScannedText(repairing: Array(UnsafeBufferPointer(start: start, count: count)))
    var end = 0
    for token in text.tokens {
        precondition(token.bytes.lowerBound >= end && !token.bytes.isEmpty, "tokens overlap")
        end = token.bytes.upperBound
    }
    precondition(text.sentences.reduce(0) { $0 + $1.count } == text.tokens.count, "a token is in no sentence")
    return 0
}
