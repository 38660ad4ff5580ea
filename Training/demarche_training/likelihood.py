"""How likely an act between two sides is: the weights of `Sources/Coding/Resources/likelihood.txt`.

usage: python -m demarche_training.likelihood --considered CONSIDERED --gold EVENTS [--folds 5] > likelihood.txt

CONSIDERED is what `demarche corpus export considered --part dev` writes, EVENTS what `… export events --part dev` does. A pair of
sides is right where an annotated event of its sentence has the same type and the same two states, in either direction for
mutual types. Learnt is a conditional logit: of the pairs considered for a word, and none of them, the right ones shall be
likely. The reports are those that the encoder has not learnt from: of the others it is too sure.

Standard error shows how well reports left out are judged: precision, recall and F1 of telling what is at least so likely, and
the shares that were right against the likelihoods.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

MUTUAL = {"AGREE", "CONSULT", "COOPERATE"}
BESIDE = 0.25
"""`Scribe.beside`: from here a further pair that shares a side is told, too."""

Trigger = tuple[str, str, int]
Event = tuple[str, str, str, str, str]


@dataclass(frozen=True)
class Row:
    """One pair of sides considered for one word."""

    trigger: Trigger
    event: Event
    signs: dict[str, float]
    right: bool

    @property
    def report(self) -> str:
        """The report's id."""
        return self.trigger[0]


def read_rows(considered: Path, gold: Path) -> tuple[list[Row], dict[str, int]]:
    """The rows, and how many events each report has."""
    known: set[Event] = set()
    wanted: defaultdict[str, int] = defaultdict(int)
    for event in map(json.loads, gold.read_text(encoding="utf-8").splitlines()):
        one, other = (side.get("state") or side.get("text", "") for side in (event["actor"], event.get("recipient") or {}))
        wanted[event["report"]] += 1
        known.add((event["report"], event["sentence"], event["type"], one, other))
        if event["type"] in MUTUAL:
            known.add((event["report"], event["sentence"], event["type"], other, one))
    rows = []
    for row in map(json.loads, considered.read_text(encoding="utf-8").splitlines()):
        event = (row["report"], row["sentence"], row["type"], row["actor"], row["recipient"])
        rows.append(Row((row["report"], row["sentence"], row["word"]), event, row["signs"], event in known))
    return rows, dict(wanted)


class Table:
    """Rows as numbers: signs as columns, a column of ones last, and the word each row belongs to."""

    def __init__(self, rows: Sequence[Row], names: Sequence[str]) -> None:
        numbers = {name: number for number, name in enumerate(names)}
        self.signs = torch.zeros(len(rows), len(names) + 1, dtype=torch.float64)
        self.signs[:, -1] = 1
        for index, row in enumerate(rows):
            for name, value in row.signs.items():
                self.signs[index, numbers[name]] = value
        words: dict[Trigger, int] = {}
        self.word = torch.tensor([words.setdefault(row.trigger, len(words)) for row in rows])
        self.words = len(words)
        self.right = torch.tensor([float(row.right) for row in rows], dtype=torch.float64)

    def summed(self, values: Tensor) -> Tensor:
        """Over the rows of each word."""
        return torch.zeros(self.words, dtype=torch.float64).index_add(0, self.word, values)

    def likelihoods(self, weights: Tensor) -> Tensor:
        """Of each row; of a word's rows and none of them together 1."""
        odds = (self.signs @ weights).exp()
        return odds / (1 + self.summed(odds))[self.word]


def fitted(rows: Sequence[Row], names: Sequence[str], penalty: float) -> Tensor:
    """The weights, the bias last."""
    table = Table(rows, names)
    scale = table.signs.std(0).clamp(min=0.05)
    scale[-1] = 1
    weights = torch.zeros(len(names) + 1, dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=300, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        optimiser.zero_grad()
        chances = table.likelihoods(weights / scale)
        right, all_pairs = table.summed(chances * table.right), table.summed(chances)
        has_right = table.summed(table.right) > 0
        found = -torch.where(has_right, right, 1 - all_pairs).clamp(min=1e-12).log().sum()
        found = found + penalty * (weights[:-1] ** 2).sum()
        found.backward()
        return found

    optimiser.step(loss)
    return (weights / scale).detach()


def told(rows: Sequence[Row], likelihoods: Sequence[float], least: float) -> dict[Event, tuple[float, bool]]:
    """The events told, with their likelihood and whether they are right: of each word the likeliest pair and those beside it."""
    words: defaultdict[Trigger, list[tuple[float, Row]]] = defaultdict(list)
    for row, likelihood in zip(rows, likelihoods):
        words[row.trigger].append((likelihood, row))
    events: dict[Event, tuple[float, bool]] = {}
    for found in words.values():
        highest, best = max(found, key=lambda one: one[0])
        for likelihood, row in found if highest >= least else ():
            shares = row.event[3] == best.event[3] or row.event[4] == best.event[4]
            if row is best or (likelihood >= BESIDE and shares):
                sides = sorted(row.event[3:]) if row.event[2] in MUTUAL else row.event[3:]
                key = (*row.event[:3], *sides)
                if likelihood > events.get(key, (0.0, False))[0]:
                    events[key] = (likelihood, row.right)
    return events


def report_quality(rows: Sequence[Row], likelihoods: Sequence[float], wanted: int) -> None:
    """F1 and calibration on the standard error."""
    for least in (0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
        events = told(rows, likelihoods, least)
        right = sum(right for _, right in events.values())
        precision, recall = right / max(1, len(events)), right / wanted
        f1 = 2 * right / (len(events) + wanted)
        print(f"told from {least:.2f}: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}", file=sys.stderr)
    events = told(rows, likelihoods, 0.0)
    for tenth in range(10):
        inside = [right for likelihood, right in events.values() if tenth <= likelihood * 10 < tenth + 1]
        if inside:
            print(f"likelihood {tenth / 10:.1f}: {sum(inside) / len(inside):.2f} of {len(inside)} right", file=sys.stderr)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--considered", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--penalty", type=float, default=3.0, help="on the squares of the weights")
    options = parser.parse_args()
    rows, wanted = read_rows(options.considered, options.gold)
    names = sorted({name for row in rows for name in row.signs})
    reports = sorted(wanted)
    likelihoods = [0.0] * len(rows)
    for fold in range(options.folds):
        out = set(reports[fold :: options.folds])
        weights = fitted([row for row in rows if row.report not in out], names, options.penalty)
        kept = [number for number, row in enumerate(rows) if row.report in out]
        found = Table([rows[number] for number in kept], names).likelihoods(weights).tolist()
        for number, likelihood in zip(kept, found):
            likelihoods[number] = likelihood
    report_quality(rows, likelihoods, sum(wanted.values()))
    *weights, bias = fitted(rows, names, options.penalty).tolist()
    print("# CC BY 4.0, the Demarche project")
    print("#")
    print("# What the signs of a pair of sides weigh (`Proposal.swift`), learnt from the Corpus's development reports.")
    print()
    print(f"bias {bias:.3f}")
    for name, weight in zip(names, weights):
        print(f"{name} {weight:.3f}")


if __name__ == "__main__":
    main()
