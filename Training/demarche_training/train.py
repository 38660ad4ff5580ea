"""Training.

usage: python -m demarche_training.train --corpora ../shared/corpora --tokens TOKENS --out DIR [--layers 6|5|4] [--teacher DIR] [--resume]

Writes DIR/model.pt (weights), DIR/state.pt (to go on from, every five minutes) and a line a hundred steps to the
standard output; the figures on the development sets after every epoch. The same seed gives the same batches. With a
teacher the new model starts from the teacher's weights, some layers left out, and learns from its scores beside gold.
"""

import argparse
import json
import random
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from . import checkpoint
from .base import read_base
from .batches import Augmentation, training_batches
from .corpus import Example, read_training
from .encoder import Size
from .endings import Endings
from .evaluate import evaluate
from .model import Model
from .pools import Pools
from .quantise import rounded
from .restore import read_exported
from .thinning import thinned
from .wordpieces import WordPieces

KEPT_LAYERS = {6: [0, 1, 2, 3, 4, 5], 5: [0, 1, 2, 3, 4], 4: [0, 1, 2, 3]}
"""Of the packaged layers."""
WORLD = Path(__file__).parents[2] / "Sources" / "World" / "Resources"


@dataclass(frozen=True)
class Plan:
    """How long and how fast to learn."""

    epochs: int
    seed: int = 1
    budget: int = 1024
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warmup: float = 0.06
    decay: float = 0.01
    clip: float = 2.0
    longest: int = 160
    augmentation: Augmentation = Augmentation(recased=0.1, masked=0.05, swapped=0.25)


def rate(step: int, total: int, warmup: float) -> float:
    """Linear up, then linear down to nothing, as a share of the highest rate."""
    rise = max(1, int(total * warmup))
    return (step + 1) / rise if step < rise else max(0.0, (total - step) / max(1, total - rise))


def optimiser(model: Model, plan: Plan) -> torch.optim.AdamW:
    """AdamW: the packaged weights learn slowly, what is new learns fast; no decay on vectors."""
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        new = not name.startswith("encoder.") or name.startswith(("encoder.shapes", "encoder.endings"))
        key = (plan.head_rate if new else plan.encoder_rate, plan.decay if parameter.dim() > 1 else 0.0)
        groups.setdefault(key, []).append(parameter)
    parts = [{"params": found, "lr": speed, "weight_decay": decay} for (speed, decay), found in groups.items()]
    return torch.optim.AdamW(parts, betas=(0.9, 0.98), eps=1e-8, fused=True)


