"""How often the right encoding is found, and what is left of the text: the numbers that docs/decoding.md gives."""

from __future__ import annotations

import random
from difflib import SequenceMatcher

import pytest
from bytes_of import codec, damaged, snippets

from speechclean import Settings, clean
from speechclean.decode import decode

KINDS = [("utf-8", "hans"), ("gb18030", "hans"), ("gb18030", "hant"), ("big5", "hant"), ("hz", "hans")]
WIDE = [(encoding, script) for encoding in ("utf-16-le", "utf-16-be") for script in ("hans", "hant")]


def right(text: str, encoding: str) -> bool:
    decoded, receipt = decode(text.encode(codec(encoding)))
    return decoded == text and receipt.encoding == encoding


@pytest.mark.parametrize("length", [4, 8])
@pytest.mark.parametrize(("encoding", "script"), KINDS)
def test_a_few_characters(encoding: str, script: str, length: int) -> None:
    hits = sum(right(text, encoding) for text in snippets(script, length, 200))
    assert hits >= 190


@pytest.mark.parametrize("length", [16, 64, 400])
@pytest.mark.parametrize(("encoding", "script"), KINDS)
def test_more_characters(encoding: str, script: str, length: int) -> None:
    assert sum(right(text, encoding) for text in snippets(script, length, 200)) >= 198


@pytest.mark.parametrize("length", [8, 16, 64, 400])
@pytest.mark.parametrize(("encoding", "script"), WIDE)
def test_wide_without_bom(encoding: str, script: str, length: int) -> None:
    assert sum(right(text, encoding) for text in snippets(script, length, 200)) >= 198


def others_intact(text: str, decoded: str, allowed: int) -> bool:
    codes = SequenceMatcher(None, text, decoded, autojunk=False).get_opcodes()
    return sum(max(to - at, end - start) for tag, at, to, start, end in codes if tag != "equal") <= allowed


@pytest.mark.parametrize("bad", ["never valid", "any high"])
@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("encoding", "script"), KINDS[:4])
def test_bad_bytes_anywhere(encoding: str, script: str, count: int, bad: str) -> None:
    """Bytes that stand for nothing; and bytes that may make another character, which nobody can see."""
    dice, hits = random.Random(f"{encoding} {count}"), 0
    texts = snippets(script, 400, 200)
    for text in texts:
        data = damaged(text.encode(codec(encoding)), count, dice, bad)
        decoded, receipt = decode(data)
        assert receipt.encode(decoded) == data
        assert receipt.lost or bad == "any high"
        named = receipt.encoding.startswith(encoding)  # a byte may make a character that only Hong Kong's Big5 has
        hits += named and others_intact(text, decoded, 2 * count)
    assert hits >= (198 if bad == "never valid" else 196)


@pytest.mark.parametrize(("encoding", "script"), KINDS[1:4])
def test_a_lost_byte(encoding: str, script: str) -> None:
    """What the decoder cannot see, since every byte behind it still makes a character, the rules read again."""
    repairing = Settings(to="keep", select=("transport", "shift"))
    dice, hits = random.Random(f"{encoding} lost"), 0
    for text in snippets(script, 400, 100):
        data = text.encode(codec(encoding))
        place = dice.randrange(len(data))
        result = clean(data[:place] + data[place + 1 :], repairing)
        assert result.encoding == encoding
        hits += others_intact(text, result.text, 3)
    assert hits >= 95


@pytest.mark.parametrize(("encoding", "script"), KINDS[:4])
def test_cut_inside_a_character(encoding: str, script: str) -> None:
    hits = 0
    texts = [text for text in snippets(script, 64, 300) if not text[-1].isascii()][:200]
    for text in texts:
        decoded, receipt = decode(text.encode(codec(encoding))[:-1])
        hits += receipt.encoding == encoding and decoded == text[:-1] + "\ufffd" and len(receipt.undecodable) == 1
    assert hits >= 0.99 * len(texts)


@pytest.mark.parametrize(("encoding", "script"), KINDS[:4])
def test_late_after_ascii(encoding: str, script: str) -> None:
    ascii_part = "The quick brown fox jumps over the lazy dog.\n" * 7000
    texts = snippets(script, 200, 25)
    assert all(right(ascii_part + text, encoding) for text in texts)


@pytest.mark.parametrize("length", [16, 400])
def test_the_euro_of_cp936(length: int) -> None:
    dice, hits = random.Random(length), 0
    for text in snippets("hans", length, 200):
        place = dice.randrange(length)
        data = text[:place].encode("gbk") + b"\x80" + text[place:].encode("gbk")
        decoded, receipt = decode(data)
        assert receipt.encode(decoded) == data
        hits += decoded == text[:place] + "€" + text[place:] and receipt.encoding == "gb18030"
    assert hits >= 198


PAIRS = [("utf-8", "gb18030"), ("gb18030", "utf-8"), ("utf-8", "big5"), ("gb18030", "big5"), ("big5", "gb18030")]


@pytest.mark.parametrize("share", [0.1, 0.5])
@pytest.mark.parametrize(("main", "other"), PAIRS)
def test_two_encodings_line_by_line(main: str, other: str, share: float) -> None:
    dice = random.Random(f"{main} {other} {share}")
    lines = {script: [text.replace("\n", "") for text in snippets(script, 24, 200)] for script in ("hans", "hant")}
    hits = total = 0
    for _ in range(40):
        chosen = [other if dice.random() < share else main for _ in range(20)]
        texts = [dice.choice(lines["hant" if name == "big5" else "hans"]) for name in chosen]
        data = b"\n".join(text.encode(codec(name)) for text, name in zip(texts, chosen, strict=True))
        decoded, receipt = decode(data)
        assert receipt.encode(decoded) == data
        hits += sum(text == got for text, got in zip(texts, decoded.split("\n"), strict=True))
        total += len(texts)
    assert hits >= 0.99 * total
