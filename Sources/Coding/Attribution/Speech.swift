internal import Language

/// Who says, thinks or wants what in a sentence: the source, the cue, and the words that are its content.
struct Speech {
    struct Statement {
        /// The source's head word; `nil` where nobody is named ("reportedly").
        let speaker: Int?
        let cue: Int
        /// The cue with its auxiliaries and particles.
        let cueWords: Set<Int>
        /// The words under it, content and all; empty where the content stands in other sentences.
        var content: Set<Int>
        /// Whether words were spoken or written, rather than thought or wanted.
        let isReport: Bool
        /// Whether it is told as having been said or thought, rather than as what may, must or will be.
        let isReal: Bool

        init(
            speaker: Int?, cue: Int, cueWords: Set<Int> = [], content: Set<Int>, isReport: Bool = true, isReal: Bool = true
        ) {
            self.speaker = speaker
            self.cue = cue
            self.cueWords = cueWords.union([cue])
            self.content = content
            self.isReport = isReport
            self.isReal = isReal
        }
    }

    /// Every attribution, thoughts and wishes too.
    let all: [Statement]
    /// Words spoken or written.
    var statements: [Statement] { all.filter { $0.isReport && !$0.content.isEmpty } }

    init(in sentence: Sentence) {
        let reader = SpeechReader(sentence: sentence)
        all = sentence.words.indices.flatMap { reader.statements(at: $0) }
    }

    /// The innermost statement that holds a word.
    func statement(holding word: Int) -> Statement? {
        statements.filter { $0.content.contains(word) && $0.cue != word }.min { $0.content.count < $1.content.count }
    }
}
