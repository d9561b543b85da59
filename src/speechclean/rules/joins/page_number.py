"""Cuts the numbers that a document site put in front of its chunks, in the middle of words: `学⏎2、习教育`.

Lists keep theirs: their items are short, or the line before ends a sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.mentioned import is_numbered
from speechclean.plausibility import bond

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

NUMBERED = Pattern(r"\n(?<=[\u3400-\u9fff]\n)[ \u3000]*(\d{1,3})、(?=[\u3400-\u9fff])")
FOOT = Pattern(
    r"\n(?<=[\u3400-\u9fff，、]\n)\s{0,9}(?:[-—–－]{1,2} ?\d{1,3} ?[-—–－]{1,2}|第 ?\d{1,3} ?页(?: ?共 ?\d{1,3} ?页)?)"
    r"\s{0,9}\n\s{0,9}(?=[\u3400-\u9fff])(?!第[一二三四五六七八九十百零〇\d]{1,5}[条章节]|附[件录]|[一二三四五六七八九十]{1,3}、)"
)
FIRST = Pattern(r"(?:\A|\n)[ \u3000]{0,9}(?P<number>1、)(?=[\u3400-\u9fff])")
ABOVE = 120
"""So far from its head a document begins."""
LONG = 60
"""A chunk that begins with its number has more characters than this; an item of a list has fewer, or ends in a mark."""
SHORT = 24
"""A chunk of a line or two has at least so many characters, and a comma in them."""
INSIDE = 0.8
"""From this bond on two characters are likely to belong to one word."""
DIGITS = Pattern(r"\d")
ITEM = Pattern(r"[ \u3000]*(\d{1,3})[、.．]")


def find(document: Document) -> Iterator[Edit]:
    """Cut the numbers that rise by one in mid-word, and page numbers there."""
    text = document.text
    for chain in _chains([match for match in NUMBERED.finditer(text) if not _behind_item(text, match)]):
        inside = sum(_in_word(text, match) for match in chain)
        if inside > 1 and 2 * inside >= len(chain):
            if chain[0][1] == "2" and (first := _first(text, chain[0].start())):
                yield cut(text, first.start("number"), first.end(), "the first of numbers that rise in mid-word")
            for match in chain:
                yield cut(text, match.start(), match.end(), "numbers that rise in mid-word")
    feet = list(FOOT.finditer(text))
    verse = any(_in_verse(text, match) for match in feet)
    for match in feet:
        comma = text[match.start() - 1] in "，、"
        if _in_word(text, match) and not (comma and (verse or is_numbered(text, *match.span()))):
            yield cut(text, match.start(), match.end(), "a page number in mid-word")


def _chains(matches: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Runs of numbers that rise by one."""
    chain: list[re.Match[str]] = []
    for match in matches:
        if chain and int(match[1]) != int(chain[-1][1]) + 1:
            yield chain
            chain = []
        chain.append(match)
    yield chain


def _first(text: str, end: int) -> re.Match[str] | None:
    """The number of the first chunk, above which nothing but titles stands, and below which no list goes on."""
    first = FIRST.search(text, 0, min(end, ABOVE))
    return (
        None if first is None or "。" in text[: first.start()] or text.find("\n2、", first.end(), end) >= 0 else first
    )


def _behind_item(text: str, match: re.Match[str]) -> bool:
    """Whether the line before is a short item of a list that the number goes on with."""
    start = text.rfind("\n", max(0, match.start() - LONG), match.start()) + 1
    first = start or max(0, match.start() - LONG)
    item = ITEM.match(text, first) if start > 0 or match.start() <= LONG else None
    if item is None or int(item[1]) + 1 != int(match[1]):
        return False
    return match.start() - first < SHORT or "，" not in text[first : match.start()]


def _in_word(text: str, match: re.Match[str]) -> bool:
    if text[match.start() - 1] in "，、":
        return True  # no paragraph ends so
    return bond(text[match.start() - 1], text[match.end()]) > INSIDE


def _in_verse(text: str, match: re.Match[str]) -> bool:
    """Whether a number behind a comma stands between two short lines that are no prose: `你在桥上，⏎— 3 —⏎我在船里，`."""
    if text[match.start() - 1] not in "，、":
        return False
    above = match.start() - text.rfind("\n", max(0, match.start() - SHORT), match.start()) <= SHORT
    below = text[match.end() : match.end() + SHORT].partition("\n")[0]
    return above and len(below) < SHORT and (len(DIGITS.findall(match[0])) < 2 or "。" not in below)


CHUNK = "要把学习教育同落实年度重点任务结合起来，" * 4

RULE = Rule(
    name="joins-page-number",
    summary=Summary("Page numbers inside words", "词中页码、段号"),
    find=find,
    triggers=("\n2、", "\n3、", "- ", "— ", "-\n", "—\n", "页\n"),
    examples=(
        Example(f"1、{CHUNK}全\n2、面，{CHUNK}全\n3、面。", f"{CHUNK}全面，{CHUNK}全面。"),
        Example("要严明纪\n- 3 -\n律，狠抓落实。", "要严明纪律，狠抓落实。"),
        Example("船头钉着一块铜牌，\n-37-\n铜牌上的字磨得看不清了。", "船头钉着一块铜牌，铜牌上的字磨得看不清了。"),
        Example.keep("会议议程\n1、签到\n2、致辞\n3、总结", why="a list"),
    ),
)
