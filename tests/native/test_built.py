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

ROOM = Path(speechclean.native.__file__).parent
HOUSE = ROOM.parent
KERNELS = sorted(ROOM.glob("*.pyx"))
MODULES = sorted(path for types in HOUSE.glob("**/*.pxd") if (path := types.with_suffix(".py")).exists())
SOURCES = [pytest.param(path, id=path.relative_to(HOUSE).as_posix()) for path in (*KERNELS, *MODULES)]
STATUS = "from speechclean.native import scanner, wanted; print(wanted(), scanner() is None)"


def run(code: str, **environment: str) -> str:
    variables = {**os.environ, **environment}
    done = subprocess.run(
        [sys.executable, "-c", code], env=variables, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return done.stdout.strip()


def imported_from(source: Path, **environment: str) -> str:
    """The file that the module made of a source is imported from."""
    name = ".".join(("speechclean", *source.relative_to(HOUSE).with_suffix("").parts))
    return run(f"import {name} as module; print(module.__file__)", **environment)


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.skipif(not os.environ.get("CI"), reason="only where a compiler is certain")
def test_all_that_can_be_compiled_is_in_ci(source: Path) -> None:
    assert imported_from(source).endswith((".so", ".pyd"))


@pytest.mark.parametrize("source", SOURCES)
def test_nothing_compiled_is_older_than_what_it_is_made_of(source: Path) -> None:
    """What is, is not what the source says: `python setup.py build_ext --inplace` mends it."""
    built = [path for path in source.parent.glob(f"{source.stem}.*") if path.suffix in {".so", ".pyd"}]
    types = source.with_suffix(".pxd")
    parts = [source, *filter(Path.exists, [types]), *(source.parent / name for name in _included(source))]
    assert all(path.stat().st_mtime >= part.stat().st_mtime for path in built for part in parts)


def test_nothing_is_compiled_that_no_source_asks_for() -> None:
    """Python would read it in place of the module beside it, however old it is: delete it."""
    built = {path.with_name(path.name.partition(".")[0]) for path in HOUSE.rglob("*") if path.suffix in {".so", ".pyd"}}
    assert built <= {source.with_suffix("") for source in (*KERNELS, *MODULES)}


def _included(source: Path) -> set[str]:
    """The names of the files that a source takes in."""
    words = source.read_text(encoding="utf-8").replace('"', " ").split()
    return {word for word in words if word.endswith(".pxi")}


@pytest.mark.parametrize("source", [pytest.param(path, id=path.stem) for path in MODULES[:3]])
def test_a_compiled_module_is_left_alone_where_that_is_told(source: Path) -> None:
    assert imported_from(source, SPEECHCLEAN_PURE="1").endswith(".py")


def test_no_kernel_is_called_as_what_asks_for_one() -> None:
    """The module would stand in its place as soon as it is imported."""
    names = re.findall(r"^def (\w+)", (ROOM / "__init__.py").read_text(encoding="utf-8"), re.MULTILINE)
    assert names
    assert {source.stem for source in KERNELS}.isdisjoint(names)


@pytest.mark.parametrize("source", [pytest.param(path, id=path.name) for path in sorted(ROOM.glob("*.p[xy][xid]"))])
def test_no_constant_of_an_enumeration_is_beyond_an_int(source: Path) -> None:
    """Not all compilers make a wider type of it: in some 0xFFFFFFFF is -1."""
    lines = re.findall(r"^    [A-Z_]+ = (0x[0-9A-Fa-f]+|\d+)\b", source.read_text(encoding="utf-8"), re.MULTILINE)
    assert all(int(number, 0) < 1 << 31 for number in lines)


def test_traits_have_the_same_numbers_in_both_places() -> None:
    lines = (ROOM / "traits.pxd").read_text(encoding="utf-8").splitlines()
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
