"""The model file `encoder.demarche`: a header of JSON and tensors at aligned offsets. README.md has it byte by byte."""

import hashlib
import json
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy

MAGIC = b"DEMARCHE"
VERSION = 1
ALIGNMENT = 64
TYPES = {"int8": numpy.dtype("int8"), "float32": numpy.dtype("<f4")}
PREFIX = struct.Struct("<8sIIQ")
"""Magic, version, zero, bytes of the header."""

Tensors = Mapping[str, numpy.ndarray]


def aligned(size: int) -> int:
    """The next multiple of ALIGNMENT."""
    return -(-size // ALIGNMENT) * ALIGNMENT


def encode(header: dict[str, Any], tensors: Tensors) -> bytes:
    """The bytes of a model file; offsets count from the start of the data, which follows the header."""
    directory, offset = [], 0
    for name, tensor in tensors.items():
        kind = next(kind for kind, wanted in TYPES.items() if tensor.dtype == wanted)
        row = {"name": name, "type": kind, "shape": list(tensor.shape), "offset": offset, "bytes": tensor.nbytes}
        directory.append(row)
        offset = aligned(offset + tensor.nbytes)
    text = json.dumps({**header, "tensors": directory}, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (aligned(PREFIX.size + len(text)) - PREFIX.size - len(text))
    parts = [PREFIX.pack(MAGIC, VERSION, 0, len(text)), text]
    for tensor in tensors.values():
        parts += [tensor.tobytes(), b"\0" * (aligned(tensor.nbytes) - tensor.nbytes)]
    return b"".join(parts)


def decode(content: bytes) -> tuple[dict[str, Any], dict[str, numpy.ndarray]]:
    """Header and tensors of a model file."""
    magic, version, _, size = PREFIX.unpack_from(content)
    if magic != MAGIC or version != VERSION:
        raise ValueError(f"not a model file of version {VERSION}: {magic!r} {version}")
    header = json.loads(content[PREFIX.size : PREFIX.size + size])
    start = PREFIX.size + size
    tensors = {}
    for row in header["tensors"]:
        part = content[start + row["offset"] : start + row["offset"] + row["bytes"]]
        tensors[row["name"]] = numpy.frombuffer(part, TYPES[row["type"]]).reshape(row["shape"])
    return header, tensors


def write(path: Path, content: bytes) -> str:
    """Write the file and its SHA-256 beside it, as `sha256sum` does; the checksum."""
    path.write_bytes(content)
    checksum = hashlib.sha256(content).hexdigest()
    path.with_name(path.name + ".sha256").write_text(f"{checksum}  {path.name}\n", encoding="ascii")
    return checksum
