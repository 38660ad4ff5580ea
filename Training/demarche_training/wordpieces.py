"""Word pieces: from a word as written to numbers of pieces. README.md gives the rules for the Swift side."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

UNKNOWN = "[UNK]"
START = "[CLS]"
MASK = "[MASK]"
MAX_PIECES = 8
MAX_CHUNK = 100
QUOTES = {**dict.fromkeys("‘’‚‛`´′", "'"), **dict.fromkeys("“”„‟«»″", '"')}


def is_punctuation(scalar: str) -> bool:
    """BERT's rule: ASCII that is neither letter, digit, space nor control, and every Unicode P*."""
    return scalar in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~" or unicodedata.category(scalar)[0] == "P"


def chunks(word: str) -> list[str]:
    """The word normalised (quotes, lower case, no accents) and cut at spaces and punctuation."""
    found: list[str] = [""]
    for written in word:
        for scalar in unicodedata.normalize("NFD", QUOTES.get(written, written).lower()):
            category = unicodedata.category(scalar)
            if category[0] == "Z" or scalar in "\t\n\r":
                found.append("")
            elif category in ("Mn", "Cc", "Cf") or scalar == "\ufffd":
                continue
            elif is_punctuation(scalar):
                found += [scalar, ""]
            else:
                found[-1] += scalar
    return [chunk for chunk in found if chunk]


def is_kept(piece: str) -> bool:
    """Whether a piece stays in the vocabulary: no [unused], no letter outside Latin."""
    if piece.startswith("[unused"):
        return False
    letters = (scalar for scalar in piece.removeprefix("##") if unicodedata.category(scalar)[0] in "LM")
    return all(scalar.isascii() or unicodedata.name(scalar, "").startswith("LATIN") for scalar in letters)


class WordPieces:
    """A vocabulary and its greedy longest-match segmentation."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self.pieces = list(pieces)
        self.numbers = {piece: number for number, piece in enumerate(pieces)}
        self.unknown = self.numbers[UNKNOWN]
        self.start = self.numbers[START]
        self.mask = self.numbers[MASK]
        self.of_word = lru_cache(maxsize=1 << 17)(self._of_word)

    def _of_word(self, word: str) -> tuple[int, ...]:
        """Piece numbers of one word: at least one, at most MAX_PIECES."""
        found: list[int] = []
        for chunk in chunks(word):
            found += self._of_chunk(chunk)
        return tuple(found[:MAX_PIECES]) or (self.unknown,)

    def _of_chunk(self, chunk: str) -> list[int]:
        if len(chunk) > MAX_CHUNK:
            return [self.unknown]
        found: list[int] = []
        start = 0
        while start < len(chunk):
            prefix = "##" if start else ""
            for end in range(len(chunk), start, -1):
                number = self.numbers.get(prefix + chunk[start:end])
                if number is not None:
                    break
            else:
                return [self.unknown]
            found.append(number)
            start = end
        return found


def kept_rows(pieces: Iterable[str]) -> list[int]:
    """Rows of the packaged vocabulary that are kept."""
    return [row for row, piece in enumerate(pieces) if is_kept(piece)]
