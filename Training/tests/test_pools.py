import random
from pathlib import Path

import pytest

from demarche_training.conllu import Word
from demarche_training.corpus import Example
from demarche_training.pools import Pools, simple, world_names

WORLD = {
    "places.tsv": "# GeoNames\nBasra\tIRQ\t30.5\t47.8\t1326564\nHamlet\tUSA\t1.0\t1.0\t20000\n",
    "states.txt": "# states\nAFG Afghanistan\n  capital: Kabul\n  adjectives: Afghan\n",
    "holders.txt": "@vouched 2025\nUSA United States\n  president: Donald Trump / Donald J. Trump, 2017-01-20..\n",
    "bodies.txt": "UN IGO\n  names: United Nations | U.N.\n",
    "outlets.txt": "Reuters\n  state: GBR\n",
}


def test_reads_the_projects_lists(tmp_path: Path) -> None:
    for name, text in WORLD.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert {(kind, name.strip()) for kind, name in world_names(tmp_path, tmp_path / "places.tsv")} == {
        ("LOC", "Basra"),
        ("LOC", "Afghanistan"),
        ("LOC", "Kabul"),
        ("PER", "Donald Trump"),
        ("PER", "Donald J. Trump"),
        ("ORG", "United Nations"),
        ("ORG", "U.N."),
        ("ORG", "Reuters"),
    }


@pytest.mark.parametrize(
    ("name", "words"),
    [("New Zealand", ["New", "Zealand"]), ("U.N.", ["U.N."]), ("Al-Zaman", None), ("the Hague", None), ("Côte d'Ivoire", None)],
)
def test_simple_names(name: str, words: list[str] | None) -> None:
    assert simple(name) == words


def test_swaps_names_of_like_kind_and_length_only() -> None:
    words = tuple(Word(form, upos="PROPN" if form[0].isupper() else "VERB") for form in "Trump left New Zealand".split())
    example = Example("x", tuple(word.form for word in words), words, ("B-PER", "O", "B-LOC", "I-LOC"))
    pools = Pools([("PER", ["Putin"]), ("LOC", ["Basra"])])
    assert pools.swapped(example, 1.0, random.Random(0)).forms == ("Putin", "left", "New", "Zealand")
    assert pools.swapped(example, 0.0, random.Random(0)) is example
