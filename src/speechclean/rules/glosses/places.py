"""Where readings stand in brackets, and where words in Latin letters touch Chinese characters.

native/readings.pyx finds the same in one pass over the characters, a tenth of the time.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern
from speechclean.native import reading_finder

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from speechclean.native.readings import Readings

    Spans = list[tuple[int, int]]
    Behind = tuple[Spans, bytes, Spans, Spans]

WITHOUT_MARKS = "abcdefghijklmnopqrstuvwxyz"  # the module `string` holds them, and takes a millisecond to load
WITH_MARKS = "āáǎàăōóǒòŏēéěèĕīíǐìĭūúǔùŭǖǘǚǜüêńňǹḿɑɡ\u0300\u0301\u0304\u0306\u0308\u030c"
LETTERS = "a-z" + WITH_MARKS
"""The inside of a class for the letters that kits write syllables with, composed or not."""
BRACKETED = Pattern(
    rf"[(（\[［【〔](?<=[^\x00-\x7f].)[ \u3000]?[{LETTERS}]{{1,8}}[ \u3000]?[)）\]］】〕]"
    rf"(?:[(（\[［][ \u3000]?[{LETTERS}]{{1,8}}[ \u3000]?[)）\]］]){{0,7}}"
)
ELSEWHERE = Pattern(rf"[(（\[［【〔](?<=\S.)[ \u3000]?[{LETTERS}]{{1,8}}[ \u3000]?[)）\]］】〕]")
READING = Pattern(rf"[(（\[［【〔][{LETTERS} \u3000]{{1,12}}[)）\]］】〕]")
MARK = Pattern(r"[，。；：！？、,.;:!?“”‘’（）()\s]")
AROUND_WORD = 40
"""So far on either side a word is looked for."""
BARE = Pattern(rf"[a-z](?<=[^\x00-\x7f].)[{LETTERS}]{{1,6}}(?=[^\x00-\x7f])")
BEHIND_BARE = "，。、；：！？”"
OWNERS = "姓叫名字"
MOST_WINDOWS = 60
"""With more words beside Chinese characters than this, the whole text is read by the pattern."""


@cache
def _kernel() -> Readings | None:
    made = reading_finder()
    return made(WITHOUT_MARKS + WITH_MARKS) if made else None


def is_han(character: str) -> bool:
    """Whether this is a Chinese character. A pattern that holds their blocks takes 1 ms to compile."""
    return "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf" or "\uf900" <= character <= "\ufaff"


def behind(text: str, tell: Callable[[str], int]) -> Behind:
    """The readings in brackets behind Chinese characters.

    Their spans; what `tell` says of each with its character, which may be remembered while the same one is asked; those
    whose character may stand in no sentence; and the spans of readings behind anything else but blanks.
    """
    if kernel := _kernel():
        return kernel.behind(text, tell)
    spans = [match.span() for match in BRACKETED.finditer(text)]
    spans = [span for span in spans if is_han(text[span[0] - 1])]
    odd = [
        span
        for span in spans
        if not "\u3400" <= text[span[0] - 2 : span[0] - 1] < "\uff00" or text[span[0] - 2] in OWNERS
    ]
    others = [match.span() for match in ELSEWHERE.finditer(text)]
    others = [span for span in others if not is_han(text[span[0] - 1])]
    return spans, bytes([tell(text[start - 1 : end]) for start, end in spans]), odd, others


def size_of_word(text: str, start: int, end: int) -> int:
    """How many characters stand between the marks around one with its reading; the readings beside it do not count."""
    if kernel := _kernel():
        return kernel.size_of_word(text, start, end, AROUND_WORD)
    before = READING.compiled.sub("", text[max(0, start - AROUND_WORD) : start])
    behind = READING.compiled.sub("", text[end : end + AROUND_WORD])
    return len(MARK.split(before)[-1]) + len(MARK.split(behind)[0])


def has_vowel(text: str) -> bool:
    """Whether there can be any without brackets, which is told sooner than where."""
    return "a" in text or "e" in text or "i" in text or "o" in text or "u" in text


def between(text: str) -> Spans:
    """The spans of readings without brackets between Chinese characters, or in front of a mark."""
    if kernel := _kernel():
        return kernel.bare(text)
    spans = [match.span() for match in BARE.finditer(text)]
    ends = [span for span in spans if text[span[1]] in BEHIND_BARE or is_han(text[span[1]])]
    return [span for span in ends if is_han(text[span[0] - 1])]


def beside(text: str, pattern: Pattern, near: str) -> Iterator[re.Match[str]]:
    """What a pattern finds that matches but letters, where one of the Chinese characters `near` stands before or behind them.

    It may find more than that.
    """
    if not (kernel := _kernel()):
        yield from pattern.finditer(text)
        return
    windows = [(start, end) for start, end in kernel.beside(text) if text[end - 1] in near or text[start - 1] in near]
    if len(windows) > MOST_WINDOWS:
        yield from pattern.finditer(text)
        return
    for start, end in windows:
        yield from pattern.finditer(text, start, end)
