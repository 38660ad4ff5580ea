import pytest

from demarche_training.conllu import Word
from demarche_training.mentions import names


def words(*rows: str) -> list[Word]:
    """`form upos head relation entity`."""
    found = []
    for row in rows:
        form, upos, head, relation, *entity = row.split()
        found.append(Word(form, form, upos, "_", int(head), relation, f"Entity={entity[0]}" if entity else "_"))
    return found


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            (
                "U.S. PROPN 2 compound (1-person-new-s-cf1-1,2,3,4-sgl(2-place-new-s-cf1-1-coref)",
                "President PROPN 3 nmod:desc",
                "Donald PROPN 5 nsubj",
                "Trump PROPN 3 flat 1)",
                "left VERB 0 root",
            ),
            "B-LOC O B-PER I-PER O",
        ),
        (
            (
                "the DET 2 det (1-organization-new-s-cf1-2,4-sgl",
                "Church PROPN 6 nsubj",
                "of ADP 4 case",
                "Scientology PROPN 2 nmod 1)",
                "has AUX 6 aux",
                "sued VERB 0 root",
            ),
            "O B-ORG I-ORG I-ORG O O",
        ),
        (
            ("English ADJ 2 amod (1-person-new-s-cf1-2,3,4-sgl", "captain NOUN 0 root", "Harry PROPN 2 flat", "Kane PROPN 2 flat 1)"),
            "O O B-PER I-PER",
        ),
        (("the DET 2 det (1-person-new-s-cf1-2-sgl", "captain NOUN 0 root 1)"), "O O"),
    ],
)
def test_proper_core_of_mentions(rows: tuple[str, ...], expected: str) -> None:
    assert " ".join(names(words(*rows))) == expected