class Training:
    """One training run: what it learns from, where it stands."""

    def __init__(self, model: Model, examples: list[Example], plan: Plan, folder: Path, corpora: Path, tokens: Path, pools: Pools, teacher: Model | None = None) -> None:
        self.model, self.plan, self.folder, self.corpora, self.tokens, self.pools = model, plan, folder, corpora, tokens, pools
        self.teacher = None if teacher is None else teacher.eval().requires_grad_(False)
        self.examples = [example for example in examples if len(example.forms) <= plan.longest]
        self.optimiser = optimiser(model, plan)
        self.epoch = self.step = self.inside = 0
        self.saved = time.monotonic()
        self.total = plan.epochs * sum(1 for _ in self.batches(0))
        base = [group["lr"] for group in self.optimiser.param_groups]
        self.rates = base

    def batches(self, epoch: int):
        """The batches of one epoch."""
        chance = random.Random(f"{self.plan.seed}/{epoch}")
        plan, model = self.plan, self.model
        return training_batches(self.examples, model, plan.budget, plan.augmentation, chance, self.pools)

    def run(self) -> None:
        """Learn to the end, from wherever it stands."""
        while self.epoch < self.plan.epochs:
            self.run_epoch()
            self.epoch, self.inside = self.epoch + 1, 0
            self.save()
            print(json.dumps({"epoch": self.epoch, **evaluate(self.model, self.corpora, self.tokens, "dev")}), flush=True)

    def run_epoch(self) -> None:
        """The rest of the epoch it is in."""
        self.model.train()
        seen, losses, started = 0, {}, time.monotonic()
        for number, (batch, wanted) in enumerate(self.batches(self.epoch)):
            if number < self.inside:
                continue
            for name, loss in self.learn(batch, wanted).items():
                losses[name] = 0.98 * losses.get(name, loss) + 0.02 * loss
            seen += int(batch.lengths.sum())
            self.step, self.inside = self.step + 1, number + 1
            if self.step % 100 == 0:
                speed = round(seen / (time.monotonic() - started))
                shown = {name: round(loss, 3) for name, loss in losses.items()}
                print(f"step {self.step}/{self.total} pieces/s {speed} {shown}", flush=True)
            if time.monotonic() - self.saved > 300:
                self.save()

    def learn(self, batch, wanted) -> dict[str, float]:
        """One step."""
        for group, top in zip(self.optimiser.param_groups, self.rates):
            group["lr"] = top * rate(self.step, self.total, self.plan.warmup)
        heads = self.model.heads
        with rounded(self.model):
            columns = self.model(batch)
            losses = {name: heads[name].loss(columns[name], gold, batch.words) for name, gold in wanted.items()}
            total = sum(heads[name].weight * loss for name, loss in losses.items())
            if self.teacher is not None:
                taught = self.teacher(batch)
                total = total + sum(
                    heads[name].weight * heads[name].distance(columns[name], self.teacher.heads[name], taught[name], gold)
                    for name, gold in wanted.items()
                    if heads[name].taught
                )
            total.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), self.plan.clip)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        return {name: loss.item() for name, loss in losses.items()}

    def save(self) -> None:
        """Write the model and the state to go on from."""
        checkpoint.write_model(self.folder, self.model)
        state = {"epoch": self.epoch, "step": self.step, "inside": self.inside, "random": torch.get_rng_state()}
        checkpoint.write(self.folder / "state.pt", {**state, "optimiser": self.optimiser.state_dict()})
        self.saved = time.monotonic()

    def resume(self) -> None:
        """Go on where `state.pt` stands; the weights are in the model already."""
        state = torch.load(self.folder / "state.pt", weights_only=True)
        self.optimiser.load_state_dict(state["optimiser"])
        self.epoch, self.step, self.inside = state["epoch"], state["step"], state["inside"]
        torch.set_rng_state(state["random"])


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--tokens", type=Path, required=True, help="what `demarche corpus tokens` writes")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int, choices=sorted(KEPT_LAYERS), default=6)
    parser.add_argument("--pooled", type=int, help="layer from which there is one row a word (default: after the last)")
    parser.add_argument("--teacher", type=Path, help="a finished training to start from and to learn from")
    parser.add_argument("--start", type=Path, help="a finished training, or an encoder.demarche, to go on from at half the rates")
    parser.add_argument("--kept", type=int, nargs="+", help="the teacher's layers to start from")
    parser.add_argument("--inner", type=int, help="units of a feed-forward layer to keep (default: all)")
    parser.add_argument("--world", type=Path, default=WORLD, help="the folder of the project's lists of names")
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--resume", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    examples = read_training(options.corpora, options.tokens)
    resumed = options.resume and (options.out / "state.pt").exists()
    teacher = None if options.teacher is None else checkpoint.read_model(options.teacher)
    if resumed:
        model = checkpoint.read_model(options.out)
    elif options.start is not None:
        model = read_exported(options.start) if options.start.is_file() else checkpoint.read_model(options.start)
    elif teacher is not None:
        model = teacher.shortened(options.kept or KEPT_LAYERS[options.layers])
    else:
        base = read_base()
        pooled = options.layers if options.pooled is None else options.pooled
        endings = Endings.learn(form for example in examples for form in example.forms)
        size = Size(pieces=len(base.pieces), endings=len(endings.known), layers=options.layers, pooled=pooled)
        model = Model.learn(WordPieces(base.pieces), endings, size, examples)
        model.encoder.load_base(base, KEPT_LAYERS[options.layers])
    if options.inner is not None and not resumed:
        known = [example for example in examples if example.words is not None]
        model = thinned(model, options.inner, random.Random(options.seed).sample(known, min(1_000, len(known))))
    plan = Plan(epochs=options.epochs, seed=options.seed)
    if options.start is not None or teacher is not None:
        plan = replace(plan, encoder_rate=plan.encoder_rate / 2, head_rate=plan.head_rate / 2)
    pools = Pools.learn(examples, options.world if options.world.exists() else None)
    training = Training(model, examples, plan, options.out, options.corpora, options.tokens, pools, teacher)
    if resumed:
        training.resume()
    print(f"{len(training.examples)} sentences, {training.total} steps", file=sys.stderr)
    training.run()


if __name__ == "__main__":
    main()
