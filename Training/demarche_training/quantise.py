"""Int8 arithmetic as Swift does it, simulated exactly.

Weights: one scale an output channel, symmetric. Activations: one scale a row, found as the row goes by. Embeddings of
pieces, positions and endings: one scale a row. Everything else stays float32.
"""

import copy

import torch
from torch import Tensor, nn

from .model import Model

HIGHEST = 127


def rows_to_int8(rows: Tensor) -> tuple[Tensor, Tensor]:
    """Each row as int8 and its scale: scale = max |x| / 127, q = round-half-even(x / scale)."""
    scales = rows.abs().amax(-1) / HIGHEST
    safe = torch.where(scales > 0, scales, torch.ones_like(scales))
    return (rows / safe.unsqueeze(-1)).round().clamp(-HIGHEST, HIGHEST).to(torch.int8), scales


class Int8Linear(nn.Module):
    """y = (q(x) · q(W)ᵀ) · scale(x) · scale(W) + b with integer sums (in float64, where they are exact)."""

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        weights, scales = rows_to_int8(linear.weight.detach())
        self.register_buffer("weights", weights)
        self.register_buffer("scales", scales)
        self.register_buffer("wide", weights.T.contiguous().double(), persistent=False)
        self.register_buffer("bias", linear.bias.detach().clone())

    def forward(self, rows: Tensor) -> Tensor:
        numbers, scales = rows_to_int8(rows)
        sums = (numbers.double() @ self.wide).float()
        return sums * (scales.unsqueeze(-1) * self.scales) + self.bias


def quantised(model: Model) -> Model:
    """A copy that computes as the Swift side will."""
    model = copy.deepcopy(model).eval()
    for table in (model.encoder.pieces, model.encoder.positions, model.encoder.endings):
        numbers, scales = rows_to_int8(table.weight.data)
        table.weight.data = numbers.float() * scales.unsqueeze(-1)
    for layer in model.encoder.layers:
        for name in ("qkv", "out", "up", "down"):
            setattr(layer, name, Int8Linear(getattr(layer, name)))
    for name, projection in model.projections.items():
        model.projections[name] = Int8Linear(projection)
    return model
