"""What the Corpus's size gives: events alone, learnt from shares of its training reports.

usage: python -m demarche_training.curve --tokens TOKENS [--shares 25 50 75 100] [--epochs 3]

Prints a line a share: figures on the development part, as `evaluate` gives them. Every run starts from the packaged weights and
sees its reports as often as the others theirs, so that more reports also mean more steps.
"""

import argparse
import json
import random
from pathlib import Path

import torch

from .base import read_base
from .batches import Augmentation, training_batches
from .corpus import Example, read_annotated
from .encoder import Size
from .endings import Endings
from .evaluate import event_figures
from .heads.acts import Acts
from .heads.roles import Roles
from .heads.statuses import Statuses
from .model import Model
from .predict import predict
from .train import KEPT_LAYERS, Plan, optimiser, rate
from .wordpieces import WordPieces


def of_share(examples: list[Example], percent: int) -> list[Example]:
    """The sentences of so many of a hundred reports; a larger share holds the smaller ones."""
    reports = sorted({example.id.split("-")[0] for example in examples})
    random.Random(1).shuffle(reports)
    chosen = set(reports[: len(reports) * percent // 100])
    return [example for example in examples if example.id.split("-")[0] in chosen]


def learn(examples: list[Example], inventory: list[Example], plan: Plan) -> Model:
    """A model of events alone."""
    base = read_base()
    endings = Endings.learn(form for example in examples for form in example.forms)
    size = Size(pieces=len(base.pieces), endings=len(endings.known))
    model = Model(WordPieces(base.pieces), endings, size, [head.learn(inventory) for head in (Acts, Statuses, Roles)])
    model.encoder.load_base(base, KEPT_LAYERS[size.layers])
    optimise = optimiser(model, plan)
    tops = [group["lr"] for group in optimise.param_groups]
    batches = [
        batch
        for epoch in range(plan.epochs)
        for batch in training_batches(examples, model, plan.budget, Augmentation(masked=0.05), random.Random(f"{plan.seed}/{epoch}"))
    ]
    model.train()
    for step, (batch, wanted) in enumerate(batches):
        for group, top in zip(optimise.param_groups, tops):
            group["lr"] = top * rate(step, len(batches), plan.warmup)
        columns = model(batch)
        loss = sum(model.heads[name].weight * model.heads[name].loss(columns[name], gold, batch.words) for name, gold in wanted.items())
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), plan.clip)
        optimise.step()
        optimise.zero_grad(set_to_none=True)
    return model


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tokens", type=Path, required=True)
    parser.add_argument("--shares", type=int, nargs="+", default=[25, 50, 75, 100])
    parser.add_argument("--epochs", type=int, default=3)
    options = parser.parse_args()
    torch.set_num_threads(2)
    train, dev = (read_annotated(options.tokens, part) for part in ("train", "dev"))
    for share in options.shares:
        torch.manual_seed(1)
        examples = of_share(train, share)
        model = learn(examples, train, Plan(epochs=options.epochs))
        found = event_figures(model, dev, predict(model, dev))
        told = sum(len(example.events or ()) for example in examples)
        print(json.dumps({"share": share, "sentences": len(examples), "events": told, **found}), flush=True)


if __name__ == "__main__":
    main()
