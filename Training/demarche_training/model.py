"""Encoder and heads together."""

import copy
from collections.abc import Iterable
from dataclasses import asdict, replace
from typing import Any

from torch import Tensor, nn

from .corpus import Example
from .dropout import Dropout
from .encoder import Batch, Encoder, Size
from .endings import Endings
from .heads import HEADS, Head
from .wordpieces import WordPieces


class Model(nn.Module):
    """The encoder, the joint projection (a part a head) and the heads."""

    def __init__(self, vocabulary: WordPieces, endings: Endings, size: Size, heads: Iterable[Head]) -> None:
        super().__init__()
        self.vocabulary = vocabulary
        self.endings = endings
        self.encoder = Encoder(size)
        self.heads = nn.ModuleDict({head.name: head for head in heads})
        self.projections = nn.ModuleDict({head.name: nn.Linear(size.hidden, head.width) for head in self.heads.values()})
        self.dropout = Dropout(0.2)

    @classmethod
    def learn(cls, vocabulary: WordPieces, endings: Endings, size: Size, examples: list[Example]) -> "Model":
        """A model whose heads have the inventories of these examples."""
        return cls(vocabulary, endings, size, [head.learn(examples) for head in HEADS])

    def shortened(self, kept: list[int]) -> "Model":
        """A copy with only these layers of the encoder."""
        model = copy.deepcopy(self)
        encoder = model.encoder
        encoder.layers = nn.ModuleList(encoder.layers[number] for number in kept)
        encoder.size = replace(encoder.size, layers=len(kept), pooled=len(kept))
        return model

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """The columns of every head."""
        rows = self.dropout(self.encoder(batch))
        return {name: projection(rows) for name, projection in self.projections.items()}

    @property
    def settings(self) -> dict[str, Any]:
        """What `rebuild` needs."""
        heads = {name: head.settings for name, head in self.heads.items()}
        size = asdict(self.encoder.size)
        return {"pieces": self.vocabulary.pieces, "endings": self.endings.known, "size": size, "heads": heads}

    @classmethod
    def rebuild(cls, settings: dict[str, Any]) -> "Model":
        """A model of the same make, weights still to be loaded."""
        heads = [head(**settings["heads"][head.name]) for head in HEADS if head.name in settings["heads"]]
        return cls(WordPieces(settings["pieces"]), Endings(settings["endings"]), Size(**settings["size"]), heads)
