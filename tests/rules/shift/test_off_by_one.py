"""GBK read one byte off: the two spots of a real page, the cases of the field notes, and generated damage."""

from __future__ import annotations

import re
import time
from pathlib import Path

import opencc
import pytest

from speechclean.core.choices import Choices
from speechclean.core.rule import Stage
from speechclean.pipeline import Pipeline
from speechclean.rules import shift
from speechclean.rules.shift.bytes_apart import bytes_of, misplaced

SEEDS = Path(__file__).parents[3] / "seeds"
PIPELINE = Pipeline([Stage("shift", shift.rules(Choices()))])
TEXT = "\n".join(path.read_text("utf-8") for path in sorted(SEEDS.glob("00[0124]_*.txt")))


@pytest.mark.parametrize(
    ("truth", "seen"),
    [
        ("文章。“脫貧”不是終點", "文章！懊撠殹辈皇墙K點"),
        ("學校基本建設", "學；窘ㄔO"),
        ("專科學", "？茖W"),
        ("成績。現在", "成績，F在"),
        ("，總結", "，總結"),
    ],
)
def test_the_forward_model(truth: str, seen: str) -> None:
    assert misplaced(truth) == seen


@pytest.mark.parametrize(
    ("damaged", "truth"),
    [
        ("振興這篇文章!懊撠殹辈皇墙K點,而是起點。", "振興這篇文章。“脫貧”不是終點,而是起點。"),
        ("振興這篇文章!懊撠氄辈皇墙K點,而是起點。", "振興這篇文章。“脫貧”不是終點,而是起點。"),
        ("我們一起走過去?！班l土氣息撲面而來。", "我們一起走過去。“鄉土氣息撲面而來。"),
        ("村民們很高興!班l土”二字寫在牆上，過了許多年。", "村民們很高興。“鄉土”二字寫在牆上，過了許多年。"),
    ],
)
def test_false_marks_are_undone(damaged: str, truth: str) -> None:
    assert PIPELINE.run(damaged).text == truth


def test_what_cannot_be_told_apart_is_left_with_a_note() -> None:
    """校基本建 and 。痪建 make the same bytes but for a dropped pair: neither is proven."""
    text = "他介紹了學;窘ㄔO情況，說來話長。"
    outcome = PIPELINE.run(text)
    assert outcome.text == text
    notes = [note for step in outcome.steps for note in step.notes]
    assert [note.text for note in notes] == ["學;窘ㄔO"]


def read_on(raw: str, *, private: bool) -> tuple[str, int]:
    """What a reader makes of bytes up to the first ASCII character, which it reads too, and how many bytes these are.

    `private`: it has characters of its own for user-defined pairs, and drops none.
    """
    out, place = "", 0
    while place < len(raw) and raw[place] >= "\x80":
        character = raw[place : place + 2].encode("latin-1").decode("gb18030", "ignore")
        out += character if private or not "\ue000" <= character <= "\uf8ff" else ""
        place += 2
    return out + raw[place : place + 1], place + 1


def lost_leads(text: str, *, private: bool) -> list[tuple[str, str]]:
    """Lines of which one mark has lost its first byte, up to where the reader is in step again."""
    found = []
    for line in text.split("\n"):
        for match in re.finditer("[。！、”]", line[:-12]):
            rest = line[match.start() : match.start() + 40]
            if match.start() < 6 or not all(len(bytes_of(character)) == 2 for character in rest):
                continue
            seen, length = read_on("".join(map(bytes_of, rest))[1:], private=private)
            if 4 <= len(seen) <= 15:
                found.append((line, line[: match.start()] + seen + line[match.start() + (length + 1) // 2 :]))
    return found


@pytest.mark.parametrize(("private", "least", "most_wrong"), [(True, 0.8, 0.1), (False, 0.42, 0.22)])
def test_generated_damage(private: bool, least: float, most_wrong: float) -> None:
    """Where pairs were dropped without a sign, a reading can lack them and still read well."""
    pairs = lost_leads(opencc.OpenCC("s2t").convert(TEXT), private=private)
    assert len(pairs) >= 40
    repaired = wrong = 0
    for truth, damaged in pairs:
        cleaned = PIPELINE.run(damaged).text
        right = len(cleaned) == len(truth) and all(a in (b, "\ufffd") for a, b in zip(cleaned, truth, strict=True))
        repaired += right
        wrong += not right and cleaned != damaged
    assert repaired >= least * len(pairs)
    assert wrong <= most_wrong * len(pairs)


def test_a_lone_letter_in_sound_text_is_none_of_its_work() -> None:
    """A letter of its own, put anywhere into Traditional text, is no end of a shifted run."""
    text = opencc.OpenCC("s2t").convert(TEXT).replace("\n", "")
    places = range(10, len(text) - 40, 37)
    for number, place in enumerate(places):
        window = text[place - 10 : place] + "ABKNTWYchx]_"[number % 12] + text[place : place + 30]
        assert PIPELINE.run(window).text == window


def test_a_spot_costs_little() -> None:
    """Each damaged run is read again in a fraction of a millisecond; tens of them once took a second."""
    text = "國" + "".join(f"他這樣說過!懊撠殹辈皇墙K點{number}，而是起點。" for number in range(200))
    PIPELINE.run(text)
    began = time.process_time()
    PIPELINE.run(text)
    assert time.process_time() - began < 1.0
