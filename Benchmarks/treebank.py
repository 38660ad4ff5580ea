"""Treebanks as they were before they were cut: running text, one paragraph a line."""

import lzma


def lines(path):
    opened = lzma.open(path, "rt", encoding="utf-8") if path.endswith(".xz") else open(path, encoding="utf-8")
    with opened as file:
        yield from (line.rstrip("\n") for line in file)


class Sentence:
    """The tokens of one sentence: (form, whether a space follows, its syntactic words)."""

    def __init__(self):
        self.begins_paragraph = False
        self.tokens = []

    @property
    def text(self):
        return "".join(form + (" " if space else "") for form, space, _ in self.tokens)


def read(path):
    """The sentences of a CoNLL-U file."""
    sentences, sentence, inside = [], Sentence(), 0
    for line in lines(path):
        if not line:
            if sentence.tokens:
                sentences.append(sentence)
            sentence, inside = Sentence(), 0
        elif line.startswith("#"):
            if line.startswith(("# newpar", "# newdoc")):
                sentence.begins_paragraph = True
        else:
            cells = line.split("\t")
            space = "SpaceAfter=No" not in cells[9]
            if "-" in cells[0]:
                first, last = map(int, cells[0].split("-"))
                sentence.tokens.append((cells[1], space, []))
                inside = last - first + 1
            elif "." not in cells[0]:
                if inside:
                    sentence.tokens[-1][2].append(cells[1])
                    inside -= 1
                else:
                    sentence.tokens.append((cells[1], space, [cells[1]]))
    return sentences


def raw(sentences):
    """The text of sentences, an empty line between paragraphs."""
    paragraphs = []
    for sentence in sentences:
        if sentence.begins_paragraph or not paragraphs:
            paragraphs.append("")
        paragraphs[-1] += sentence.text
    return "\n\n".join(paragraph.strip() for paragraph in paragraphs) + "\n"
