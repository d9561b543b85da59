"""How much of generated damage is repaired, and that what is repaired is right: floors for every kind, on text that trained nothing."""

from __future__ import annotations

import random
import re
from difflib import SequenceMatcher
from pathlib import Path

import opencc
import pytest
from damage import KINDS, TRADITIONAL, twice

from speechclean.core.choices import Choices
from speechclean.core.rule import Stage
from speechclean.pipeline import Pipeline
from speechclean.rules import transport

SEEDS = Path(__file__).parents[3] / "seeds"
TEXT = "\n".join(path.read_text("utf-8") for path in sorted(SEEDS.glob("00[0124]_*.txt")))
RUN = re.compile(r"[一-鿿，。、：；！？“”《》]{30,}")
PIPELINE = Pipeline([Stage("transport", transport.rules(Choices()))])
CASES = 60

FLOORS = {
    "utf8-gbk-dropped": (0.85, 0.03),
    "utf8-gbk-marked": (0.85, 0.03),
    "utf8-gbk-replaced": (0.9, 0.04),
    "utf8-gb18030": (0.92, 0.02),
    "utf8-cp936": (0.9, 0.02),
    "utf8-cp1252-dropped": (0.9, 0.02),
    "utf8-windows": (0.97, 0.0),
    "utf8-latin": (0.97, 0.0),
    "utf8-latin-stripped": (0.0, 0.06),
    "utf8-big5-dropped": (0.0, 0.1),
    "utf8-big5-marked": (0.0, 0.1),
    "gbk-latin": (0.92, 0.0),
    "gbk-windows": (0.92, 0.0),
    "big5-latin": (0.9, 0.0),
    "big5-gbk-dropped": (0.0, 0.4),
    "big5-gb18030": (0.92, 0.03),
    "gbk-big5-dropped": (0.65, 0.12),
    "gbk-big5-marked": (0.6, 0.12),
    "utf8-gbk twice": (0.0, 0.2),
    "utf8-latin twice": (0.95, 0.0),
    "utf8-windows twice": (0.95, 0.0),
    "gbk-latin, utf8-latin": (0.9, 0.0),
    "utf8-latin, utf8-gbk": (0.9, 0.02),
    "utf8-gbk, utf8-latin": (0.88, 0.02),
}
"""For each kind the least share repaired, lost characters aside, and the greatest share repaired wrongly.

Readers that drop bytes without a sign (Big5's above all) leave runs that read well and lack a character: those are the
wrong ones. No reader of mixed text can tell.
"""


def passages(kind: str, least: int = 4, most: int = 14) -> list[tuple[str, int, int]]:
    """Texts and spans in them to be damaged, of so many characters."""
    text = opencc.OpenCC("s2tw").convert(TEXT) if kind.startswith(TRADITIONAL) else TEXT
    runs = [match.span() for match in RUN.finditer(text)]
    draw = random.Random(kind)
    found = []
    while len(found) < CASES:
        start, end = draw.choice(runs)
        length = draw.randint(least, most)
        place = draw.randrange(start + 4, end - length - 4)
        line = text.rfind("\n", 0, place) + 1
        found.append((text[line : text.find("\n", end)], place - line, place - line + length))
    return found


def right(truth: str, cleaned: str) -> bool:
    """The truth, but for characters that are said to be lost."""
    return len(truth) == len(cleaned) and all(a in (b, "\ufffd") for a, b in zip(cleaned, truth, strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_damage_is_repaired_or_left_alone(kind: str) -> None:
    least, most_wrong = FLOORS[kind]
    repaired = wrong = 0
    for truth, start, end in passages(kind):
        damaged = truth[:start] + KINDS[kind](truth[start:end]) + truth[end:]
        outcome = PIPELINE.run(damaged)
        assert not outcome.failures
        assert PIPELINE.run(outcome.text).text == outcome.text
        repaired += right(truth, outcome.text)
        wrong += outcome.text != damaged and not right(truth, outcome.text)
    assert repaired / CASES >= least
    assert wrong / CASES <= most_wrong


@pytest.mark.parametrize(("kind", "least"), [("utf8-gb18030", 0.9), ("big5-gb18030", 0.75), ("gbk-latin", 0.85)])
def test_a_word_of_four_characters_comes_back(kind: str, least: float) -> None:
    repaired = 0
    for truth, start, end in passages(kind, 4, 4):
        damaged = truth[:start] + KINDS[kind](truth[start:end]) + truth[end:]
        repaired += right(truth, PIPELINE.run(damaged).text)
    assert repaired / CASES >= least


@pytest.mark.parametrize("kind", ["utf8-windows", "utf8-latin", "gbk-latin", "utf8-latin twice"])
def test_whole_documents_come_back(kind: str) -> None:
    text = TEXT[:3000].strip()
    assert PIPELINE.run(KINDS[kind](text)).text == text


@pytest.mark.parametrize("kind", ["utf8-cp936", "big5-gb18030"])
def test_nearly_all_of_whole_documents_comes_back(kind: str) -> None:
    text = TEXT[:3000].strip()
    text = opencc.OpenCC("s2tw").convert(text) if kind.startswith(TRADITIONAL) else text
    cleaned = PIPELINE.run(KINDS[kind](text)).text
    assert SequenceMatcher(None, text, cleaned, autojunk=False).ratio() > 0.95


@pytest.mark.parametrize("kind", ["utf8-latin", "utf8-windows", "utf8-cp936"])
def test_what_was_misread_three_times_is_left_alone_with_a_note(kind: str) -> None:
    thrice = twice(KINDS[kind], twice(KINDS[kind], KINDS[kind]))
    noted = 0
    for truth, start, end in passages(f"{kind} thrice"):
        damaged = truth[:start] + thrice(truth[start:end]) + truth[end:]
        outcome = PIPELINE.run(damaged)
        assert outcome.text == damaged
        noted += any(note.kind == "mojibake" for step in outcome.steps for note in step.notes)
    assert noted >= 0.8 * CASES


def test_what_is_not_proven_is_noted_with_a_reading() -> None:
    damaged = "会议要求，" + KINDS["utf8-latin-stripped"]("要切实加强组织领导") + "，抓好落实。"
    outcome = PIPELINE.run(damaged)
    assert outcome.text == damaged
    notes = [note for step in outcome.steps for note in step.notes]
    assert [note.kind for note in notes] == ["mojibake"]
    assert 0 < notes[0].certain < 1


def test_a_hole_is_said_to_be_one() -> None:
    """Its last byte is gone and nothing around tells which character it was: U+FFFD, not a guess."""
    truth = "守塔人每个月都会爬上去，把窗擦得很亮，又把灯点上，这才慢慢下来，一步一歇"
    damaged = "从前，" + KINDS["utf8-gbk-marked"](truth) + "。后来呢？"
    cleaned = PIPELINE.run(damaged).text
    assert right("从前，" + truth + "。后来呢？", cleaned) or cleaned == damaged
