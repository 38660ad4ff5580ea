"""The encoder: a BERT of few layers whose upper layers see one row a word."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from . import shapes
from .base import Base
from .dropout import Dropout


@dataclass(frozen=True)
class Size:
    """The encoder's hyperparameters."""

    pieces: int
    endings: int
    layers: int = 6
    pooled: int = 6
    hidden: int = 384
    inner: int = 1536
    attention: int = 12
    positions: int = 512
    epsilon: float = 1e-12


@dataclass
class Batch:
    """Sentences as padded tensors; row 0 of every sentence is [CLS]."""

    pieces: Tensor
    shapes: Tensor
    endings: Tensor
    lengths: Tensor
    firsts: Tensor
    words: Tensor


class Layer(nn.Module):
    """One transformer block with the normalisation after each half, as in BERT."""

    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__()
        self.attention = size.attention
        self.qkv = nn.Linear(size.hidden, 3 * size.hidden)
        self.out = nn.Linear(size.hidden, size.hidden)
        self.attended = nn.LayerNorm(size.hidden, eps=size.epsilon)
        self.up = nn.Linear(size.hidden, size.inner)
        self.down = nn.Linear(size.inner, size.hidden)
        self.left = nn.LayerNorm(size.hidden, eps=size.epsilon)
        self.dropout = Dropout(dropout)

    def forward(self, rows: Tensor, mask: Tensor | None) -> Tensor:
        query, key, value = self.qkv(rows).unflatten(-1, (3, self.attention, -1)).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        rows = self.attended(rows + self.dropout(self.out(mixed.transpose(1, 2).flatten(-2))))
        return self.left(rows + self.dropout(self.down(functional.gelu(self.up(rows)))))


class Encoder(nn.Module):
    """Pieces, positions, shapes and endings in; one row a word out, row 0 for the root."""

    def __init__(self, size: Size, dropout: float = 0.1) -> None:
        super().__init__()
        self.size = size
        self.pieces = nn.Embedding(size.pieces, size.hidden)
        self.positions = nn.Embedding(size.positions, size.hidden)
        self.shapes = nn.Embedding(shapes.COUNT, size.hidden)
        self.endings = nn.Embedding(size.endings, size.hidden)
        self.embedded = nn.LayerNorm(size.hidden, eps=size.epsilon)
        self.layers = nn.ModuleList(Layer(size, dropout) for _ in range(size.layers))
        self.dropout = Dropout(dropout)
        nn.init.normal_(self.shapes.weight, std=0.01)
        nn.init.normal_(self.endings.weight, std=0.01)

    def forward(self, batch: Batch) -> Tensor:
        positions = self.positions.weight[: batch.pieces.shape[1]]
        rows = self.pieces(batch.pieces) + positions + self.shapes(batch.shapes) + self.endings(batch.endings)
        rows = self.dropout(self.embedded(rows))
        mask = _mask(batch.lengths, rows.shape[1])
        for number, layer in enumerate(self.layers):
            if number == self.size.pooled:
                rows, mask = _first_pieces(rows, batch)
            rows = layer(rows, mask)
        return rows if self.size.pooled < self.size.layers else _first_pieces(rows, batch)[0]

    def load_base(self, base: Base, kept: list[int]) -> None:
        """Start from the packaged weights, layers numbered `kept` of them."""
        tensors = base.tensors
        self.pieces.weight.data.copy_(tensors["embeddings.word_embeddings.weight"])
        self.positions.weight.data.copy_(tensors["embeddings.position_embeddings.weight"])
        _load(self.embedded, tensors, "embeddings.LayerNorm")
        for layer, number in zip(self.layers, kept, strict=True):
            start = f"encoder.layer.{number}."
            for part in ("weight", "bias"):
                three = [tensors[f"{start}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                getattr(layer.qkv, part).data.copy_(torch.cat(three))
            _load(layer.out, tensors, start + "attention.output.dense")
            _load(layer.attended, tensors, start + "attention.output.LayerNorm")
            _load(layer.up, tensors, start + "intermediate.dense")
            _load(layer.down, tensors, start + "output.dense")
            _load(layer.left, tensors, start + "output.LayerNorm")


def _load(module: nn.Linear | nn.LayerNorm, tensors: dict[str, Tensor], name: str) -> None:
    module.weight.data.copy_(tensors[name + ".weight"])
    module.bias.data.copy_(tensors[name + ".bias"])


def _mask(lengths: Tensor, size: int) -> Tensor | None:
    """What attention may see, [sentences, 1, 1, rows]; None where nothing is padded."""
    if bool((lengths == size).all()):
        return None
    return (torch.arange(size) < lengths[:, None])[:, None, None, :]


def _first_pieces(rows: Tensor, batch: Batch) -> tuple[Tensor, Tensor | None]:
    picked = rows.gather(1, batch.firsts.unsqueeze(-1).expand(-1, -1, rows.shape[-1]))
    return picked, _mask(batch.words + 1, picked.shape[1])
