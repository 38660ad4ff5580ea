"""The cues of the prefilter: words that make it likelier or less likely that a sentence tells of an event.

usage: python -m demarche_training.cues --tokens TOKENS > Sources/Coding/Resources/cues.txt

A logistic regression over the words of a sentence, in lower case, and their first five letters, learnt on the Corpus's
training part. The threshold lets 992.5 of 1,000 telling sentences of the development part through. What share of the test
part is lost, and of sentences without event let through, goes to the standard error.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from .events import Line, read_lines

STEM = 5
DECAY = 3.0
LOSS = 0.0075
HEAD = """\
# CC BY 4.0, the Demarche project. Made by Training/demarche_training/cues.py from the Corpus; not to be edited.
#
# A sentence whose weights sum up to less than the threshold tells of no event. A weight counts once a sentence, however often
# its word stands there; "summo~" is every word of more than five letters that begins so.
"""


def cues(forms: Iterable[str]) -> set[str]:
    """The words and stems of a sentence that may be cues."""
    words = {form.lower() for form in forms if form[0].isalpha()}
    return words | {word[:STEM] + "~" for word in words if len(word) > STEM}


def matrix(lines: Sequence[Line], numbers: dict[str, int]) -> Tensor:
    """Which known cues each sentence has."""
    found = torch.zeros(len(lines), len(numbers))
    for row, line in enumerate(lines):
        found[row, [numbers[cue] for cue in cues(line.forms) if cue in numbers]] = 1
    return found


def learn(rows: Tensor, telling: Tensor) -> Tensor:
    """Weights, the constant last."""
    weights = torch.zeros(rows.shape[1] + 1, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        optimiser.zero_grad()
        scores = rows @ weights[:-1] + weights[-1]
        value = functional.binary_cross_entropy_with_logits(scores, telling, reduction="sum") + DECAY * weights[:-1].square().sum()
        value.backward()
        return value

    optimiser.step(loss)
    return weights.detach()


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tokens", type=Path, required=True)
    lines = [line for line in read_lines(parser.parse_args().tokens) if line.forms]
    parts = {part: [line for line in lines if line.part == part] for part in ("train", "dev", "test")}
    counts = Counter(cue for line in parts["train"] for cue in cues(line.forms))
    numbers = {cue: number for number, cue in enumerate(sorted(cue for cue, count in counts.items() if count > 1))}
    weights = learn(matrix(parts["train"], numbers), torch.tensor([float(bool(line.events)) for line in parts["train"]]))
    weights = (weights * 100).round() / 100

    def scores(part: str, telling: bool) -> Tensor:
        chosen = [line for line in parts[part] if bool(line.events) == telling]
        return matrix(chosen, numbers) @ weights[:-1] + weights[-1]

    threshold = round(float(scores("dev", True).quantile(LOSS)) - 0.005, 2)
    lost, passed = (scores("test", True) < threshold).float().mean(), (scores("test", False) >= threshold).float().mean()
    print(f"test: {100 * lost:.2f} % of telling sentences lost, {100 * passed:.0f} % of others let through", file=sys.stderr)
    print(HEAD)
    print(f"threshold {threshold - float(weights[-1]):.2f}")
    for cue, number in numbers.items():
        if float(weights[number]):
            print(f"{cue} {float(weights[number]):g}")


if __name__ == "__main__":
    main()
