import itertools
import random

import pytest

from demarche_training.trees import best_heads


def is_tree(heads: list[int]) -> bool:
    for word in range(1, len(heads) + 1):
        seen = set()
        while word:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word - 1]
    return heads.count(0) == 1


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
def test_finds_the_best_tree_with_one_root(size: int) -> None:
    chance = random.Random(size)
    for _ in range(40):
        scores = [[chance.uniform(-5, 5) for _ in range(size + 1)] for _ in range(size + 1)]
        choices = itertools.product(*([head for head in range(size + 1) if head != word] for word in range(1, size + 1)))
        worth = lambda heads: sum(scores[word][head] for word, head in enumerate(heads, 1))
        best = max((list(heads) for heads in choices if is_tree(list(heads))), key=worth)
        assert best_heads(scores) == best
