"""Joins text of which every line is one character behind its reading (`qīng清`), as a page leaves it that loses its ruby.

A text about readings, or one for those who learn to read, stays as it is, and so do lists of characters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import swap
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.rules.glosses.columns import is_broken_text, teaches
from speechclean.rules.glosses.places import LETTERS
from speechclean.rules.glosses.readings import Need, need
from speechclean.rules.glosses.single_lines import FEWEST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

RUN = Pattern(rf"\n(?:[{LETTERS}]{{1,7}} ?[^\x00-\u2e7f]{{1,2}} ?(?:\n|\Z)){{{FEWEST},}}")
LINE = Pattern(rf"([{LETTERS}]{{1,7}}) ?(\S+)")
READ = 0.9
"""The share of the syllables that must be readings of their characters."""
TONES = tuple("āáǎàōóǒòēéěèīíǐìūúǔùǘǚǜ")


def find(document: Document) -> Iterator[Edit]:
    """Put such lines together, where they make sense together."""
    text = document.text
    if text.count("\n") < FEWEST - 1 or teaches(text):
        return
    for match in RUN.finditer("\n" + text):
        start, end = max(0, match.start() - 1), match.end() - 1
        lines = LINE.compiled.findall(match[0])
        plain = "".join([behind for _, behind in lines])
        read = sum(need(behind[0], syllable) is not Need.NO_READING for syllable, behind in lines)
        if read >= READ * len(lines) and is_broken_text(plain, lines):
            new = "\n" * bool(match.start()) + plain + "\n" * match[0].endswith("\n")
            yield swap(text, start, end, new, f"{len(lines)} lines of a reading and its character")


SPLIT = "qīng清 chén晨， wǒ我 hé和 yé爷 ye爷 qù去 hé河 biān边 fàng放 yā鸭 zi子， yā鸭 zi子 tiào跳 xià下 shuǐ水。"

RULE = Rule(
    name="glosses-lines",
    summary=Summary("Text with one character a line behind its reading", "一行一字、字前注音"),
    find=find,
    signs=TONES,
    examples=(
        Example(SPLIT.replace(" ", "\n"), "清晨，我和爷爷去河边放鸭子，鸭子跳下水。"),
        Example.keep("shān山\nshuǐ水\ntián田\nhuǒ火", why="a few"),
        Example.keep("生字表\n" + SPLIT.replace(" ", "\n"), why="a lesson in characters"),
    ),
)
