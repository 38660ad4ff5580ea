// One execution of libFuzzer: any bytes through scanning, and through analysis unless SCANNING is set in the environment
// (a thousand times as fast). Compiled by `fuzz` beside it, not by the package.

import Foundation

private let scansOnly = ProcessInfo.processInfo.environment["SCANNING"] != nil
private let analyser = try? Analyser.standard()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = ScannedText(repairing: Array(UnsafeBufferPointer(start: start, count: count)))
    var end = 0
    for token in text.tokens {
        precondition(token.bytes.lowerBound >= end && !token.bytes.isEmpty, "tokens overlap")
        end = token.bytes.upperBound
    }
    precondition(text.sentences.reduce(0) { $0 + $1.count } == text.tokens.count, "a token is in no sentence")
    if scansOnly { return 0 }
    guard let analyser else { fatalError("no model") }
    for sentence in analyser.sentences(of: text) {
        precondition(sentence.words.count { $0.head == nil } == 1, "not one root")
        precondition(
            sentence.subtree(of: sentence.words.firstIndex { $0.head == nil } ?? 0).count == sentence.words.count, "no tree")
        for name in sentence.names { precondition(!sentence.text(of: name.words).isEmpty, "an empty name") }
    }
    return 0
}
