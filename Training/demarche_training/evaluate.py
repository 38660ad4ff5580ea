"""Figures of a model on the treebanks, on names and on the Corpus.

usage: python -m demarche_training.evaluate --corpora CORPORA --tokens TOKENS --out DIR [--split dev|test] [--quantised]

Prints the figures and writes them to OUT/figures-SPLIT-int8.json or -float32.json; what was read goes to OUT as CoNLL-U
and IOB2.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from .checkpoint import read_model
from .conllu import format_conllu
from .corpus import TREEBANKS, Example, read_annotated, read_examples
from .features import reduced
from .heads.acts import NONE
from .model import Model
from .names import spans
from .predict import Reading, predict
from .quantise import quantised


def figures(examples: Sequence[Example], readings: Sequence[Reading]) -> dict[str, float]:
    """Shares of words right, in percent, and F1 of names where there is gold."""
    right = dict.fromkeys(("upos", "features", "lemma", "uas", "las"), 0)
    total = hit = given = wanted = 0
    for example, reading in zip(examples, readings, strict=True):
        for number, word in enumerate(example.words or ()):
            head, relation = reading.tree[number]
            total += 1
            right["upos"] += reading.tags[number] == word.upos
            right["features"] += reading.features[number] == reduced(word.features)
            right["lemma"] += reading.lemmas[number].lower() == word.lemma.lower()
            right["uas"] += head == word.head
            right["las"] += (head, relation) == (word.head, word.relation)
        if example.names is not None:
            gold, mine = spans(example.names), spans(reading.names)
            hit, given, wanted = hit + len(gold & mine), given + len(mine), wanted + len(gold)
    found = {name: round(100 * count / max(1, total), 2) for name, count in right.items()}
    if wanted:
        found["names"] = round(200 * hit / max(1, given + wanted), 2)
    return found


def event_figures(model: Model, examples: Sequence[Example], readings: Sequence[Reading]) -> dict[str, float]:
    """F1 of words that tell of an act, by type and by act; of gold's, the shares of statuses and of parts right."""
    types = dict(zip(model.heads["acts"].labels, model.heads["acts"].types))
    roles = model.heads["roles"].labels
    hit = dict.fromkeys(("type", "act"), 0)
    given = wanted = told = status = 0
    parts = {role: [0, 0] for role in roles}
    for example, reading in zip(examples, readings, strict=True):
        mine = {(word, act) for word, act in enumerate(reading.acts) if act != NONE}
        gold = {(event.trigger, event.act) for event in example.events}
        given, wanted = given + len(mine), wanted + len(gold)
        hit["act"] += len(mine & gold)
        hit["type"] += len({(word, types[act]) for word, act in mine} & {(word, types.get(act)) for word, act in gold})
        for event in example.events:
            told += 1
            status += reading.statuses[event.trigger] == event.status
            for number, role in enumerate(roles):
                row = reading.roles[event.trigger][number]
                ranges = event.parts[role]
                parts[role][0] += any(first <= row - 1 < end for first, end in ranges) if ranges else row == 0
                parts[role][1] += 1
    found = {name: round(200 * count / max(1, given + wanted), 2) for name, count in hit.items()}
    found["status"] = round(100 * status / max(1, told), 2)
    return found | {role: round(100 * right / max(1, total), 2) for role, (right, total) in parts.items()}


def format_names(examples: Sequence[Example], readings: Sequence[Reading]) -> str:
    """Names read, as IOB2."""
    blocks = []
    for example, reading in zip(examples, readings, strict=True):
        rows = enumerate(zip(example.forms, reading.names), 1)
        lines = [f"# sent_id = {example.id}", *(f"{number}\t{form}\t{tag}" for number, (form, tag) in rows)]
        blocks.append("\n".join(lines) + "\n\n")
    return "".join(blocks)


def evaluate(
    model: Model, corpora: Path, tokens: Path, split: str, written: Path | None = None
) -> dict[str, dict[str, float]]:
    """Figures by treebank and of the Corpus; what was read goes to `written` as CoNLL-U and IOB2."""
    found = {}
    for treebank in TREEBANKS:
        examples = read_examples(corpora, treebank, split)
        readings = predict(model, examples)
        found[treebank] = figures(examples, readings)
        if written is not None:
            sentences = (reading.sentence(example) for example, reading in zip(examples, readings))
            (written / f"{treebank}-{split}.conllu").write_text(format_conllu(sentences), encoding="utf-8")
            (written / f"{treebank}-{split}.iob2").write_text(format_names(examples, readings), encoding="utf-8")
    annotated = read_annotated(tokens, split)
    found["events"] = event_figures(model, annotated, predict(model, annotated))
    return found


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--tokens", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--split", choices=("dev", "test"), default="dev")
    parser.add_argument("--quantised", action="store_true")
    options = parser.parse_args()
    model = read_model(options.out)
    if options.quantised:
        model = quantised(model)
    found = json.dumps(evaluate(model, options.corpora, options.tokens, options.split, options.out), indent=1)
    kind = "int8" if options.quantised else "float32"
    (options.out / f"figures-{options.split}-{kind}.json").write_text(found + "\n", encoding="utf-8")
    print(found)


if __name__ == "__main__":
    main()
