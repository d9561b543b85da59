"""`--encoding` and `--encoding-errors`: bytes that no encoding can read are kept on record, or fail their file."""

from __future__ import annotations

from pathlib import Path

import pytest

TEXT = "各位代表，过去的一年，全县经济社会发展取得了新的成绩，人民生活继续改善。\n"
BAD = TEXT.encode("gb18030") * 3 + b"\xff\xff" + TEXT.encode("gb18030") * 3


@pytest.fixture
def files(place: Path) -> Path:
    (place / "in").mkdir()
    (place / "in" / "bad.txt").write_bytes(BAD)
    (place / "in" / "good.txt").write_bytes(TEXT.encode("gb18030"))
    return place / "in"


@pytest.mark.parametrize("options", [(), ("--encoding-errors", "keep")], ids=["default", "keep"])
def test_bad_bytes_are_kept_on_record(run, files, options) -> None:
    assert run("fix", "in", "--journal", "j", *options).status == 0
    text = Path("cleaned/bad.txt").read_text(encoding="utf-8")
    assert text.replace("\ufffd", "") == TEXT * 6
    assert "\ufffd" in text
    assert run("restore", "cleaned", "--journal", "j").status == 0
    assert Path("restored/bad.txt").read_bytes() == BAD
    assert Path("restored/good.txt").read_bytes() == TEXT.encode("gb18030")


@pytest.mark.parametrize("command", ["fix", "check"])
def test_or_fail_their_file_and_no_other(run, files, command) -> None:
    ran = run(command, "in", "--encoding-errors", "fail")
    assert ran.status == 2
    offset = len(TEXT.encode("gb18030")) * 3
    assert f"in/bad.txt: 2 bytes are not gb18030, the first (0xff) at offset {offset}" in ran.err
    if command == "fix":
        assert [path.name for path in Path("cleaned").iterdir()] == ["good.txt"]
        assert Path("cleaned/good.txt").read_text(encoding="utf-8") == TEXT


def test_a_stream_that_fails_writes_nothing(run) -> None:
    ran = run("fix", "--encoding-errors", "fail", stdin=BAD)
    assert (ran.status, ran.out) == (2, b"")
    assert run("fix", "--encoding-errors", "fail", stdin=TEXT.encode("gb18030")).out == TEXT.encode()


def test_a_named_encoding_asks_no_other_evidence(run) -> None:
    assert run("fix", "--encoding", "big5", "--to", "keep", stdin="國家".encode("big5")).text == "國家\n"
    assert run("fix", "--encoding", "latin-1", "--ignore", "all", stdin="国家".encode("gbk")).text == "¹ú¼Ò\n"
    ran = run("fix", "--encoding", "no-such", stdin="国家")
    assert ran.status == 2
    assert "no-such" in ran.err


def test_bytes_that_could_not_be_decoded_are_told_of(run, place) -> None:
    """By every command that reads them, whether it writes or not; quiet is quiet."""
    Path("bad.txt").write_bytes(BAD)
    offset = len(TEXT.encode("gb18030")) * 3
    told = f"2 bytes undecodable as gb18030, the first at offset {offset}; U+FFFD stands there"
    for arguments in (("fix", "bad.txt"), ("fix", "bad.txt", "--diff"), ("check", "bad.txt")):
        assert f"bad.txt: {told}\n" in run(*arguments).err
        assert told not in run(*arguments, "-q", *(("--force",) if arguments[0] == "fix" else ())).err
    assert run("fix", "bad.txt", "--force").err.endswith(" · undecodable bytes in 1 text\n")
    for command in ("fix", "check"):
        assert f"<stdin>: {told}\n" in run(command, stdin=BAD).err
    Path("good.txt").write_bytes(TEXT.encode("gb18030"))
    assert "decodable" not in run("fix", "good.txt").err


def test_an_encoding_that_was_named_wrongly_is_told_of(run, place) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    for ran in (run("fix", "a.txt", "--encoding", "ascii"), run("fix", "--encoding", "ascii", stdin=TEXT)):
        assert (
            "bytes undecodable as ascii, the first at offset 0; U+FFFD stands there; that encoding was named" in ran.err
        )


def test_many_texts_with_such_bytes_are_told_of_in_few_lines(run, place) -> None:
    for number in range(30):
        Path(f"{number}.txt").write_bytes(BAD)
    ran = run("fix", *(f"{number}.txt" for number in range(30)))
    assert ran.err.count("undecodable as") == 20
    assert ran.err.endswith(" · undecodable bytes in 30 texts\n")


def test_they_are_told_of_in_chinese(run, place) -> None:
    Path("bad.txt").write_bytes(BAD)
    Path("no text").write_bytes(b"\0\0\0\1")
    told = run("fix", "bad.txt", ".", "--glob", "no text", "--lang", "zh").err
    assert told.splitlines()[-1].endswith(" · 跳过 1 个非文本文件（-v 列出） · 1 篇文字有解不出的字节"), told
