import numpy
import pytest

from demarche_training import modelfile


def test_file_reads_back_and_tensors_are_aligned() -> None:
    tensors = {
        "small": numpy.arange(5, dtype="int8"),
        "floats": numpy.arange(6, dtype="<f4").reshape(2, 3),
    }
    content = modelfile.encode({"pieces": ["é"]}, tensors)
    header, found = modelfile.decode(content)
    assert header["pieces"] == ["é"]
    assert all((found[name] == tensor).all() for name, tensor in tensors.items())
    size = int.from_bytes(content[16:24], "little")
    assert (24 + size) % 64 == 0
    assert [row["offset"] for row in header["tensors"]] == [0, 64]
    assert len(content) % 64 == 0


def test_other_files_are_refused() -> None:
    with pytest.raises(ValueError, match="not a model file"):
        modelfile.decode(b"DEMARCHE" + b"\x09" + b"\0" * 40)
