"""Universal parts of speech."""

from ..corpus import Example
from .classifier import Classifier


class Tags(Classifier):
    """UPOS."""

    name = "tags"

    @staticmethod
    def labelled(example: Example) -> list[str] | None:
        return None if example.words is None else [word.upos for word in example.words]
