"""Lemmas as edit scripts: keep or lower the case, drop some last letters, add others."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Script:
    """`lower`: lower the word first; then drop `drop` scalars from its end and append `add`."""

    lower: bool
    drop: int
    add: str

    def applies(self, word: str) -> bool:
        """Whether the word is long enough and something is left."""
        return self.drop <= len(word) and (self.drop < len(word) or bool(self.add))

    def apply(self, word: str) -> str:
        """The lemma this script makes of `word`."""
        word = word.lower() if self.lower else word
        return word[: len(word) - self.drop] + self.add

    def __str__(self) -> str:
        return f"{'lower' if self.lower else 'keep'} {self.drop} {self.add}"

    @classmethod
    def parse(cls, text: str) -> "Script":
        """From `lower 3 y`: lower or keep, how many scalars to drop, what to add (may be nothing)."""
        case, drop, add = text.split(" ", 2)
        return cls(case == "lower", int(drop), add)


def script(word: str, lemma: str) -> Script:
    """The script from a word to its lemma: lowered where the lemma is in lower case."""
    lower = lemma == lemma.lower()
    word = word.lower() if lower else word
    same = 0
    while same < min(len(word), len(lemma)) and word[same] == lemma[same]:
        same += 1
    return Script(lower, len(word) - same, lemma[same:])
