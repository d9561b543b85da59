"""The compiled search for readings and words finds what the patterns find, span for span."""

from __future__ import annotations

import json
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from speechclean.core.pattern import Pattern
from speechclean.native import reading_finder
from speechclean.rules.characters import filter_pinyin
from speechclean.rules.glosses import glossed, places

pytestmark = pytest.mark.skipif(reading_finder() is None, reason="nothing is compiled here")

CORPORA = sorted((Path(__file__).parent.parent / "corpus").glob("*/*.jsonl"))
LETTERS = "的一姓字豈ㄔ가𠀀😀O0（([［【〔)）]］】〕 \u3000\n\x85aegnzZāǎìɑ\u0301üÀ\u1e3f\u2000，。：”\ud800"
UNITS = st.sampled_from(
    ["(jìn)", "（de）", "[ di ]", "【gao】", "(abcdefgh)", "(abcdefghi)", "ng", "fǔ", "jing", "政", "姓"]
)
TEXT = st.lists(st.one_of(st.sampled_from(LETTERS), UNITS), max_size=30).map("".join)


def tell(written: str) -> int:
    """Anything below 256 that tells readings apart."""
    return crc32(written.encode("utf-8", "surrogatepass")) & 255


def both_ways(text: str) -> list[list[object]]:
    found: list[list[object]] = []
    for kernel in (places._kernel(), None):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(places, "_kernel", lambda kernel=kernel: kernel)
            behind = places.behind(text, tell)
            found.append([behind, [places.size_of_word(text, *span) for span in behind[0]], glossed.bare(text)])
    return found


def syllables(text: str, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What the pattern for filtered words finds there, where it may be one: beside a Chinese character."""
    spans = [match.span() for start, end in words for match in filter_pinyin.SYLLABLE.finditer(text, start, end)]
    sides = [(span, text[max(0, span[0] - 1) : span[0]] + text[span[1] : span[1] + 1]) for span in spans]
    return [span for span, side in sides if any(map(places.is_han, side))]


@settings(max_examples=600)
@given(TEXT)
@example("姓卜(bǔ)")
@example("的" + "(de)" * 20)
@example("(de)")
@example("")
def test_both_ways_agree(text: str) -> None:
    compiled, plain = both_ways(text)
    assert compiled == plain
    kernel = places._kernel()
    assert kernel is not None
    assert syllables(text, kernel.beside(text)) == syllables(text, [(0, len(text))])


def test_both_ways_agree_on_the_corpora() -> None:
    for path in CORPORA:
        for line in path.open(encoding="utf-8"):
            text = json.loads(line)["text"]
            compiled, plain = both_ways(text)
            assert compiled == plain


def test_more_readings_than_are_remembered_are_told_right() -> None:
    syllables = [
        f"({one}{other})" for one in "bpmfdtnlgkhjqxzcsr" for other in ("a", "o", "ai", "an", "ang", "ong", "u")
    ]
    text = "".join(chr(0x4E00 + number) + syllables[number % len(syllables)] for number in range(9000))
    for _ in range(2):
        compiled, plain = both_ways(text)
        assert compiled == plain


def test_a_text_of_many_words_is_read_by_the_pattern() -> None:
    text = "政fǔ出动jing察，" * places.MOST_WINDOWS
    pattern = Pattern("[a-zǔ]+")
    assert [match[0] for match in places.beside(text, pattern, "政察")] == ["fǔ", "jing"] * places.MOST_WINDOWS
    assert [match[0] for match in places.beside("政fǔ出动jing察，", pattern, "察")] == ["jing"]
