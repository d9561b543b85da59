"""What earlier runs did is known again, however they ended, and does not grow without end."""

from __future__ import annotations

from pathlib import Path

import pytest

from speechclean.storage import manifest
from speechclean.storage.append import BusyError
from speechclean.storage.manifest import Entry, Manifest

ENTRY = Entry("before", "after", 3, 7, {"cleaned": 1}, 12)


def run(path: Path, key: str, *names: str, ends: bool = True) -> None:
    made = Manifest(path, key, None)
    made.begin()
    made.add([(name, ENTRY) for name in names], 0)
    made.end() if ends else made.file.close()


def test_what_was_done_is_known(tmp_path: Path) -> None:
    run(tmp_path / "m", "key", "a", "b")
    found = Manifest(tmp_path / "m", "key", None)
    assert found.known("a") == (ENTRY, True)
    assert found.known("c") is None
    assert not found.broken_off
    with pytest.raises(BusyError):
        Manifest(tmp_path / "m", "key", None)
    found.file.close()
    other = Manifest(tmp_path / "m", "other", None)
    assert other.known("a") == (ENTRY, False)
    other.file.close()


def test_half_a_line_is_cut_off(tmp_path: Path) -> None:
    run(tmp_path / "m", "key", "a", ends=False)
    with (tmp_path / "m").open("ab") as file:
        file.write(b'["b","before","af')
    found = Manifest(tmp_path / "m", "key", None)
    assert found.broken_off
    assert (found.known("a"), found.known("b")) == ((ENTRY, True), None)
    found.file.close()
    assert (tmp_path / "m").read_bytes().endswith(b"\n")


def test_lines_that_no_longer_hold_go(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(manifest, "STALE", 10)
    for number in range(40):
        run(tmp_path / "m", f"key {number % 3}", "a", "b", f"only {number % 3}")
    assert len((tmp_path / "m").read_bytes().splitlines()) < 40
    found = Manifest(tmp_path / "m", "key 0", None)
    assert found.known("a") == (ENTRY, True)
    assert found.known("only 1") == (ENTRY, False)
    found.file.close()
