from demarche_training.endings import Endings, ending


def test_last_three_letters_in_lower_case() -> None:
    assert [ending(word) for word in ("Troops", "UN", "É")] == ["ops", "un", "é"]


def test_other_endings_share_row_0() -> None:
    endings = Endings(["", "ops", "un"])
    assert [endings.of_word(word) for word in ("Troops", "UN", "left")] == [1, 2, 0]


def test_learns_endings_of_enough_different_words() -> None:
    words = [f"{letter}ing" for letter in "abcde"] * 2 + ["left"] * 50
    assert Endings.learn(words).known == ["", "ing"]
