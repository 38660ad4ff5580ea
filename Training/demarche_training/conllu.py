"""CoNLL-U: sentences of words with lemma, tag, features and tree."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .text import read_text


@dataclass(frozen=True)
class Word:
    """One syntactic word; `head` 0 is the root, otherwise a 1-based position."""

    form: str
    lemma: str = "_"
    upos: str = "_"
    features: str = "_"
    head: int = 0
    relation: str = "_"
    misc: str = "_"


@dataclass(frozen=True)
class Sentence:
    """A sentence and its `sent_id`."""

    id: str
    words: tuple[Word, ...]

    @property
    def forms(self) -> list[str]:
        """The words as written."""
        return [word.form for word in self.words]


def parse_conllu(text: str) -> list[Sentence]:
    """The sentences of a CoNLL-U text; multiword and empty tokens are passed over."""
    sentences: list[Sentence] = []
    words: list[Word] = []
    identifier = ""
    for line in text.split("\n"):
        if line.startswith("# sent_id"):
            identifier = line.split("=", 1)[1].strip()
        elif not line:
            if words:
                sentences.append(Sentence(identifier, tuple(words)))
            words = []
        elif line[0].isdigit():
            cells = line.split("\t")
            if cells[0].isdigit():
                words.append(Word(cells[1], cells[2], cells[3], cells[5], int(cells[6]), cells[7], cells[9]))
    if words:
        sentences.append(Sentence(identifier, tuple(words)))
    return sentences


def read_conllu(path: Path) -> list[Sentence]:
    """The sentences of a CoNLL-U file, packed or not."""
    return parse_conllu(read_text(path))


def format_conllu(sentences: Iterable[Sentence]) -> str:
    """The sentences as CoNLL-U."""
    blocks = []
    for sentence in sentences:
        lines = [f"# sent_id = {sentence.id}"]
        for number, word in enumerate(sentence.words, 1):
            cells = (word.form, word.lemma, word.upos, "_", word.features, str(word.head), word.relation, "_", word.misc)
            lines.append("\t".join((str(number), *cells)))
        blocks.append("\n".join(lines) + "\n\n")
    return "".join(blocks)
