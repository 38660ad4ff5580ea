"""Whether what a word tells of happened."""

from collections.abc import Iterable
from typing import Self

from ..corpus import Example
from .classifier import Classifier
from .head import NO_GOLD

STATUSES = ("happened", "claimed", "denied", "planned", "cancelled", "hypothetical")


class Statuses(Classifier):
    """One of the statuses, learnt where a word tells of an event."""

    name = "statuses"
    weight = 0.7
    floor = 8
    taught = False

    @classmethod
    def learn(cls, examples: Iterable[Example]) -> Self:
        return cls(list(STATUSES))

    def gold(self, example: Example) -> list[int] | None:
        if example.events is None:
            return None
        found = [NO_GOLD] * len(example.forms)
        for event in example.events:
            found[event.trigger] = self.numbers[event.status]
        return found
