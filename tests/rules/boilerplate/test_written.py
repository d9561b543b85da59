"""Tests for the lines and sentences that are kept as sites write them."""

from __future__ import annotations

import time
import timeit

import pytest

from speechclean import lexicon
from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern
from speechclean.rules.boilerplate.platform_line import REACH, _read
from speechclean.rules.boilerplate.written import ENDS, ITEM, MARKS, SLOT, SLOTS, always_in, forms, written

LINES = [line for name in ("platform_lines", "site_sentences") for line in lexicon.load(name)]


def test_each_holds_a_word_that_wakes_the_rule() -> None:
    words = list(map(fold, lexicon.load("platform_words")))
    assert not [line for line in LINES if not any(word in fold(run) for run in always_in(line) for word in words)]


def test_each_is_read() -> None:
    assert sum(len(patterns) for words in forms().values() for patterns in words.values()) == len(LINES)


def test_slots_are_known() -> None:
    assert {slot for line in LINES for slot in SLOT.findall(line)} <= set(SLOTS)


def test_none_stands_twice() -> None:
    assert len(set(LINES)) == len(LINES)


@pytest.mark.parametrize(
    ("line", "pattern"), [("共 {n} 页。", r"共[ \u3000\u00a0\t|·]{0,4}" + SLOTS["n"] + r"[ \u3000\u00a0\t|·]{0,4}页")]
)
def test_blanks_may_be_any_and_marks_lack(line: str, pattern: str) -> None:
    assert written(line) == pattern.replace("\\u3000", "\u3000").replace("\\u00a0", "\u00a0").replace("\\t", "\t")


PATTERNS = {line: Pattern(ITEM + written(line) + ENDS) for line in LINES}
LONGEST_READ = 0.006
"""Seconds for as much as is read around a word: one with four open slots took three times as long, on a quiet machine."""
FILLED = {
    "n": "12",
    "date": "2020-01-02 10:20",
    "url": "https://a.example/b",
    "tel": "0791-600001",
    "ip": "10.2.3.4",
    "code": "ab012",
}


@pytest.mark.parametrize("line", LINES)
def test_each_is_found_with_its_slots_filled(line: str) -> None:
    plain = SLOT.sub(lambda slot: FILLED.get(slot[1], "abcde" if slot[1] in {"id", "latin"} else "甲乙丙丁戊"), line)
    assert _read(fold(plain), forms())[-1][1] >= len(fold(plain).rstrip(MARKS)) - 1


@pytest.mark.parametrize("line", [line for line in LINES if len(SLOT.findall(line)) > 1])
def test_none_takes_long_over_what_nearly_is_one(line: str) -> None:
    first, *inner = [fold(part) for part in SLOT.split(line)[::2]]
    text = (first + "".join((f"甲{part}" * 60)[:60] for part in inner[:-1] if part) + "甲" * REACH)[:REACH]
    known = {text[:2]: {text[:2]: [PATTERNS[line]]}}
    least = min(timeit.repeat(lambda: _read(text, known), timer=time.process_time, number=1, repeat=3))
    assert least < LONGEST_READ
