"""Int8 arithmetic as Swift does it, simulated exactly.

Weights: one scale an output channel, symmetric. Activations: one scale a row, found as the row goes by. Embeddings of
pieces, positions and endings: one scale a row. Everything else stays float32. Weights go to 64 only: then two of them times
numbers up to 255 sum to less than 2¹⁵, which processors without VNNI add up twice as fast.
"""

import contextlib
import copy
from collections.abc import Iterator

import torch
from torch import Tensor, nn

from .model import Model

HIGHEST = 127
HIGHEST_WEIGHT = 64
LINEARS = ("qkv", "out", "up", "down")


def rows_to_int8(rows: Tensor, highest: int = HIGHEST) -> tuple[Tensor, Tensor]:
    """Each row as int8 and its scale: scale = max |x| / highest, q = round-half-even(x / scale)."""
    scales = rows.abs().amax(-1) / highest
    safe = torch.where(scales > 0, scales, torch.ones_like(scales))
    return (rows / safe.unsqueeze(-1)).round().clamp(-highest, highest).to(torch.int8), scales


class Int8Linear(nn.Module):
    """y = (q(x) · q(W)ᵀ) · scale(x) · scale(W) + b with integer sums (in float64, where they are exact)."""

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        weights, scales = rows_to_int8(linear.weight.detach(), HIGHEST_WEIGHT)
        self.register_buffer("weights", weights)
        self.register_buffer("scales", scales)
        self.register_buffer("wide", weights.T.contiguous().double(), persistent=False)
        self.register_buffer("bias", linear.bias.detach().clone())

    def forward(self, rows: Tensor) -> Tensor:
        numbers, scales = rows_to_int8(rows)
        sums = (numbers.double() @ self.wide).float()
        return sums * (scales.unsqueeze(-1) * self.scales) + self.bias


@contextlib.contextmanager
def rounded(model: Model) -> Iterator[None]:
    """Inside, the model computes with its weights as they will be rounded; the gradients are those of the weights themselves
    (straight through: Bengio et al. 2013), so that it learns to be right in spite of the rounding."""
    linears = [getattr(layer, name) for layer in model.encoder.layers for name in LINEARS] + list(model.projections.values())
    whole = [linear.weight.detach().clone() for linear in linears]
    with torch.no_grad():
        for linear in linears:
            numbers, scales = rows_to_int8(linear.weight, HIGHEST_WEIGHT)
            linear.weight.copy_(numbers.float() * scales.unsqueeze(-1))
    try:
        yield
    finally:
        with torch.no_grad():
            for linear, weight in zip(linears, whole):
                linear.weight.copy_(weight)


def quantised(model: Model) -> Model:
    """A copy that computes as the Swift side will."""
    model = copy.deepcopy(model).eval()
    for table in (model.encoder.pieces, model.encoder.positions, model.encoder.endings):
        numbers, scales = rows_to_int8(table.weight.data)
        table.weight.data = numbers.float() * scales.unsqueeze(-1)
    for layer in model.encoder.layers:
        for name in LINEARS:
            setattr(layer, name, Int8Linear(getattr(layer, name)))
    for name, projection in model.projections.items():
        model.projections[name] = Int8Linear(projection)
    return model
