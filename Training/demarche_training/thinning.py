"""A narrower model: the units of the feed-forward layers that say least are left out."""

import copy
from collections.abc import Sequence
from dataclasses import replace

import torch
from torch import Tensor, nn
from torch.nn import functional

from .batches import batch
from .corpus import Example
from .model import Model


@torch.no_grad()
def thinned(model: Model, inner: int, examples: Sequence[Example]) -> Model:
    """A copy with `inner` units a layer: those of the greatest mean contribution |gelu(up(x))| · ‖down‖ over the examples."""
    if inner >= model.encoder.size.inner:
        return model
    said = contributions(model, examples)
    model = copy.deepcopy(model)
    model.encoder.size = replace(model.encoder.size, inner=inner)
    for layer, shares in zip(model.encoder.layers, said, strict=True):
        kept = shares.argsort(descending=True)[:inner].sort().values
        layer.up, layer.down = _rows(layer.up, kept), _columns(layer.down, kept)
    return model


def contributions(model: Model, examples: Sequence[Example], size: int = 16) -> list[Tensor]:
    """Mean magnitude that every unit of every layer adds to the rows."""
    model.eval()
    sums = [torch.zeros(layer.up.out_features) for layer in model.encoder.layers]

    def listen(number: int):
        def hear(_module: nn.Module, _inputs: tuple[Tensor, ...], output: Tensor) -> None:
            sums[number] += functional.gelu(output).abs().flatten(0, 1).sum(0)

        return hear

    heard = [layer.up.register_forward_hook(listen(number)) for number, layer in enumerate(model.encoder.layers)]
    for first in range(0, len(examples), size):
        model(batch(examples[first : first + size], model))
    for hook in heard:
        hook.remove()
    return [total * layer.down.weight.norm(dim=0) for total, layer in zip(sums, model.encoder.layers, strict=True)]


def _rows(linear: nn.Linear, kept: Tensor) -> nn.Linear:
    found = nn.Linear(linear.in_features, len(kept))
    found.weight.data, found.bias.data = linear.weight[kept].clone(), linear.bias[kept].clone()
    return found


def _columns(linear: nn.Linear, kept: Tensor) -> nn.Linear:
    found = nn.Linear(len(kept), linear.out_features)
    found.weight.data, found.bias.data = linear.weight[:, kept].clone(), linear.bias.clone()
    return found
