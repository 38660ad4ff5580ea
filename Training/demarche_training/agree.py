"""What the quantised model reads in sentences given as words, for the Swift engine to be held against.

usage: python -m demarche_training.agree --out DIR < words.conllu > reference.jsonl

The words are those of the second column; the rest of the input is not looked at.
"""

import argparse
import json
import sys
from pathlib import Path

from .checkpoint import read_model
from .corpus import Example
from .export import reference
from .quantise import quantised

KEPT = ("forms", "tags", "features", "names", "heads", "relations", "triggers")


def sentences(lines: list[str]) -> list[Example]:
    """The sentences of CoNLL-U by their words alone."""
    found: list[list[str]] = [[]]
    for line in lines:
        cells = line.rstrip("\n").split("\t")
        if len(cells) > 1 and cells[0].isdigit():
            found[-1].append(cells[1])
        elif found[-1] and not line.strip():
            found.append([])
    return [Example(str(number), tuple(forms), None, None) for number, forms in enumerate(found) if forms]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    model = quantised(read_model(options.out).eval())
    for row in reference(model, sentences(sys.stdin.readlines())):
        print(json.dumps({key: row[key] for key in KEPT}, ensure_ascii=False, separators=(",", ":")))


if __name__ == "__main__":
    main()
