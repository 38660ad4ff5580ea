"""Names to put in other names' places, so that the model reads a name by what is around it and knows those of the news."""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from .corpus import Example
from .names import spans

Key = tuple[str, int]
"""Kind and number of words."""


def simple(name: str) -> list[str] | None:
    """The words of a name that needs no further cutting: capitals at the head of each, nothing but letters and dots."""
    words = name.strip().split(" ")
    good = all(word[:1].isupper() and word.replace(".", "").isalpha() for word in words)
    return words if good and len(words) <= 4 else None


PLACES = Path(__file__).resolve().parent.parent / "places.tsv"
"""The larger places of GeoNames as text, beside what `gazetteer.py` writes for the program."""


def world_names(folder: Path, places: Path = PLACES) -> Iterator[tuple[str, str]]:
    """Kind and name out of the project's own lists (Sources/World/Resources)."""
    for line in _lines(places):
        name, _state, _latitude, _longitude, population = line.split("\t")
        if int(population) >= 150_000:
            yield "LOC", name
    for key, value in _fields(folder / "states.txt"):
        if key in ("", "names", "capital"):
            yield from (("LOC", name) for name in (value.split(" ", 1)[1:] if key == "" else value.split("|")))
    for key, value in _fields(folder / "holders.txt"):
        if key:
            yield from (("PER", name) for name in value.split(",")[0].split("/"))
    for file in ("bodies.txt", "outlets.txt"):
        for key, value in _fields(folder / file):
            if key == "names":
                yield from (("ORG", name) for name in value.split("|"))
            elif key == "" and file == "outlets.txt":
                yield "ORG", value


def _lines(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and line[0] not in "#@":
            yield line


def _fields(path: Path) -> Iterator[tuple[str, str]]:
    """Key and value of every field; the key of an entry's head is empty."""
    for line in _lines(path):
        if line[0] != " ":
            yield "", line
        else:
            key, _, value = line.strip().partition(": ")
            yield key, value


class Pools:
    """Names by kind and number of words."""

    def __init__(self, names: Iterable[tuple[str, Sequence[str]]]) -> None:
        found: defaultdict[Key, set[tuple[str, ...]]] = defaultdict(set)
        for kind, words in names:
            found[kind, len(words)].add(tuple(words))
        self.names = {key: sorted(values) for key, values in found.items()}

    @classmethod
    def learn(cls, examples: Iterable[Example], world: Path | None) -> "Pools":
        """The names of the examples and, given its folder, of the project's lists."""
        known: list[tuple[str, Sequence[str]]] = []
        for example in examples:
            for start, end, kind in spans(example.names or ()):
                if (words := simple(" ".join(example.forms[start:end]))) is not None:
                    known.append((kind, words))
        if world is not None:
            known += [(kind, words) for kind, name in world_names(world) if (words := simple(name)) is not None]
        for kind, words in list(known):
            if kind == "PER" and len(words) == 2 and "." not in words[1]:
                known.append((kind, words[1:]))
        return cls(known)

    def swapped(self, example: Example, share: float, chance: random.Random) -> Example:
        """The example with some of its names replaced by others of their kind and length."""
        if example.names is None or example.words is None or not share:
            return example
        forms = list(example.forms)
        for start, end, kind in sorted(spans(example.names)):
            proper = all(word.upos == "PROPN" for word in example.words[start:end])
            others = self.names.get((kind, end - start))
            if proper and others and chance.random() < share:
                forms[start:end] = chance.choice(others)
        return replace(example, forms=tuple(forms))
