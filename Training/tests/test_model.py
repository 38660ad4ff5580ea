"""The model as a whole, small and untrained."""

import random

import pytest

torch = pytest.importorskip("torch")

from demarche_training.batches import Augmentation, training_batches
from demarche_training.conllu import Word
from demarche_training.corpus import Example
from demarche_training.encoder import Size
from demarche_training.endings import Endings
from demarche_training.export import header, tensors
from demarche_training.model import Model
from demarche_training.predict import predict
from demarche_training.quantise import Int8Linear, quantised
from demarche_training.wordpieces import WordPieces

VOCABULARY = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[MASK]", "troops", "left", "iraq", ".", "the", "##s"])


def example(*rows: str, names: str | None = None) -> Example:
    """`form lemma upos head relation`."""
    cells = [row.split() for row in rows]
    words = tuple(Word(form, lemma, upos, "_", int(head), relation) for form, lemma, upos, head, relation in cells)
    return Example("x", tuple(word.form for word in words), words, None if names is None else tuple(names.split()))


EXAMPLES = [
    example("Troops troop NOUN 2 nsubj", "left leave VERB 0 root", "Iraq Iraq PROPN 2 obj", ". . PUNCT 2 punct", names="O O B-LOC O"),
    example("left leave VERB 0 root"),
]


@pytest.fixture
def model() -> Model:
    torch.manual_seed(0)
    size = Size(pieces=len(VOCABULARY.pieces), endings=2, layers=2, pooled=2, hidden=24, inner=48, attention=3, positions=32)
    return Model.learn(VOCABULARY, Endings(["", "ops"]), size, EXAMPLES * 5).eval()


def test_reads_every_word_and_a_tree(model: Model) -> None:
    for one, reading in zip(EXAMPLES, predict(model, EXAMPLES)):
        assert len(reading.tags) == len(reading.names) == len(reading.lemmas) == len(one.forms)
        assert [head for head, _ in reading.tree].count(0) == 1
        assert all((head == 0) == (relation == "root") for head, relation in reading.tree)


def test_padding_changes_nothing(model: Model) -> None:
    together = predict(model, EXAMPLES)
    assert together == [predict(model, [one])[0] for one in EXAMPLES]


def test_a_step_lowers_every_loss(model: Model) -> None:
    optimiser = torch.optim.Adam(model.parameters(), 1e-2)

    def losses() -> dict[str, float]:
        ((batch, wanted),) = training_batches(EXAMPLES, model, 64, Augmentation(), random.Random(0))
        columns = model(batch)
        found = {name: model.heads[name].loss(columns[name], gold) for name, gold in wanted.items()}
        sum(found.values()).backward()
        return {name: loss.item() for name, loss in found.items()}

    before = losses()
    for _ in range(30):
        optimiser.step()
        optimiser.zero_grad()
        after = losses()
    assert set(after) == {"tags", "features", "lemmas", "names", "tree"}
    assert all(after[name] <= before[name] for name in after)
    assert after["tree"] < before["tree"] / 2


def test_int8_is_close_and_a_rebuilt_model_is_the_same(model: Model) -> None:
    linear = torch.nn.Linear(16, 8)
    rows = torch.randn(5, 16)
    assert torch.allclose(Int8Linear(linear)(rows), linear(rows), atol=0.05)
    again = Model.rebuild(model.settings).eval()
    again.load_state_dict(model.state_dict())
    assert predict(again, EXAMPLES) == predict(model, EXAMPLES)
    assert len(predict(quantised(model), EXAMPLES)) == 2


def test_export_has_all_columns(model: Model) -> None:
    columns = sum(head["width"] for head in header(model)["heads"])
    found = tensors(model)
    assert found["heads.weight"].shape == (columns, 24)
    assert found["layers.1.qkv.weight"].dtype == "int8"
    assert header(model)["heads"][-1]["first"] == columns - header(model)["heads"][-1]["width"]


def test_a_shorter_model_learns_from_a_longer_one(model: Model) -> None:
    short = model.shortened([1])
    assert len(short.encoder.layers) == 1 and len(model.encoder.layers) == 2
    ((batch, wanted),) = training_batches(EXAMPLES, model, 64, Augmentation(), random.Random(0))
    mine, taught = short(batch), model(batch)
    for name, gold in wanted.items():
        head = model.heads[name]
        assert head.distance(taught[name], head, taught[name], gold).item() == pytest.approx(0, abs=1e-6)
        assert short.heads[name].distance(mine[name], head, taught[name], gold).item() > 0 or head.width == 1
