"""Lemmas: one edit script a word."""

from torch import Tensor

from ..corpus import Example
from ..lemmas import Script, script
from .classifier import Classifier


class Lemmatiser(Classifier):
    """The best-scored script that applies to the word."""

    name = "lemmas"
    least = 3

    def __init__(self, labels: list[str]) -> None:
        super().__init__(labels)
        self.scripts = [Script.parse(label) for label in labels]

    @staticmethod
    def labelled(example: Example) -> list[str] | None:
        return None if example.words is None else [str(script(word.form, word.lemma)) for word in example.words]

    def decode(self, columns: Tensor, forms: tuple[str, ...]) -> list[str]:
        ranked = columns[1:].sort(dim=-1, descending=True, stable=True).indices
        return [self._lemma(form, order) for form, order in zip(forms, ranked)]

    def _lemma(self, form: str, order: Tensor) -> str:
        for number in order:
            if self.scripts[number].applies(form):
                return self.scripts[number].apply(form)
        return form
