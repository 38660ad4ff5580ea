"""What a head is: some columns of the joint projection, a loss on them and a reading of them."""

from abc import ABC, abstractmethod
from typing import Any, ClassVar

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
    width: int

    @property
    @abstractmethod
    def settings(self) -> dict[str, Any]:
        """What builds this head again; it goes into checkpoints and into the model file's header."""

    @abstractmethod
    def gold(self, example: Example) -> list[Any] | None:
        """Gold of one sentence, a value a word without the root; None where the sentence has none."""

    @abstractmethod
    def loss(self, columns: Tensor, gold: Tensor) -> Tensor:
        """Mean loss over the words with gold; `columns` is [sentences, words + 1, width]."""

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
