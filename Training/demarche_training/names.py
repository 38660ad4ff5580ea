"""Names of persons, places and organisations as BIO tags."""

from collections.abc import Sequence
from pathlib import Path

from .text import read_text

KINDS = ("PER", "LOC", "ORG")
TAGS = ("O", *(f"{prefix}-{kind}" for kind in KINDS for prefix in "BI"))

Span = tuple[int, int, str]


def parse_iob2(text: str) -> dict[str, tuple[list[str], list[str]]]:
    """Forms and tags by `sent_id`; labels other than PER, LOC and ORG become O."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    identifier = ""
    for line in text.split("\n"):
        cells = line.split("\t")
        if line.startswith("# sent_id"):
            identifier = line.split("=", 1)[1].strip()
            found[identifier] = ([], [])
        elif len(cells) >= 3 and cells[0].isdigit():
            forms, tags = found[identifier]
            forms.append(cells[1])
            tags.append(cells[2] if cells[2] in TAGS else "O")
    return found


def read_iob2(path: Path) -> dict[str, tuple[list[str], list[str]]]:
    """Forms and tags of a file by `sent_id`."""
    return parse_iob2(read_text(path))


def allowed(before: str | None, tag: str) -> bool:
    """Whether `tag` may follow `before` (None at the start): I-X needs B-X or I-X before it."""
    return tag[0] != "I" or (before is not None and before[0] != "O" and before[2:] == tag[2:])


def best_tags(scores: Sequence[Sequence[float]]) -> list[str]:
    """Viterbi: the best allowed sequence for `scores[word][tag]`; ties go to the earlier tag."""
    if not scores:
        return []
    best = [score if allowed(None, tag) else float("-inf") for tag, score in zip(TAGS, scores[0])]
    links: list[list[int]] = []
    for row in scores[1:]:
        origin = [max((i for i in range(len(TAGS)) if allowed(TAGS[i], tag)), key=best.__getitem__) for tag in TAGS]
        best = [best[i] + score for i, score in zip(origin, row)]
        links.append(origin)
    last = max(range(len(TAGS)), key=best.__getitem__)
    path = [last]
    for origin in reversed(links):
        path.append(origin[path[-1]])
    return [TAGS[i] for i in reversed(path)]


def spans(tags: Sequence[str]) -> set[Span]:
    """Names as (start, end, kind) over words, end exclusive."""
    found: set[Span] = set()
    start, kind = 0, ""
    for position, tag in enumerate([*tags, "O"]):
        if kind and tag != f"I-{kind}":
            found.add((start, position, kind))
            kind = ""
        if tag != "O" and not kind:
            start, kind = position, tag[2:]
    return found
