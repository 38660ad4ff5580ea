"""Running a model over sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch

from .batches import batch
from .conllu import Sentence, Word
from .corpus import Example
from .model import Model


@dataclass(frozen=True)
class Reading:
    """What the heads read in one sentence."""

    tags: list[str]
    features: list[str]
    lemmas: list[str]
    names: list[str]
    tree: list[tuple[int, str]]
    acts: list[str]
    statuses: list[str]
    roles: list[list[int]]

    def sentence(self, example: Example) -> Sentence:
        """The reading as CoNLL-U words."""
        rows = zip(example.forms, self.lemmas, self.tags, self.features, self.tree)
        words = (Word(form, lemma, tag, found, head, label) for form, lemma, tag, found, (head, label) in rows)
        return Sentence(example.id, tuple(words))


@torch.inference_mode()
def predict(model: Model, examples: Sequence[Example], budget: int = 4096) -> list[Reading]:
    """The readings, in the order of the examples."""
    model.eval()
    order = sorted(range(len(examples)), key=lambda number: len(examples[number].forms))
    found: dict[int, Reading] = {}
    while order:
        longest = len(examples[order[-1]].forms)
        group = order[-max(1, budget // (longest + 8)) :]
        del order[-len(group) :]
        chosen = [examples[number] for number in group]
        columns = model(batch(chosen, model))
        for row, number in enumerate(group):
            forms = examples[number].forms
            parts = {name: part[row, : len(forms) + 1] for name, part in columns.items()}
            found[number] = Reading(**{name: model.heads[name].decode(part, forms) for name, part in parts.items()})
    return [found[number] for number in range(len(examples))]
