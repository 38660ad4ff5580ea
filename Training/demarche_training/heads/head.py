"""What a head is: some columns of the joint projection, a loss on them and a reading of them."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any, ClassVar

import torch
from torch import Tensor, nn
from torch.nn import functional

from ..corpus import Example

NO_GOLD = -100


class Head(nn.Module, ABC):
    """One task on the shared encoder.

    A head owns `width` columns of the joint projection. Row 0 of what it is given is the root ([CLS]), row i word i.
    Gold has the same rows, NO_GOLD where nothing is to be learnt.
    """

    name: ClassVar[str]
    weight: ClassVar[float] = 1.0
    taught: ClassVar[bool] = True
    """Whether it learns from a teacher's scores beside gold."""
    width: int

    @property
    @abstractmethod
    def settings(self) -> dict[str, Any]:
        """What builds this head again; it goes into checkpoints and into the model file's header."""

    @abstractmethod
    def gold(self, example: Example) -> list[Any] | None:
        """Gold of one sentence, a value a word without the root; None where the sentence has none."""

    def gathered(self, examples: Sequence[Example]) -> Tensor | None:
        """Gold of a batch, the root's row first, NO_GOLD where there is none; None where no sentence has any."""
        found = [self.gold(example) for example in examples]
        some = next((values[0] for values in found if values), None)
        if some is None:
            return None
        empty = (NO_GOLD,) * len(some) if isinstance(some, tuple) else NO_GOLD
        size = 1 + max(len(example.forms) for example in examples)
        rows = ([empty, *(values or []), *[empty] * (size - 1 - len(values or []))] for values in found)
        return torch.tensor(list(rows))

    @abstractmethod
    def loss(self, columns: Tensor, gold: Tensor, words: Tensor) -> Tensor:
        """Mean loss over what has gold; `columns` is [sentences, words + 1, width], `words` the sentences' lengths."""

    @abstractmethod
    def distance(self, columns: Tensor, teacher: "Head", taught: Tensor, gold: Tensor) -> Tensor:
        """How far this head is from what `teacher` makes of its own columns `taught`, mean over the words with gold."""

    @abstractmethod
    def decode(self, columns: Tensor, forms: tuple[str, ...]) -> Any:
        """The reading of one sentence; `columns` is [words + 1, width]."""


def divergence(scores: Tensor, taught: Tensor, known: Tensor) -> Tensor:
    """Mean Kullback-Leibler divergence of softmax(scores) from softmax(taught) over the known rows."""
    each = functional.kl_div(scores.log_softmax(-1), taught.log_softmax(-1), reduction="none", log_target=True)
    return (each.sum(-1) * known).sum() / known.sum().clamp(min=1)
