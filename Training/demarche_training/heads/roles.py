"""Roles: which words are a trigger's actor, recipient, place, date, speaker and figures."""

from collections.abc import Iterable, Sequence
from typing import Any, Self

import torch
from torch import Tensor, nn

from ..corpus import Example
from ..dropout import Dropout
from ..events import ROLES
from .head import Head, divergence


class Roles(Head):
    """For a trigger and a role a softmax over the words of the sentence, the root standing for “not said here”.

    Columns: `width` numbers of the word as trigger, then of the word as part.
    score(t, r, w) = relu(trigger_t) · U_r · relu(part_w) + b_r · relu(part_w). Of a part of several words those together
    have the probability (the loss is of their sum), so that which of them bears it is learnt.
    """

    name = "roles"
    weight = 1.0
    floor = 48
    taught = False

    def __init__(self, labels: list[str], size: int = 64, dropout: float = 0.2) -> None:
        super().__init__()
        self.labels = labels
        self.size = size
        self.width = 2 * size
        self.dropout = Dropout(dropout)
        self.bilinear = nn.Parameter(torch.randn(len(labels), size, size) * 0.02)
        self.bias = nn.Parameter(torch.zeros(len(labels), size))

    @classmethod
    def learn(cls, examples: Iterable[Example]) -> Self:
        return cls(list(ROLES))

    @property
    def settings(self) -> dict[str, Any]:
        return {"labels": self.labels, "size": self.size}

    def gold(self, example: Example) -> list[Any] | None:
        """`(trigger, role, first, end)` a part, in rows of the batch: the root's, (0, 1), for what is not said."""
        if example.events is None:
            return None
        return [
            (event.trigger + 1, number, first + 1, end + 1)
            for event in example.events
            for number, role in enumerate(self.labels)
            for first, end in event.parts[role] or ((-1, 0),)
        ]

    def gathered(self, examples: Sequence[Example]) -> Tensor | None:
        """Rows of `(sentence, trigger, role, first, end)`."""
        found = [(number, *link) for number, one in enumerate(examples) for link in self.gold(one) or ()]
        return torch.tensor(found) if found else None

    def scores(self, columns: Tensor, sentences: Tensor, triggers: Tensor, roles: Tensor) -> Tensor:
        """Scores [links, rows] of every row for a trigger's role."""
        trigger, part = self.dropout(columns.relu()).split(self.size, -1)
        asked = torch.einsum("ls,lst->lt", trigger[sentences, triggers], self.bilinear[roles]) + self.bias[roles]
        return torch.einsum("lt,lwt->lw", asked, part[sentences])

    def loss(self, columns: Tensor, gold: Tensor, words: Tensor) -> Tensor:
        sentences, triggers, roles, first, end = gold.unbind(-1)
        rows = torch.arange(columns.shape[1])
        scores = self.scores(columns, sentences, triggers, roles)
        scores = scores.masked_fill(rows > words[sentences].unsqueeze(-1), -1e4)
        meant = (rows >= first.unsqueeze(-1)) & (rows < end.unsqueeze(-1))
        chosen = scores.log_softmax(-1).masked_fill(~meant, -1e4).logsumexp(-1)
        return -chosen.sum() / max(len(gold), self.floor)

    def distance(self, columns: Tensor, teacher: Head, taught: Tensor, gold: Tensor) -> Tensor:
        assert isinstance(teacher, Roles)
        asked = gold.unbind(-1)[:3]
        return divergence(self.scores(columns, *asked), teacher.scores(taught, *asked), torch.ones(len(gold)))

    def decode(self, columns: Tensor, forms: tuple[str, ...]) -> list[list[int]]:
        """For every word, were it a trigger, the row of its likeliest actor, recipient …; 0 where it has none."""
        count, kinds = len(forms), len(self.labels)
        triggers = torch.arange(1, count + 1).repeat_interleave(kinds)
        roles = torch.arange(kinds).repeat(count)
        found = self.scores(columns.unsqueeze(0), torch.zeros_like(triggers), triggers, roles)
        return found.argmax(-1).unflatten(0, (count, kinds)).tolist()
