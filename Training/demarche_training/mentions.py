"""Names out of GUM's entity mentions: the proper core of persons, places and organisations."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .conllu import Word
from .names import Span

KINDS = {"person": "PER", "place": "LOC", "organization": "ORG"}
OUTSIDE = ("DET", "PUNCT", "ADP")
"""Tags a name neither begins nor ends with."""
BREAKS = (",", ";", ":", "(", ")", "[", "]", "–", "—", "\"", "“", "”")
"""Where a name ends though the mention goes on."""


@dataclass(frozen=True)
class Mention:
    """Words [start, end) that speak of an entity; `core` are the words of its shortest telling span."""

    start: int
    end: int
    kind: str
    core: tuple[int, ...]


def mentions(words: Sequence[Word]) -> Iterator[Mention]:
    """The mentions in a sentence's `Entity=` annotations."""
    open_: dict[str, list[tuple[int, str, tuple[int, ...]]]] = {}
    for number, word in enumerate(words):
        value = next((part[7:] for part in word.misc.split("|") if part.startswith("Entity=")), "")
        for item in re.findall(r"\([^()]*\)?|[^()]+\)", value):
            fields = item.strip("()").split("-")
            if item[0] == "(":
                core = tuple(number + int(one) - 1 for one in fields[5].split(",")) if fields[5].replace(",", "").isdigit() else ()
                open_.setdefault(fields[0], []).append((number, fields[1], core))
            if item[-1] == ")" and open_.get(fields[0]):
                start, kind, core = open_[fields[0]].pop()
                yield Mention(start, number + 1, kind, core)


def name(words: Sequence[Word], mention: Mention) -> Span | None:
    """The name in a mention, if there is one: groups of people ("Greeks") have none."""
    kind = KINDS.get(mention.kind)
    inside = range(mention.start, mention.end)
    head = next((i for i in inside if words[i].head - 1 not in inside), None)
    if kind is None or head is None:
        return None
    if kind == "PER":
        core = _person(words, inside, head)
    else:
        core = [i for i in mention.core if i in inside] or [head]
    if not core or (words[head].upos != "PROPN" and kind != "PER"):
        return None
    start, end = min(core), max(core) + 1
    anchor = head if head in core else core[0]
    start = max([start, *(i + 1 for i in range(start, anchor) if words[i].form in BREAKS)])
    end = min([end, *(i for i in range(anchor, end) if words[i].form in BREAKS)])
    while start < anchor and (words[start].upos in OUTSIDE or words[start].form[0].islower()):
        start += 1
    while end - 1 > anchor and words[end - 1].upos in OUTSIDE and words[end - 1].form != ".":
        end -= 1
    return (start, end, kind)


def _person(words: Sequence[Word], inside: range, head: int) -> list[int]:
    """Given and family names: what hangs flat on the head; the head too unless it is a trade ("captain Harry Kane")."""
    found = {head}
    for _ in inside:
        found |= {
            i
            for i in inside
            if words[i].head - 1 in found
            and (words[i].relation == "flat" or (words[i].relation == "compound" and words[i].upos == "PROPN"))
        }
    core = sorted(i for i in found if words[i].upos == "PROPN" and "Number=Plur" not in words[i].features)
    return core if words[head].upos in ("PROPN", "NOUN") else []


def names(words: Sequence[Word]) -> list[str]:
    """BIO tags of a sentence: the widest names, none inside another."""
    found = {span for mention in mentions(words) if (span := name(words, mention)) is not None}
    tags = ["O"] * len(words)
    for start, end, kind in sorted(found, key=lambda span: (span[0] - span[1], span[0])):
        if all(tag == "O" for tag in tags[start:end]):
            tags[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
    return tags
