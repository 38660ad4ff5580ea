"""From a trained model to the file Swift reads, and to sentences to hold Swift against.

usage: python -m demarche_training.export --out DIR [--corpora CORPORA --reference 1000]

Writes DIR/encoder.demarche and DIR/encoder.demarche.sha256; with --reference also DIR/reference.jsonl, what the
quantised model reads in that many development sentences, and DIR/trace.json, its numbers on the first of them.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import numpy
import torch
from torch import Tensor, nn

from . import modelfile, shapes, wordpieces
from .batches import batch
from .checkpoint import read_model
from .corpus import TREEBANKS, Example, read_examples
from .heads.acts import NONE
from .model import Model
from .predict import predict
from .quantise import HIGHEST, HIGHEST_WEIGHT, quantised, rows_to_int8


def header(model: Model) -> dict[str, Any]:
    """Everything about the model that is not a tensor."""
    size = model.encoder.size
    first, heads = 0, []
    for name, head in model.heads.items():
        heads.append({"name": name, "first": first, "width": head.width, **head.settings})
        first += head.width
    return {
        "format": modelfile.VERSION,
        "encoder": {
            "layers": size.layers,
            "hidden": size.hidden,
            "inner": size.inner,
            "attention": size.attention,
            "positions": size.positions,
            "epsilon": size.epsilon,
            "shapes": shapes.COUNT,
            "endings": len(model.endings.known),
        },
        "wordpieces": {"maxPieces": wordpieces.MAX_PIECES, "maxChunk": wordpieces.MAX_CHUNK},
        "heads": heads,
        "endings": model.endings.known,
        "pieces": model.vocabulary.pieces,
    }


def tensors(model: Model) -> dict[str, numpy.ndarray]:
    """Names and values of the file's tensors, in the order in which they are read."""
    found: dict[str, numpy.ndarray] = {}
    encoder = model.encoder
    _table(found, "embeddings.pieces", encoder.pieces.weight)
    _table(found, "embeddings.positions", encoder.positions.weight)
    _table(found, "embeddings.endings", encoder.endings.weight)
    found["embeddings.shapes"] = _floats(encoder.shapes.weight)
    _plain(found, "embeddings.norm", encoder.embedded)
    for number, layer in enumerate(encoder.layers):
        for name in ("qkv", "out", "up", "down"):
            linear = getattr(layer, name)
            _linear(found, f"layers.{number}.{name}", linear.weight, linear.bias)
        _plain(found, f"layers.{number}.norm1", layer.attended)
        _plain(found, f"layers.{number}.norm2", layer.left)
    parts = list(model.projections.values())
    _linear(found, "heads", torch.cat([part.weight for part in parts]), torch.cat([part.bias for part in parts]))
    for name, head in model.heads.items():
        for parameter, value in head.named_parameters():
            found[f"heads.{name}.{parameter}"] = _floats(value)
    return found


def _floats(value: Tensor) -> numpy.ndarray:
    return value.detach().float().contiguous().numpy().astype("<f4")


def _table(found: dict[str, numpy.ndarray], name: str, value: Tensor, highest: int = HIGHEST) -> None:
    numbers, scales = rows_to_int8(value.detach(), highest)
    found[name + ".weight"] = numbers.contiguous().numpy()
    found[name + ".scales"] = _floats(scales)


def _linear(found: dict[str, numpy.ndarray], name: str, weight: Tensor, bias: Tensor) -> None:
    _table(found, name, weight, HIGHEST_WEIGHT)
    found[name + ".bias"] = _floats(bias)


def _plain(found: dict[str, numpy.ndarray], name: str, norm: nn.LayerNorm) -> None:
    found[name + ".weight"] = _floats(norm.weight)
    found[name + ".bias"] = _floats(norm.bias)


