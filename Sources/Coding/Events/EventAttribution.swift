internal import Language
internal import World

/// Who says that an act was done.
struct EventAttribution {
    let passage: Passage

    func attribution(of candidate: Candidate) -> Event.Attribution? {
        let statement = passage.speech.statement(holding: candidate.word)
        let part = candidate.trigger.part("speaker")
        if let word = part?.best,
            let party = passage.party(around: passage.phraseHead(of: word)) ?? passage.resolved.parties[word]
        {
            let told = passage.speech.statements.first { $0.speaker.map(party.words.contains) ?? false } ?? statement
            return Event.Attribution(
                text: passage.sentence.text(of: party.words), actor: party.actor,
                cue: told.map { passage.words[$0.cue].text } ?? "", quoted: told.map(isQuoted) ?? false)
        }
        guard let statement, let speaker = statement.speaker, (part?.absent ?? 0) < 0.9 else { return nil }
        let cue = passage.words[statement.cue].text
        if let party = passage.resolved.parties[speaker] {
            return Event.Attribution(
                text: passage.sentence.text(of: party.words), actor: party.actor, cue: cue, quoted: isQuoted(statement))
        }
        guard passage.words[speaker].tag == .noun || passage.words[speaker].tag == .name else { return nil }
        return Event.Attribution(text: passage.words[speaker].text, actor: Actor(), cue: cue, quoted: isQuoted(statement))
    }

    private func isQuoted(_ statement: Speech.Statement) -> Bool {
        statement.content.contains { ["“", "\"", "‘", "``"].contains(passage.words[$0].text) }
    }
}
