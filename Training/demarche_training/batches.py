"""Sentences to batches: word pieces, shapes, gold, padding."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from . import shapes
from .corpus import Example
from .encoder import Batch
from .model import Model
from .pools import Pools


@dataclass(frozen=True)
class Augmentation:
    """How often a sentence loses its casing, a word its pieces and a name its place to another."""

    recased: float = 0.0
    masked: float = 0.0
    swapped: float = 0.0


def batch(examples: Sequence[Example], model: Model) -> Batch:
    """The examples as one batch, nothing changed."""
    return _batch(examples, model, Augmentation(), random.Random(0))


def _batch(examples: Sequence[Example], model: Model, augmentation: Augmentation, chance: random.Random) -> Batch:
    vocabulary, endings = model.vocabulary, model.endings
    pieces: list[list[int]] = []
    shaped: list[list[int]] = []
    ended: list[list[int]] = []
    firsts: list[list[int]] = []
    for example in examples:
        recase = chance.random() < augmentation.recased
        classes = shapes.recased(example.forms, chance) if recase else shapes.shapes(example.forms)
        row, look, last, starts = [vocabulary.start], [int(shapes.Shape.START)], [0], [0]
        for form, kind in zip(example.forms, classes):
            numbers = vocabulary.of_word(form)
            if chance.random() < augmentation.masked:
                numbers = (vocabulary.mask,)
            starts.append(len(row))
            row += numbers
            look += [kind] * len(numbers)
            last += [endings.of_word(form)] * len(numbers)
        pieces.append(row)
        shaped.append(look)
        ended.append(last)
        firsts.append(starts)
    lengths = torch.tensor([len(row) for row in pieces])
    words = torch.tensor([len(example.forms) for example in examples])
    return Batch(_padded(pieces, 0), _padded(shaped, 0), _padded(ended, 0), lengths, _padded(firsts, 0), words)


def _padded(rows: Sequence[Sequence[int]], filler: int) -> Tensor:
    size = max(map(len, rows))
    return torch.tensor([[*row, *[filler] * (size - len(row))] for row in rows])


def grouped(lengths: Sequence[int], budget: int, chance: random.Random) -> list[list[int]]:
    """Numbers of sentences in batches of like length, at most `budget` padded pieces each, in random order."""
    order = sorted(range(len(lengths)), key=lambda number: (lengths[number] + chance.random() * 4, number))
    groups: list[list[int]] = [[]]
    for number in order:
        if groups[-1] and (len(groups[-1]) + 1) * max(lengths[number], *(lengths[i] for i in groups[-1])) > budget:
            groups.append([])
        groups[-1].append(number)
    chance.shuffle(groups)
    return groups


def training_batches(
    examples: Sequence[Example],
    model: Model,
    budget: int,
    augmentation: Augmentation,
    chance: random.Random,
    pools: Pools | None = None,
) -> Iterator[tuple[Batch, dict[str, Tensor]]]:
    """One epoch of batches and what each head shall say; the same `chance` gives the same batches."""
    of_word = model.vocabulary.of_word
    lengths = [1 + sum(len(of_word(form)) for form in example.forms) for example in examples]
    for group in grouped(lengths, budget, chance):
        chosen = [examples[number] for number in group]
        wanted = {name: found for name, head in model.heads.items() if (found := head.gathered(chosen)) is not None}
        if pools is not None:
            chosen = [pools.swapped(example, augmentation.swapped, chance) for example in chosen]
        yield _batch(chosen, model, augmentation, chance), wanted
