"""Acts: which word tells of an act between two sides, and of which."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, Self

import torch
from torch import Tensor
from torch.nn import functional

from ..corpus import Example
from .classifier import Classifier
from .head import NO_GOLD

NONE = "-"


class Acts(Classifier):
    """A softmax over the acts and none; what the acts of one type have together is the type's and is learnt too."""

    name = "acts"
    weight = 5.0
    floor = 256
    taught = False

    def __init__(self, labels: list[str], types: list[str]) -> None:
        super().__init__(labels)
        self.types = types
        kinds = sorted(set(types))
        members = torch.tensor([[float(one == kind) for one in types] for kind in kinds])
        self.register_buffer("members", members, persistent=False)
        self.register_buffer("kinds", torch.tensor([kinds.index(one) for one in types]), persistent=False)

    @classmethod
    def learn(cls, examples: Iterable[Example]) -> Self:
        counts: Counter[tuple[str, str]] = Counter()
        for example in examples:
            counts.update((event.act, event.type) for event in example.events or ())
        found = sorted(counts, key=lambda one: (-counts[one], one))
        return cls([NONE, *(act for act, _ in found)], [NONE, *(kind for _, kind in found)])

    @property
    def settings(self) -> dict[str, Any]:
        return {"labels": self.labels, "types": self.types}

    def gold(self, example: Example) -> list[int] | None:
        if example.events is None:
            return None
        found = [0] * len(example.forms)
        for event in example.events:
            found[event.trigger] = self.numbers.get(event.act, NO_GOLD)
        return found

    def loss(self, columns: Tensor, gold: Tensor, words: Tensor) -> Tensor:
        scores = columns.log_softmax(-1)
        known = (gold != NO_GOLD).sum().clamp(min=self.floor)
        each = functional.nll_loss(scores.flatten(0, 1), gold.flatten(), ignore_index=NO_GOLD, reduction="sum")
        kinds = torch.where(gold > 0, self.kinds[gold.clamp(min=0)], NO_GOLD)
        pooled = (scores.exp() @ self.members.T).clamp(min=1e-9).log()
        typed = functional.nll_loss(pooled.flatten(0, 1), kinds.flatten(), ignore_index=NO_GOLD, reduction="sum")
        return (each + typed) / known
