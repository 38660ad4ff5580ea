"""Features: one label for a whole reduced bundle."""

from ..corpus import Example
from ..features import reduced
from .classifier import Classifier


class Bundles(Classifier):
    """Reduced feature bundles, such as `Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin`."""

    name = "features"
    weight = 0.5
    least = 5

    @staticmethod
    def labelled(example: Example) -> list[str] | None:
        return None if example.words is None else [reduced(word.features) for word in example.words]
