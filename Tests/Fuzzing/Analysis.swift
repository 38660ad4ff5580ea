// Any bytes as a text: its sentences, each with tags, lemmas, a tree and names.
// max_len: 512

@testable import Language

private let analyser = try? Analyser.standard()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard let analyser else { fatalError("no model") }
    for sentence in analyser.sentences(of: ScannedText(repairing: Array(UnsafeBufferPointer(start: start, count: count)))) {
        precondition(sentence.words.count { $0.head == nil } == 1, "not one root")
        precondition(
            sentence.subtree(of: sentence.words.firstIndex { $0.head == nil } ?? 0).count == sentence.words.count, "no tree")
        for name in sentence.names { precondition(!sentence.text(of: name.words).isEmpty, "an empty name") }
    }
    return 0
}
