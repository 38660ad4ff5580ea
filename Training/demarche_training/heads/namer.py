"""Names of persons, places and organisations."""

from collections.abc import Iterable
from typing import Self

from torch import Tensor

from ..corpus import Example
from ..names import TAGS, best_tags
from .classifier import Classifier


class Namer(Classifier):
    """BIO tags, read by Viterbi over the scores as they are (log-softmax does not change the best path)."""

    name = "names"
    weight = 3.0

    @classmethod
    def learn(cls, examples: Iterable[Example]) -> Self:
        return cls(list(TAGS))

    @staticmethod
    def labelled(example: Example) -> list[str] | None:
        return None if example.names is None else list(example.names)

    def decode(self, columns: Tensor, forms: tuple[str, ...]) -> list[str]:
        return best_tags(columns[1:].log_softmax(-1).tolist())
