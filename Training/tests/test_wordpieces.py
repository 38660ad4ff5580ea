import pytest

from demarche_training.wordpieces import MAX_PIECES, WordPieces, chunks, is_kept, kept_rows

PIECES = ["[PAD]", "[UNK]", "[CLS]", "[MASK]", "un", "##want", "##ed", "want", "'", "s", ".", "u", "-", "2", "##0"]


def pieces(word: str) -> list[str]:
    vocabulary = WordPieces(PIECES)
    return [vocabulary.pieces[number] for number in vocabulary.of_word(word)]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Café", ["cafe"]),
        ("U.S.", ["u", ".", "s", "."]),
        ("’s", ["'", "s"]),
        ("“", ['"']),
        ("a\u00a0b", ["a", "b"]),
        ("x\u200by", ["xy"]),
        ("İzmir", ["izmir"]),
        ("Ünal–Øst", ["unal", "–", "øst"]),
        ("…", ["…"]),
        ("$5", ["$", "5"]),
    ],
)
def test_words_are_normalised_and_cut(word: str, expected: list[str]) -> None:
    assert chunks(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Unwanted", ["un", "##want", "##ed"]),
        ("U.S.", ["u", ".", "s", "."]),
        ("wants", ["[UNK]"]),
        ("want's", ["want", "'", "s"]),
        ("\u200b", ["[UNK]"]),
        ("-" * 20, ["-"] * MAX_PIECES),
        ("un" + "x" * 100, ["[UNK]"]),
    ],
)
def test_longest_piece_first(word: str, expected: list[str]) -> None:
    assert pieces(word) == expected


def test_vocabulary_keeps_latin_letters_and_signs() -> None:
    assert kept_rows(["[unused1]", "[CLS]", "##ed", "é", "ж", "##ا", "€", "中", "½", "'"]) == [1, 2, 3, 6, 8, 9]
    assert not is_kept("ж") and not is_kept("中") and not is_kept("##ا")
