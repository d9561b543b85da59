"""The compiled code is there where it must be, and stays away when it is told to."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import speechclean.native
from speechclean.core import traits

KERNELS = sorted(path.stem for path in Path(speechclean.native.__file__).parent.glob("*.pyi"))
STATUS = "from speechclean.native import scanner, wanted; print(wanted(), scanner() is None)"


def run(code: str, **environment: str) -> str:
    variables = {**os.environ, **environment}
    done = subprocess.run(
        [sys.executable, "-c", code], env=variables, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return done.stdout.strip()


@pytest.mark.parametrize("name", KERNELS)
@pytest.mark.skipif(not os.environ.get("CI"), reason="only where a compiler is certain")
def test_every_kernel_is_built_in_ci(name: str) -> None:
    assert run(f"import speechclean.native.{name} as kernel; print(kernel.__file__)").endswith((".so", ".pyd"))


@pytest.mark.parametrize("name", KERNELS)
def test_no_kernel_is_older_than_what_it_is_made_of(name: str) -> None:
    """One that is, reads what the Python beside it no longer writes: `python setup.py build_ext --inplace` mends it."""
    room = Path(speechclean.native.__file__).parent
    built = [path for path in room.glob(f"{name}.*") if path.suffix in {".so", ".pyd"}]
    sources = [room / f"{name}.pyx", *(room / included for included in _included(room / f"{name}.pyx"))]
    assert all(path.stat().st_mtime >= source.stat().st_mtime for path in built for source in sources)


def _included(source: Path) -> set[str]:
    """The names of the files that a kernel takes in."""
    words = source.read_text(encoding="utf-8").replace('"', " ").split()
    return {word for word in words if word.endswith(".pxi")}


def test_traits_have_the_same_numbers_in_both_places() -> None:
    lines = (Path(speechclean.native.__file__).parent / "traits.pxd").read_text(encoding="utf-8").splitlines()
    compiled = dict(line.split(" = ") for line in map(str.strip, lines) if re.fullmatch(r"[A-Z_]+ = [0-9]+", line))
    told = {name: str(number) for name, number in vars(traits).items() if name.isupper() and name != "ALL"}
    assert compiled == told
    assert told


def test_a_variable_switches_it_off() -> None:
    assert run(STATUS, SPEECHCLEAN_PURE="1") == "False True"


@pytest.mark.parametrize("value", ["", "0"])
def test_an_empty_variable_or_0_leaves_it_on(value: str) -> None:
    assert run(STATUS, SPEECHCLEAN_PURE=value).startswith("True ")


CORPUS = Path(__file__).parent.parent / "corpus"
CLEANED = f"""
import hashlib, json, pathlib
from speechclean import Cleaner
clean, digest = Cleaner(), hashlib.sha256()
for path in sorted(pathlib.Path({str(CORPUS)!r}).glob("*/*.jsonl")):
    for line in path.open(encoding="utf-8"):
        result = clean(json.loads(line)["text"])
        digest.update(repr((result.text, result.edits, result.notes, result.failures)).encode("utf-8", "surrogatepass"))
print(digest.hexdigest())
"""


def test_both_ways_clean_the_corpora_alike() -> None:
    assert run(CLEANED, SPEECHCLEAN_PURE="1") == run(CLEANED, SPEECHCLEAN_PURE="0")
