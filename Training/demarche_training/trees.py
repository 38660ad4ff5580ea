"""The best tree for a matrix of arc scores: greedy where that is a tree, else Chu-Liu/Edmonds; one root."""

from collections.abc import Sequence

Scores = Sequence[Sequence[float]]
ROOT_COST = 1e4
"""Taken off every arc from the root before Chu-Liu/Edmonds, so that the best tree has a single root."""


def best_heads(scores: Scores) -> list[int]:
    """Heads of words 1…n for `scores[dependent][head]`, both with 0 for the root; ties go to the lower head."""
    size = len(scores)
    heads = [0] + [_best(scores[word], word) for word in range(1, size)]
    if sum(head == 0 for head in heads[1:]) == 1 and _cycle(heads) is None:
        return heads[1:]
    dear = [[score - ROOT_COST * (head == 0) for head, score in enumerate(row)] for row in scores]
    return _edmonds(dear)[1:]


def _best(row: Sequence[float], word: int) -> int:
    return max((head for head in range(len(row)) if head != word), key=row.__getitem__)


def _cycle(heads: Sequence[int]) -> list[int] | None:
    """A cycle among heads, or None."""
    seen = [0] * len(heads)
    for start in range(1, len(heads)):
        word = start
        while word and not seen[word]:
            seen[word] = start
            word = heads[word]
        if word and seen[word] == start:
            cycle = [word]
            while heads[cycle[-1]] != word:
                cycle.append(heads[cycle[-1]])
            return cycle
    return None


def _edmonds(scores: Scores) -> list[int]:
    """Chu-Liu/Edmonds by contraction: the best arborescence from 0; result[0] is 0."""
    size = len(scores)
    heads = [0] + [_best(scores[word], word) for word in range(1, size)]
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = set(cycle)
    outside = [word for word in range(size) if word not in inside]
    new = len(outside)
    shrunk = [[float("-inf")] * (new + 1) for _ in range(new + 1)]
    enters, leaves = [0] * new, [0] * new
    for i, word in enumerate(outside):
        for j, head in enumerate(outside):
            shrunk[i][j] = scores[word][head]
        leaves[i] = max(cycle, key=scores[word].__getitem__)
        shrunk[i][new] = scores[word][leaves[i]]
        gains = {into: scores[into][word] - scores[into][heads[into]] for into in cycle}
        enters[i] = max(cycle, key=gains.__getitem__)
        shrunk[new][i] = gains[enters[i]]
    found = _edmonds(shrunk)
    for i, word in enumerate(outside[1:], 1):
        heads[word] = leaves[i] if found[i] == new else outside[found[i]]
    heads[enters[found[new]]] = outside[found[new]]
    return heads
