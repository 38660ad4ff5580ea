import pytest

from demarche_training.names import TAGS, best_tags, parse_iob2, spans


def scores(*wanted: dict[str, float]) -> list[list[float]]:
    return [[row.get(tag, 0.0) for tag in TAGS] for row in wanted]


def test_inside_needs_a_beginning_of_its_kind() -> None:
    assert best_tags(scores({"I-PER": 3, "B-PER": 2}, {"I-PER": 3})) == ["B-PER", "I-PER"]
    assert best_tags(scores({"B-LOC": 5}, {"I-ORG": 3, "I-LOC": 2, "O": 1})) == ["B-LOC", "I-LOC"]
    assert best_tags([]) == []


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("B-PER I-PER O", {(0, 2, "PER")}),
        ("B-LOC B-LOC I-ORG", {(0, 1, "LOC"), (1, 2, "LOC"), (2, 3, "ORG")}),
        ("O O", set()),
    ],
)
def test_spans(tags: str, expected: set) -> None:
    assert spans(tags.split()) == expected


def test_other_labels_become_o() -> None:
    text = "# sent_id = a\n1\tAl\tB-ORG\t-\n2\tQaida\tI-ORG\t-\n3\tSyrian\tB-OTH\n4\t.\tB-O\n"
    assert parse_iob2(text) == {"a": (["Al", "Qaida", "Syrian", "."], ["B-ORG", "I-ORG", "O", "O"])}
