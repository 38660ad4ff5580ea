"""From the file Swift reads back to a model that training can go on from.

What int8 has rounded off stays off: a weight differs from the one trained by half a 254th of its row's largest at most.
"""

from pathlib import Path

import numpy
import torch
from torch import Tensor

from . import modelfile
from .heads import HEADS
from .model import Model

def read_exported(path: Path) -> Model:
    """The model of an `encoder.demarche`."""
    found, values = modelfile.decode(path.read_bytes())
    names = {head.name for head in HEADS}
    heads = {
        row["name"]: {key: value for key, value in row.items() if key not in ("name", "first", "width")}
        for row in found["heads"]
        if row["name"] in names
    }
    size = {key: found["encoder"][key] for key in ("layers", "hidden", "inner", "attention", "positions", "epsilon")}
    size |= {"pieces": len(found["pieces"]), "endings": len(found["endings"]), "pooled": size["layers"]}
    model = Model.rebuild({"pieces": found["pieces"], "endings": found["endings"], "size": size, "heads": heads})
    _fill(model, values)
    return model


def _fill(model: Model, values: dict[str, numpy.ndarray]) -> None:
    def floats(name: str) -> Tensor:
        return torch.from_numpy(values[name].astype("float32"))

    def table(name: str) -> Tensor:
        return floats(name + ".weight") * floats(name + ".scales").unsqueeze(-1)

    encoder = model.encoder
    with torch.no_grad():
        for name in ("pieces", "positions", "endings"):
            getattr(encoder, name).weight.copy_(table(f"embeddings.{name}"))
        encoder.shapes.weight.copy_(floats("embeddings.shapes"))
        norms = {"embeddings.norm": encoder.embedded}
        for number, layer in enumerate(encoder.layers):
            for name in ("qkv", "out", "up", "down"):
                linear = getattr(layer, name)
                linear.weight.copy_(table(f"layers.{number}.{name}"))
                linear.bias.copy_(floats(f"layers.{number}.{name}.bias"))
            norms |= {f"layers.{number}.norm1": layer.attended, f"layers.{number}.norm2": layer.left}
        for name, norm in norms.items():
            norm.weight.copy_(floats(name + ".weight"))
            norm.bias.copy_(floats(name + ".bias"))
        weights, biases, first = table("heads"), floats("heads.bias"), 0
        for name, head in model.heads.items():
            part = slice(first, first := first + head.width)
            model.projections[name].weight.copy_(weights[part])
            model.projections[name].bias.copy_(biases[part])
            for parameter, value in head.named_parameters():
                value.copy_(floats(f"heads.{name}.{parameter}"))
