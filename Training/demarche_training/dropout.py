"""Dropout with an eighth of the random numbers: on a processor they cost more than the product they thin out."""

import torch
from torch import Tensor, nn


class Dropout(nn.Module):
    """Like torch.nn.Dropout, the share rounded to 1/256."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.dropped = round(256 * share)

    def forward(self, rows: Tensor) -> Tensor:
        if not self.training or not self.dropped:
            return rows
        size = rows.numel()
        drawn = torch.empty((size + 7) // 8, dtype=torch.int64).random_(-(2**63), None)
        kept = drawn.view(torch.uint8)[:size].view(rows.shape) >= self.dropped
        return torch.where(kept, rows * (256 / (256 - self.dropped)), 0.0)
