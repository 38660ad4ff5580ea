"""What is kept on disk of a training: `model.pt` (weights and how to rebuild) and `state.pt` (to go on from)."""

import os
from pathlib import Path
from typing import Any

import torch

from .model import Model


def write(path: Path, content: dict[str, Any]) -> None:
    """Write so that a stop in the middle leaves the older file whole."""
    beside = path.with_suffix(".part")
    torch.save(content, beside)
    os.replace(beside, path)


def write_model(folder: Path, model: Model) -> None:
    """`model.pt`."""
    write(folder / "model.pt", {"settings": model.settings, "weights": model.state_dict()})


def read_model(folder: Path) -> Model:
    """The model of `model.pt`."""
    content = torch.load(folder / "model.pt", weights_only=True)
    model = Model.rebuild(content["settings"])
    model.load_state_dict(content["weights"])
    return model
