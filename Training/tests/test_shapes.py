import random

import pytest

from demarche_training.shapes import COUNT, Shape, recased, shape, shapes


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("forces", Shape.LOWER),
        ("Syrian", Shape.TITLE),
        ("NATO", Shape.UPPER),
        ("U.S.", Shape.UPPER),
        ("I", Shape.INITIAL),
        ("D.", Shape.INITIAL),
        ("a", Shape.LOWER),
        ("'s", Shape.LOWER),
        ("McCain", Shape.MIXED),
        ("iPhone", Shape.MIXED),
        ("Al-Zaman", Shape.MIXED),
        ("2,000", Shape.DIGITS),
        ("F-16", Shape.LETTERS_AND_DIGITS),
        ("--", Shape.OTHER),
        ("Élysée", Shape.TITLE),
    ],
)
def test_shape(word: str, expected: Shape) -> None:
    assert shape(word) is expected


def test_first_word_with_letter_or_digit_is_marked() -> None:
    half = len(Shape)
    assert shapes(['"', "The", "UN"]) == [Shape.OTHER, Shape.TITLE + half, Shape.UPPER]
    assert max(shapes(["x"])) < COUNT


def test_recasing_leaves_signs_and_numbers_alone() -> None:
    for seed in range(20):
        found = recased(["Troops", "left", "in", "2003", "."], random.Random(seed))
        assert found[3:] == [Shape.DIGITS, Shape.OTHER]
