import pytest

from demarche_training.lemmas import Script, script


@pytest.mark.parametrize(
    ("word", "lemma", "text"),
    [
        ("forces", "force", "lower 1 "),
        ("Flies", "fly", "lower 3 y"),
        ("was", "be", "lower 3 be"),
        ("Americans", "American", "keep 1 "),
        ("the", "the", "lower 0 "),
        ("IRAQ", "Iraq", "keep 3 raq"),
        ("–", "-", "lower 1 -"),
    ],
)
def test_script_leads_from_word_to_lemma(word: str, lemma: str, text: str) -> None:
    found = script(word, lemma)
    assert str(found) == text
    assert found.apply(word) == lemma
    assert Script.parse(text) == found


def test_script_that_leaves_nothing_does_not_apply() -> None:
    assert not Script(True, 3, "").applies("was")
    assert not Script(True, 4, "be").applies("was")
    assert Script(True, 3, "be").applies("was")
