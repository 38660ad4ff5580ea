"""Shapes: what an uncased vocabulary forgets about how a word is written."""

import random
import unicodedata
from collections.abc import Sequence
from enum import IntEnum


class Shape(IntEnum):
    """The class of a word's letters; START is the sentence's opening piece."""

    START = 0
    LOWER = 1
    TITLE = 2
    UPPER = 3
    INITIAL = 4
    MIXED = 5
    DIGITS = 6
    LETTERS_AND_DIGITS = 7
    OTHER = 8


COUNT = 2 * len(Shape)
"""Every shape twice: the second time for the first word of the sentence that has a letter or digit."""


def shape(word: str) -> Shape:
    """The shape of a word as written."""
    categories = [unicodedata.category(scalar) for scalar in word]
    letters = [category for category in categories if category[0] == "L"]
    digits = "Nd" in categories
    upper = [category in ("Lu", "Lt") for category in letters]
    if not letters:
        return Shape.DIGITS if digits else Shape.OTHER
    if digits:
        return Shape.LETTERS_AND_DIGITS
    if not any(upper):
        return Shape.LOWER
    if len(upper) == 1:
        return Shape.INITIAL
    if all(upper):
        return Shape.UPPER
    if upper[0] and not any(upper[1:]):
        return Shape.TITLE
    return Shape.MIXED


def with_first(found: Sequence[Shape]) -> list[int]:
    """Rows of the shape table for a sentence's words: the first word with a letter or digit is marked."""
    first = next((i for i, one in enumerate(found) if one is not Shape.OTHER), -1)
    return [one + len(Shape) * (i == first) for i, one in enumerate(found)]


def shapes(words: Sequence[str]) -> list[int]:
    """Rows of the shape table for the words of a sentence."""
    return with_first([shape(word) for word in words])


def recased(words: Sequence[str], chance: random.Random) -> list[int]:
    """Shapes as if the sentence were in lower case, capitals or headline capitals."""
    found = [shape(word) for word in words]
    style = chance.choice((Shape.LOWER, Shape.LOWER, Shape.TITLE, Shape.TITLE, Shape.UPPER))
    changed = []
    for word, one in zip(words, found):
        if one in (Shape.LOWER, Shape.TITLE, Shape.UPPER, Shape.MIXED, Shape.INITIAL):
            single = sum(unicodedata.category(scalar)[0] == "L" for scalar in word) == 1
            short = style is Shape.TITLE and one is Shape.LOWER and len(word) < 4
            if single and style is not Shape.LOWER and not short:
                one = Shape.INITIAL
            elif style is Shape.TITLE:
                one = Shape.TITLE if one is Shape.LOWER and not short else one
            else:
                one = style
        changed.append(one)
    return with_first(changed)