def reference(model: Model, examples: list[Example]) -> list[dict[str, Any]]:
    """What the quantised model reads, a row a sentence, with the margin of its closest call."""
    rows = []
    for example, reading in zip(examples, predict(model, examples)):
        rows.append(
            {
                "id": example.id,
                "forms": example.forms,
                "pieces": [model.vocabulary.of_word(form) for form in example.forms],
                "shapes": shapes.shapes(example.forms),
                "endings": [model.endings.of_word(form) for form in example.forms],
                "tags": reading.tags,
                "features": reading.features,
                "lemmas": reading.lemmas,
                "names": reading.names,
                "heads": [head for head, _ in reading.tree],
                "relations": [relation for _, relation in reading.tree],
                "triggers": {
                    str(word): {"act": act, "status": reading.statuses[word], "parts": reading.roles[word]}
                    for word, act in enumerate(reading.acts)
                    if act != NONE
                },
                "margin": round(margin(model, example), 5),
            }
        )
    return rows


@torch.inference_mode()
def margin(model: Model, example: Example) -> float:
    """The least difference of the two best scores among all choices of a sentence: below 0.05 a rounding may turn it."""
    columns = {name: found[0] for name, found in model(batch([example], model)).items()}
    scores = [columns[name][1:] for name in ("tags", "features", "lemmas", "names", "acts")]
    parser = model.heads["tree"]
    arcs = parser.arcs(columns["tree"]).masked_fill(torch.eye(len(columns["tree"]), dtype=torch.bool), -1e4)
    scores += [arcs[1:], parser.relations(columns["tree"], arcs.argmax(-1))[1:]]
    triggers = columns["acts"][1:].argmax(-1).nonzero().flatten() + 1
    if len(triggers):
        scores.append(columns["statuses"][triggers])
        roles = model.heads["roles"]
        for number in range(len(roles.labels)):
            asked = (torch.zeros_like(triggers), triggers, torch.full_like(triggers, number))
            scores.append(roles.scores(columns["roles"].unsqueeze(0), *asked))
    two = [found.topk(2, -1).values for found in scores if found.shape[-1] > 1]
    return min(float((pair[:, 0] - pair[:, 1]).min()) for pair in two)


@torch.inference_mode()
def trace(model: Model, example: Example) -> dict[str, Any]:
    """The numbers of one sentence, stage by stage: [row][first eight columns], and the sum of each row's magnitudes."""
    seen: dict[str, Any] = {}

    def keep(name: str):
        def hook(_module: nn.Module, _inputs: Any, output: Tensor) -> None:
            rows = output[0]
            seen[name] = {"first": rows[:, :8].tolist(), "magnitude": rows.abs().sum(-1).tolist()}

        return hook

    encoder = model.encoder
    hooks = [encoder.embedded.register_forward_hook(keep("embedded"))]
    for number, layer in enumerate(encoder.layers):
        hooks.append(layer.qkv.register_forward_hook(keep(f"layers.{number}.qkv")))
        hooks.append(layer.attended.register_forward_hook(keep(f"layers.{number}.norm1")))
        hooks.append(layer.left.register_forward_hook(keep(f"layers.{number}.norm2")))
    columns = model(batch([example], model))
    for hook in hooks:
        hook.remove()
    found = {name: part[0].tolist() for name, part in columns.items()}
    return {"id": example.id, "forms": example.forms, "stages": seen, "columns": found}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--reference", type=int, default=0)
    options = parser.parse_args()
    torch.set_num_threads(2)
    model = read_model(options.out).eval()
    content = modelfile.encode(header(model), tensors(model))
    checksum = modelfile.write(options.out / "encoder.demarche", content)
    print(f"encoder.demarche {len(content)} bytes {checksum}")
    if options.reference:
        small = quantised(model)
        examples = [example for name in TREEBANKS for example in read_examples(options.corpora, name, "dev")]
        chosen = examples[:: max(1, len(examples) // options.reference)][: options.reference]
        rows = (json.dumps(row, ensure_ascii=False) + "\n" for row in reference(small, chosen))
        (options.out / "reference.jsonl").write_text("".join(rows), encoding="utf-8")
        traced = next(example for example in chosen if 8 <= len(example.forms) <= 16)
        (options.out / "trace.json").write_text(json.dumps(trace(small, traced)), encoding="utf-8")


if __name__ == "__main__":
    main()
