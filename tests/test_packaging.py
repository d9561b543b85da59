"""What is installed: every data file, and the compiled code where it can be."""

from __future__ import annotations

import tomllib
from fnmatch import fnmatch
from pathlib import Path

TOP = Path(__file__).parent.parent
NOT_INSTALLED = {".py", ".pyc", ".pyx", ".pxd", ".pxi", ".c", ".so", ".pyd"}


def test_every_data_file_is_packaged() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = project["tool"]["setuptools"]["package-data"]["*"]
    files = [path for path in (TOP / "src/speechclean").rglob("*") if path.is_file()]
    data = [path.name for path in files if path.suffix not in NOT_INSTALLED and "__pycache__" not in path.parts]
    assert data
    assert [name for name in data if not any(fnmatch(name, pattern) for pattern in patterns)] == []


def test_every_kernel_tells_its_types() -> None:
    native = TOP / "src/speechclean/native"
    assert {path.stem for path in native.glob("*.pyx")} == {path.stem for path in native.glob("*.pyi")}


def test_no_two_test_files_have_one_name() -> None:
    """Without packages pytest collects the second of two as the first, and stops."""
    names = [path.name for path in Path(__file__).parent.rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))
