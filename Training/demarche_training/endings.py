"""Endings: the last letters of a word, which its first word piece does not tell."""

from collections import Counter
from collections.abc import Iterable, Sequence

LENGTH = 3
LEAST = 5
NONE = ""


def ending(word: str) -> str:
    """The last three scalars in lower case."""
    return "".join(scalar.lower() for scalar in word)[-LENGTH:]


class Endings:
    """The endings that have a row of their own; row 0 is for all others."""

    def __init__(self, known: Sequence[str]) -> None:
        self.known = list(known)
        self.numbers = {one: number for number, one in enumerate(known)}

    @classmethod
    def learn(cls, words: Iterable[str]) -> "Endings":
        """Endings of at least LEAST different words."""
        counts = Counter(ending(word) for word in {word.lower() for word in words})
        found = (one for one in counts if counts[one] >= LEAST)
        return cls([NONE, *sorted(found, key=lambda one: (-counts[one], one))])

    def of_word(self, word: str) -> int:
        """The row of a word's ending."""
        return self.numbers.get(ending(word), 0)
