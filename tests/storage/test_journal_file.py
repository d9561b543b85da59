"""The journal as a file: whole lines, one writer, and records found by text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from speechclean import Settings, clean
from speechclean.core.errors import JournalError, StorageError
from speechclean.core.journal import journal_record
from speechclean.storage.append import Writer
from speechclean.storage.journal import Place, Reader

KEEP = Settings(to="keep")


def record(data: bytes, path: str, settings: Settings = KEEP):
    result = clean(data, settings)
    return result.data, journal_record(result, path=path, tool="test")


def test_records_stack(tmp_path: Path) -> None:
    first = "國家的建設很好。  \n".encode()
    second, one = record(first, "a.txt")
    third, two = record(second, "a.txt", Settings())
    for entry in (one, two):
        with Writer(tmp_path / "j") as writer:
            writer.add(entry)
    with Reader(tmp_path / "j") as reader:
        assert [data for data, _ in reader.way_back(third, Place("a.txt"))] == [second, first]
        assert [data for data, _ in reader.way_back(second, Place("elsewhere/a.txt"))] == [first]
        assert list(reader.way_back(first, Place("a.txt"))) == []
        with pytest.raises(JournalError, match="changed since"):
            list(reader.way_back(b"other", Place("b/a.txt")))
        with pytest.raises(JournalError, match="no record"):
            list(reader.way_back(b"other", Place("b.txt")))


def test_a_file_is_never_its_own_ancestor_in_one_run(tmp_path: Path) -> None:
    noisy, plain = "好。  \n".encode(), "好。\n".encode()
    with Writer(tmp_path / "j") as writer:
        writer.add(record(noisy, "x/a.txt")[1])
        writer.add(record(plain, "y/a.txt")[1])
    with Reader(tmp_path / "j") as reader:
        assert [data for data, _ in reader.way_back(plain, Place("y/a.txt"))] == []
        assert [data for data, _ in reader.way_back(plain, Place("x/a.txt"))] == [noisy]


def test_many_equal_texts_cost_no_more_than_their_number(tmp_path: Path) -> None:
    empty, entry = record(b"", "a.txt")
    with Writer(tmp_path / "j") as writer:
        for number in range(2000):
            writer.add({**entry, "path": f"d/{number}.txt"})
    with Reader(tmp_path / "j") as reader:
        for number in range(2000):
            assert list(reader.way_back(empty, Place(f"d/{number}.txt"))) == []


def test_a_record_that_cannot_be_written_leaves_no_half(tmp_path: Path, monkeypatch) -> None:
    _, entry = record(b"x  \n", "a.txt")
    with Writer(tmp_path / "j") as writer:
        writer.add(entry)
        whole = (tmp_path / "j").read_bytes()

        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(StorageError, match="No space left"):
            writer.add(entry, sync=True)
    assert (tmp_path / "j").read_bytes() == whole


def test_one_writer(tmp_path: Path) -> None:
    with Writer(tmp_path / "j"), pytest.raises(StorageError, match="another run"):
        Writer(tmp_path / "j")
    Writer(tmp_path / "j").__exit__()
