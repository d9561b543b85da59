"""A shifted run is read by compiled code as by the Python beside it."""

from __future__ import annotations

import random

import pytest

from speechclean import native, plausibility
from speechclean.rules.shift import analysis, off_by_one, search, verdict
from speechclean.rules.shift.bytes_apart import bytes_of, character_of, misplaced, shifted
from speechclean.rules.shift.options import ending_in_zone, starting_in_zone
from speechclean.rules.shift.reader import reader

pytestmark = pytest.mark.skipif(not native.shift_reader(), reason="not built here, or switched off")
TEXT = (
    "他們向杭州市真情幫扶實施兩地鄉村振興表示感謝，希望參訓學員能夠珍惜機會、認真學習，通過培訓進一步打開思路。"
    "“成立一年來，在找準定位中發揮優勢，在聚焦重點中務求實效”；８月２３日，學校基本建設情況及工作開展情況如下："
)


def damaged() -> list[str]:
    """Runs of which a byte was lost, anywhere; and random bytes."""
    draw = random.Random(7)
    runs = [
        TEXT[at : at + 9] + shifted(TEXT[at + 9 : at + 24], draw.randrange(3)) + TEXT[at + 24 :] for at in range(70)
    ]
    for _ in range(200):
        raw = bytes(
            draw.randrange(0x81, 0xFF) if draw.random() < 0.94 else draw.randrange(0x40, 0x7F) for _ in range(60)
        )
        runs.append(draw.choice(["", "過去。", "？！"]) + raw.decode("gb18030", "ignore") + draw.choice(["", "的"]))
    return [*runs, "", "A", "\ue000B", "國A\0", "的國\x01"]


def read(text: str) -> list[object]:
    """All that is made of every letter."""
    made: list[object] = []
    for letter in range(1, len(text)):
        if "@" <= text[letter] <= "~":
            start = analysis.run_start(text, letter)
            made += [start, analysis.gains(text, start, letter), verdict.explained(text, letter)]
    return made


@pytest.mark.parametrize("text", damaged())
def test_a_run_is_read_as_in_python(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = read(text)
    for module in (analysis, search):
        monkeypatch.setattr(module, "reader", lambda: None)
    assert read(text) == quick


@pytest.mark.parametrize("text", [TEXT, "。“脫貧”A", "ａ！，：；？", "A\x85é", "、。！"])
def test_the_forward_models_agree(text: str) -> None:
    quick = reader()
    assert quick is not None
    assert quick.misplaced(text) == misplaced(text)
    for lost in range(2 * len(text) + 1):
        assert quick.shifted(text, lost) == shifted(text, lost)
    with pytest.raises(ValueError, match="two bytes"):
        quick.misplaced("😀")
    with pytest.raises(ValueError, match="so many"):
        quick.shifted("的" * 200, 0)


@pytest.mark.parametrize(
    "text", [*damaged(), "國A", "國A。", "國A\n", "國A1", "國AB", "aB國", "國~\x7f", "國\x7f", "𠮷Aé"]
)
def test_lone_letters_are_found_as_the_pattern_finds_them(text: str) -> None:
    quick = native.lone_letters()
    assert quick is not None
    assert quick(text) == [match.start() for match in off_by_one.LETTER.finditer(text)]


def test_pairs_that_are_none_are_refused() -> None:
    quick = reader()
    assert quick is not None
    assert quick.search([], "\xb0\xa1", "", True) is None
    for raw in ("\xb0", "\xb0\xa1" * 100, "\xb0\u4e00"):
        with pytest.raises(ValueError, match="pairs of bytes"):
            quick.search([(0.0, "的")], raw, "", False)


def test_places_beyond_a_text_are_refused() -> None:
    quick = reader()
    assert quick is not None
    for start, letter in ((0, 3), (0, -1), (2, 1), (0, 1), (-1, 2)):
        with pytest.raises(ValueError, match="behind a run"):
            quick.gains("國家A", start, letter)
    for letter in (-1, 4):
        with pytest.raises(IndexError):
            quick.run_start("國家A", letter, "")
    for first, following in (("", "的"), ("的", "")):
        with pytest.raises(ValueError, match="a character"):
            quick.certain([(0.0, "的")], first, following, "")


def test_a_search_in_the_middle_of_a_search_leaves_it_alone() -> None:
    """So does another thread's: Python is called for what was not met yet, and may let one go on."""
    made, chances = native.shift_reader(), plausibility.compiled()
    quick = reader()
    assert made
    assert chances
    assert quick
    raw = "学校基本建设情况".encode("gbk").decode("latin-1")
    other = "希望参训学员珍惜".encode("gbk").decode("latin-1")
    busy = False

    def asked(pair: str) -> str:
        nonlocal busy
        if not busy:
            busy = True
            inner = own.search([(0.0, "，")], other, "。", True)
            assert inner == quick.search([(0.0, "，")], other, "。", True)
            busy = False
        return character_of(pair)

    own = made(chances, bytes_of, asked, ending_in_zone, starting_in_zone)
    paths = [(-float(number), letter) for number, letter in enumerate("的了在是我" * 20)]
    assert own.search(paths, raw, "，", True) == quick.search(paths, raw, "，", True)
