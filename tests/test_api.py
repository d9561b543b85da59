"""What comes in at the front door: texts and bytes of every kind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from speechclean import Result, clean, journal, restore
from speechclean.core.edit import cut
from speechclean.core.errors import JournalError
from speechclean.core.patch import Patch

TEXT = "各位領導，大家好。\n加微信 abc12345 領取資料。\n今天講話。"


class Named(str):
    """A text with a name, as numpy.str_ is one."""

    __slots__ = ()


class Disguised(str):
    """A text that says it is another one, wherever it is asked."""

    __slots__ = ()

    def __str__(self) -> str:
        return "another"

    def __getitem__(self, _: object) -> str:
        return "another"

    def startswith(self, *_: object) -> bool:
        return False


class Held(bytes):
    """Bytes that are read otherwise."""

    def decode(self, *_: object) -> str:
        return "another"


@pytest.mark.parametrize("kind", [Named, Disguised])
@pytest.mark.parametrize("text", [TEXT, TEXT + "\n", TEXT.replace("\n", "\r\n"), "現在", "", "\ud800", "😀現"])
def test_a_text_of_another_class_is_read_as_its_characters(kind: type[str], text: str) -> None:
    result, plain = clean(kind(text)), clean(text)
    assert (result.text, result.edits, result.notes, result.failures) == (plain.text, plain.edits, plain.notes, ())
    assert type(result.text) is type(result.given) is str
    assert result.restore() == restore(kind(result.text), journal(result)) == text


@pytest.mark.parametrize("kind", [Held, bytearray, memoryview])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_bytes_of_another_class_are_read_as_bytes(kind: type[bytes], encoding: str) -> None:
    data = TEXT.encode(encoding)
    result = clean(kind(data))
    assert (result.text, result.encoding) == (clean(data).text, clean(data).encoding)
    assert result.restore() == restore(kind(result.data), journal(result)) == data


def test_a_result_stays_when_the_bytes_that_were_given_change() -> None:
    data = bytearray(TEXT.encode())
    result = clean(data)  # type: ignore[arg-type]  # what may come in, whatever is asked for
    data[:] = bytes(len(data))
    assert result.restore() == TEXT.encode()


@pytest.mark.parametrize("given", [None, 5, [1, 2], object()])
def test_what_is_neither_text_nor_bytes_is_refused(given: object) -> None:
    with pytest.raises(TypeError, match="a text is str or bytes, not "):
        clean(given)  # type: ignore[arg-type]  # that is the test


@pytest.mark.parametrize("kind", [str, Named, Disguised])
def test_a_patch_changes_a_text_of_any_class(kind: type[str]) -> None:
    patch = Patch.collect([cut(TEXT, 2, 4)])
    assert patch.apply(kind(TEXT)) == TEXT[:2] + TEXT[4:]


def kept(path: Path, *results: Result) -> str:
    """The path of a journal of these results."""
    path.write_text("".join(json.dumps(journal(result, "a.txt")) + "\n" for result in results), encoding="utf-8")
    return str(path)


def test_a_journal_leads_back_through_the_run_that_changed_the_text(tmp_path: Path) -> None:
    """A run that came later and found nothing is no way back."""
    first = clean(TEXT.encode("gb18030"))
    place = kept(tmp_path / "j", first, clean(first.data))
    assert restore(first.data, place) == restore(first.data, Path(place)) == TEXT.encode("gb18030")
    unchanged = clean("大家好。\n".encode())
    assert restore(unchanged.data, kept(tmp_path / "k", unchanged)) == unchanged.data


def test_several_originals_of_one_text_are_told_of(tmp_path: Path) -> None:
    results = [clean(text.encode()) for text in (TEXT, TEXT + "\n\n\n\n")]
    assert results[0].data == results[1].data
    with pytest.raises(JournalError, match="several originals"):
        restore(results[0].data, kept(tmp_path / "j", *results))


def test_what_is_no_journal_is_refused() -> None:
    with pytest.raises(TypeError, match="its path or one record of it, not list"):
        restore("好", [])  # type: ignore[arg-type]  # that is the test
    with pytest.raises(JournalError, match=r"nowhere\.jsonl"):
        restore("好", "nowhere.jsonl")
