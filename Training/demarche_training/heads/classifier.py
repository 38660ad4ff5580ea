"""Heads that choose one label a word."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, Self

from torch import Tensor
from torch.nn import functional

from ..corpus import Example
from .head import NO_GOLD, Head, divergence


class Classifier(Head):
    """A softmax over an inventory of labels."""

    least = 1
    """How often a label has to occur in training to be in the inventory."""
    floor = 1
    """Fewer words with gold in a batch weigh less than a mean over them would."""

    def __init__(self, labels: list[str]) -> None:
        super().__init__()
        self.labels = labels
        self.numbers = {label: number for number, label in enumerate(labels)}
        self.width = len(labels)

    @classmethod
    def learn(cls, examples: Iterable[Example]) -> Self:
        """A head with the inventory of these examples, the most frequent label first."""
        counts: Counter[str] = Counter()
        for example in examples:
            counts.update(cls.labelled(example) or ())
        found = sorted((label for label in counts if counts[label] >= cls.least), key=lambda one: (-counts[one], one))
        return cls(found)

    @staticmethod
    def labelled(example: Example) -> list[str] | None:
        """The gold labels of a sentence as text."""
        raise NotImplementedError

    @property
    def settings(self) -> dict[str, Any]:
        return {"labels": self.labels}

    def gold(self, example: Example) -> list[int] | None:
        labels = self.labelled(example)
        return None if labels is None else [self.numbers.get(label, NO_GOLD) for label in labels]

    def loss(self, columns: Tensor, gold: Tensor, words: Tensor) -> Tensor:
        known = (gold != NO_GOLD).sum().clamp(min=self.floor)
        total = functional.cross_entropy(columns.flatten(0, 1), gold.flatten(), ignore_index=NO_GOLD, reduction="sum")
        return total / known

    def distance(self, columns: Tensor, teacher: Head, taught: Tensor, gold: Tensor) -> Tensor:
        return divergence(columns, taught, gold != NO_GOLD)

    def decode(self, columns: Tensor, forms: tuple[str, ...]) -> list[str]:
        return [self.labels[number] for number in columns[1:].argmax(-1).tolist()]
