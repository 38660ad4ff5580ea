"""Reading text files that may be packed with xz."""

import lzma
from pathlib import Path


def read_text(path: Path) -> str:
    """The text of `path`, or of `path` + ".xz" where only that exists."""
    if not path.exists():
        path = path.with_name(path.name + ".xz")
    if path.suffix == ".xz":
        return lzma.open(path, "rt", encoding="utf-8").read()
    return path.read_text(encoding="utf-8")
