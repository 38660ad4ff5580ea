"""The tree: biaffine arcs, labels of the arcs chosen."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, Self

import torch
from torch import Tensor, nn
from torch.nn import functional

from ..corpus import Example
from ..dropout import Dropout
from ..trees import best_heads
from .head import NO_GOLD, Head, divergence

ROOT = "root"


class Parser(Head):
    """Universal Dependencies.

    Columns: arc dimension as dependent, as head, then label dimension as dependent, as head.
    arc(d, h) = relu(dependent_d) · U · relu(head_h) + b · relu(head_h); label = W · relu(dependent_d + head_h) + c.
    """

    name = "tree"

    def __init__(self, labels: list[str], arc: int = 128, label: int = 128, dropout: float = 0.25) -> None:
        super().__init__()
        self.labels = labels
        self.numbers = {one: number for number, one in enumerate(labels)}
        self.arc, self.label = arc, label
        self.width = 2 * arc + 2 * label
        self.dropout = Dropout(dropout)
        self.bilinear = nn.Parameter(torch.zeros(arc, arc))
        self.bias = nn.Parameter(torch.zeros(arc))
        self.relation = nn.Linear(label, len(labels))

    @classmethod
    def learn(cls, examples: Iterable[Example]) -> Self:
        """A head with the relations of these examples, the most frequent first."""
        counts = Counter(word.relation for example in examples for word in example.words or ())
        return cls(sorted(counts, key=lambda one: (-counts[one], one)))

    @property
    def settings(self) -> dict[str, Any]:
        return {"labels": self.labels, "arc": self.arc, "label": self.label}

    def gold(self, example: Example) -> list[tuple[int, int]] | None:
        if example.words is None:
            return None
        return [(word.head, self.numbers.get(word.relation, NO_GOLD)) for word in example.words]

    def arcs(self, columns: Tensor) -> Tensor:
        """Scores [.., dependent, head] of every arc."""
        dependent, head = self.dropout(columns[..., : 2 * self.arc].relu()).split(self.arc, -1)
        return (dependent @ self.bilinear + self.bias) @ head.transpose(-1, -2)

    def relations(self, columns: Tensor, heads: Tensor) -> Tensor:
        """Scores [.., dependent, relation] given the head of every dependent."""
        dependent, head = columns[..., 2 * self.arc :].split(self.label, -1)
        chosen = head.gather(-2, heads.unsqueeze(-1).expand_as(head))
        return self.relation(self.dropout((dependent + chosen).relu()))

    def possible(self, columns: Tensor, heads: Tensor) -> Tensor:
        """Scores of arcs, those from a word to itself or to padding out of the question."""
        size = heads.shape[1]
        padding = (heads == NO_GOLD) & (torch.arange(size) > 0)
        return self.arcs(columns).masked_fill(torch.eye(size, dtype=torch.bool) | padding[:, None, :], -1e4)

    def loss(self, columns: Tensor, gold: Tensor, words: Tensor) -> Tensor:
        heads, relations = gold.unbind(-1)
        known = (heads != NO_GOLD).sum().clamp(min=1)
        arcs = self.possible(columns, heads)
        labels = self.relations(columns, heads.clamp(min=0))
        losses = (
            functional.cross_entropy(scores.flatten(0, 1), wanted.flatten(), ignore_index=NO_GOLD, reduction="sum")
            for scores, wanted in ((arcs, heads), (labels, relations))
        )
        return sum(losses) / known

    def distance(self, columns: Tensor, teacher: Head, taught: Tensor, gold: Tensor) -> Tensor:
        assert isinstance(teacher, Parser)
        heads = gold[..., 0]
        known, chosen = heads != NO_GOLD, heads.clamp(min=0)
        arcs = divergence(self.possible(columns, heads), teacher.possible(taught, heads), known)
        return arcs + divergence(self.relations(columns, chosen), teacher.relations(taught, chosen), known)

    def decode(self, columns: Tensor, forms: tuple[str, ...]) -> list[tuple[int, str]]:
        heads = best_heads(self.arcs(columns).tolist())
        scores = self.relations(columns, torch.tensor([0, *heads]))[1:]
        root = self.numbers[ROOT]
        scores[:, root] = float("-inf")
        chosen = scores.argmax(-1).tolist()
        return [(head, ROOT if head == 0 else self.labels[number]) for head, number in zip(heads, chosen)]
