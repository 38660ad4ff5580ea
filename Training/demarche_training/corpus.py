"""The corpora as sentences to learn from or to measure on."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from . import mentions
from .conllu import Sentence, Word, read_conllu
from .events import Event, read_lines
from .names import read_iob2

TREEBANKS = ("en_ewt", "en_gum")


@dataclass(frozen=True)
class Example:
    """A sentence with what is known of it: None where a layer was not annotated."""

    id: str
    forms: tuple[str, ...]
    words: tuple[Word, ...] | None = None
    names: tuple[str, ...] | None = None
    events: tuple[Event, ...] | None = None


def read_examples(corpora: Path, treebank: str, split: str) -> list[Example]:
    """One split of one treebank; names are UNER's in EWT where the words are the same, GUM's own mentions in GUM."""
    sentences = read_conllu(corpora / "treebanks" / f"{treebank}-{split}.conllu")
    if treebank == "en_gum":
        return [_example(sentence, mentions.names(sentence.words)) for sentence in sentences]
    tagged = read_iob2(corpora / "names" / f"uner_{treebank}-{split}.iob2")
    found = []
    for sentence in sentences:
        forms, names = tagged.get(sentence.id, ([], []))
        found.append(_example(sentence, names if forms == sentence.forms else None))
    return found


def _example(sentence: Sentence, names: Sequence[str] | None) -> Example:
    return Example(sentence.id, tuple(sentence.forms), sentence.words, None if names is None else tuple(names))


def read_annotated(tokens: Path, part: str) -> list[Example]:
    """The Corpus's sentences of one part, out of `demarche corpus tokens`."""
    lines = (line for line in read_lines(tokens) if line.part == part and line.forms)
    return [Example(line.id, line.forms, line.words, line.names, line.events) for line in lines]


def read_training(corpora: Path, tokens: Path) -> list[Example]:
    """All training sentences: EWT's, GUM's and the Corpus's."""
    trees = [example for treebank in TREEBANKS for example in read_examples(corpora, treebank, "train")]
    return trees + read_annotated(tokens, "train")
