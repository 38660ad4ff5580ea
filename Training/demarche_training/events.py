"""The Corpus's sentences with the events annotated on them, as `demarche corpus tokens` writes them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .conllu import Word
from .text import read_text

ROLES = ("actor", "recipient", "place", "date", "speaker", "figures")
FUNCTION = frozenset("a an the to be is are was were been being has have had will would not no its on in of by".split())
"""Words that do not stand for a trigger where it has others."""

Range = tuple[int, int]


@dataclass(frozen=True)
class Event:
    """One act a sentence tells of: its act and type, the word that tells it, and the ranges of words of its parts."""

    act: str
    type: str
    status: str
    trigger: int
    parts: dict[str, tuple[Range, ...]]


@dataclass(frozen=True)
class Line:
    """A sentence of the Corpus."""

    id: str
    part: str
    forms: tuple[str, ...]
    events: tuple[Event, ...]
    words: tuple[Word, ...] | None
    names: tuple[str, ...] | None
    """What an earlier model reads, where the file has it."""


def read_lines(path: Path) -> Iterator[Line]:
    """The sentences of a file of `demarche corpus tokens`."""
    for row in map(json.loads, read_text(path).splitlines()):
        forms = tuple(row["words"])
        events = tuple(_event(found, forms) for found in row["events"])
        words = names = None
        if "tags" in row:
            cells = (row["lemmas"], row["tags"], row["features"], row["heads"], row["relations"])
            words = tuple(Word(*word) for word in zip(forms, *cells, strict=True))
            names = tuple(row["names"])
        yield Line(f"{row['report']}-{row['sentence'] + 1}", row["part"], forms, events, words, names)


def _event(row: dict, forms: tuple[str, ...]) -> Event:
    words = range(*row["trigger"])
    trigger = next((word for word in words if forms[word].lower() not in FUNCTION), words[0])
    parts = {}
    for role in ROLES:
        found = row.get(role)
        ranges = found if role == "figures" else [found]
        parts[role] = tuple((first, end) for first, end in filter(None, ranges or []))
    return Event(row["act"], row["type"], row["status"], trigger, parts)
