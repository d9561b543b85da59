"""Turns HTML entities into the characters they stand for, up to three levels deep.

A deeper run is left alone and noted. Code, sentences about entities, `AT&T` and `R&D` keep theirs.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from speechclean.core.edit import swap
from speechclean.core.note import Note
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.rules.invisible.zero_width import ALL
from speechclean.rules.markup.shown import is_the_authors
from speechclean.rules.markup.subject import is_technical
from speechclean.rules.markup.tags import TAG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

ENTITY = (
    r"[&＆]((?:(?:amp|#38|#[xX]26)[;；]){0,8})(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]{1,30}))[;；]"
)
# A site that strips ampersands leaves these; only marks that open or close something in running Chinese.
BARE = r"(?<![A-Za-z0-9&＆;])(ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|middot|nbsp|#[xX][0-9A-Fa-f]{2,5}|#\d{3,5});"
# Browsers take these without their semicolon.
OPEN_ENDED = r"&(nbsp|ldquo|rdquo|lsquo|rsquo|mdash|hellip|middot|emsp|ensp)(?![A-Za-z0-9;；=])"
RUN = Pattern(rf"(?:{ENTITY}|{OPEN_ENDED})+|{BARE}", heads="& ＆ lds rds md nbd he mi #xX0123456789")
ONE = Pattern(rf"{ENTITY}|{OPEN_ENDED}|{BARE}")
MOST_LEVELS = 2
"""How often `amp;` may stand before the name: the entity is then three levels deep."""

BLANKS = "\u00a0\u2002\u2003\u2009 "
BLANK = Pattern(f"[{BLANKS}]+")
HAN = Pattern("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’…—·]")

SHORT = 40
"""What runs of so many characters stand for is remembered."""


def find(document: Document) -> Iterator[Edit | Note]:
    """Replace each run of entities by its characters; blanks vanish beside Chinese and become one blank elsewhere."""
    text = document.text
    if document.fact(is_technical):
        return
    for start, end in _runs(text):
        if is_the_authors(document, start, end):
            continue
        run = text[start:end]
        plain = _known(run) if end - start <= SHORT else _plain(run)
        if plain is None:
            yield Note("suspect", start, end, run)
        elif plain != run:
            yield swap(text, start, end, _fitted(plain, text, start, end), "entity")


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """The runs of entities beside escaped tags: these are another rule's, whose cuts would leave the rest of a run as it is."""
    runs = [match.span() for match in RUN.finditer(text)]
    tags = [match.span() for match in TAG.finditer(text)] if runs and "lt;" in text else []
    number = 0
    for run in runs:
        start, end = run
        while number < len(tags) and tags[number][1] <= start:
            number += 1
        while number < len(tags) and tags[number][0] < end:
            if start < tags[number][0]:
                yield start, tags[number][0]
            start = min(end, tags[number][1])
            if tags[number][1] > end:
                break
            number += 1
        if start < end:
            yield start, end


@lru_cache(maxsize=1 << 10)
def _known(run: str) -> str | None:
    return _plain(run)


def _plain(run: str) -> str | None:
    """What a run of entities stands for; None where one is too deep or unknown."""
    pieces = []
    for match in ONE.finditer(run):
        depth, decimal, hexadecimal, closed, open_ended, bare = match.groups()
        name = closed or open_ended
        if depth and len(re.split("[;；]", depth)) - 1 > MOST_LEVELS:
            return None
        if bare:
            decimal, hexadecimal, name = _bare(bare)
        character = _named(name) if name else _numbered(int(decimal or hexadecimal, 10 if decimal else 16))
        if character is None:
            return match.group() if run == match.group() else None
        pieces.append(character)
    return "".join(pieces)


def _bare(bare: str) -> tuple[str | None, str | None, str | None]:
    if not bare.startswith("#"):
        return None, None, bare
    return (None, bare[2:], None) if bare[1] in "xX" else (bare[1:], None, None)


def _numbered(code: int) -> str | None:
    if code in (0x0A, 0x0D):
        return "\n"
    if code > 0x10FFFF or 0xD800 <= code < 0xE000 or code == 0 or chr(code) in ALL:
        return ""
    # browsers read 128 to 159 as Windows-1252, and so do the sites that write them
    return bytes([code]).decode("cp1252", "ignore") if 0x80 <= code < 0xA0 else chr(code)


@cache
def _named(name: str) -> str | None:
    from html.entities import html5

    character = html5.get(f"{name};") or html5.get(f"{name.lower()};")
    return "" if character and character in ALL else character


def _fitted(plain: str, text: str, start: int, end: int) -> str:
    """Blanks are dropped at the edges of lines and beside Chinese, where they are layout, and kept between words."""
    if plain.strip(BLANKS):
        return " ".join(BLANK.split(plain))
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    inside = before and after and before != "\n" and after != "\n" and not HAN.match(before) and not HAN.match(after)
    return " " if plain and inside else ""


RULE = Rule(
    name="markup-entities",
    summary=Summary("HTML entities, also escaped twice", "HTML 实体（含重复转义）"),
    find=find,
    triggers=("&", "quo;", "dash;", "nbsp;", "hellip;", "middot;", "#x"),
    examples=(
        Example("树立&ldquo;一盘棋&rdquo;思想&mdash;&mdash;该牵头的牵头", "树立“一盘棋”思想——该牵头的牵头"),
        Example("&amp;nbsp;&amp;nbsp;“站住&#xff01;”（P&lt;0.05）", "“站住！”（P<0.05）"),
        Example(
            "她退了半步。&lt;br&gt;&lt;br&gt;&emsp;&emsp;来人摘下斗笠。",
            "她退了半步。&lt;br&gt;&lt;br&gt;来人摘下斗笠。",
        ),
        Example.keep(
            "连打几个空格没用，要用 &nbsp; 这个实体；AT&T 和 R&D; 不是。", why="the sentence speaks of the entity"
        ),
    ),
)
