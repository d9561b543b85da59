"""Whether a line is one of a listing: of some lines of code in a row, as authors show them without announcing them.

What programmers write in an editor, a shell or a database is never left by a page; scripts, styles, markup and data are,
and those are an author's where his sentences right above or below name what stands in them.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern
from speechclean.judgement.statements import EXPRESSION, LINE, STATEMENT

if TYPE_CHECKING:
    from collections.abc import Iterator

CODED = tuple("{}[]<>=;\\|$#&_/*\"'@")
"""One of them stands in nearly every line of code that holds Chinese and begins with a sign."""
FOREIGN, HASH = tuple("<=\\{}$*"), 6
"""What stands in one that begins with a Chinese character; and so many signs of a number that has letters, too."""
LEAST_OF_EXPRESSION = 2
NESTED = Pattern(r"(?m)^([A-Za-z_][\w-]{0,30}):[ ]*\n[ ]{1,8}[A-Za-z_-][\w-]{0,30}:?[ ]")
"""A name in whose settings others stand, deeper by some blanks."""
BEHIND = Pattern(r"(?<=[;{}),\w])[ \t]{1,40}(?:#|//) [^\n]{0,120}$")
"""A comment behind a statement."""
COMMENT = Pattern(r"#|//|--|/\*|\*|::|REM |\.\.\.")
WORD = Pattern(r"(?<![&\w])[A-Za-z_][A-Za-z0-9_-]{2,40}")
OF_MARKUP = Pattern(r"<[^<>\n]{1,300}>")
VALUES = Pattern(
    r"(?:id|class|name|action|method|type)=[\"']([\w-]{3,30})|\s(?!src|href|alt|title|style|class|http)([a-z-]{3,20})="
)
"""The names in a tag; its text and its addresses name what the page is about."""
TOLD = Pattern(
    r"代[码碼](?!\d)|程式碼|[脚腳]本|[样樣]式|(?i:(?<![a-z.])(?:css|js|html|json|yaml|xml|php|java|sql|javascript|nginx)(?![a-z]))|函[数數]|[编編]程|[编編][译譯]|[正][则則]"
)
"""What the sentence above a listing speaks of."""
FEWEST_TOLD = 2
COMMON = frozenset(
    ["http", "https", "www", "com", "html", "htm", "jpg", "png", "gif", "src", "href", "div", "span", "img", "alt", "the", "and", "for",
     "app", "APP", "web", "Web", "url", "title", "index", "share"]
)  # fmt: skip
"""Words that name no part of a program."""
HAN = Pattern("[\u3400-\u9fff]")
FEWEST_HAN, LONGEST, NEAR, MOST_BLANK = 5, 300, 3, 1
"""A sentence has so many Chinese characters; lines of code are no longer; so many lines beside a listing speak of it."""
STRONG, CODE, WEAK, NONE, BLANK = range(5)
"""What a line is: surely a programmer's, one of code, one that may stand between such, none; or blank."""


def is_listed(text: str, start: int) -> bool:
    """Whether the line in which a place stands is one of a listing that is the author's."""
    floor = max(0, start - LONGEST)
    first = text.rfind("\n", floor, start) + 1
    end = text.find("\n", start, first + LONGEST + 1)
    end = len(text) if end < 0 and len(text) - first <= LONGEST else end
    if first <= floor > 0 or end < 0 or not _is_perhaps_code(text[first:end].strip()):
        return False
    listings = _listings(text)
    behind = bisect_right(listings, (start, len(text)))
    return behind > 0 and start < listings[behind - 1][1]


@lru_cache(maxsize=2)
def _listings(text: str) -> list[tuple[int, int]]:
    """Where the author's listings stand; several rules ask of each line."""
    rows = list(_rows(text))
    kinds = [_kind(text[start:end]) for start, end in rows]
    return [
        (rows[first][0], rows[last][1])
        for first, last in _runs(kinds)
        if _is_the_authors(text, rows, kinds, (first, last))
    ]


def _rows(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _kind(row: str) -> int:
    """What a line is."""
    row = BEHIND.compiled.sub("", row).strip()
    if not row:
        return BLANK
    if len(row) > LONGEST or "。" in row or not _is_perhaps_code(row):
        return WEAK if row.isascii() else NONE
    if STATEMENT.match(row) or len(EXPRESSION.findall(row)) >= LEAST_OF_EXPRESSION:
        return STRONG
    if LINE.match(row):
        return CODE
    return WEAK if row.isascii() or COMMENT.match(row) or row.find("<") > 0 else NONE


def _is_perhaps_code(row: str) -> bool:
    """Whether a line holds a sign of code, begins as a command does, or has no Chinese; no other one is looked at further."""
    first = row[:1]
    if first > "~":
        return any(map(row.__contains__, FOREIGN))
    if "0" <= first <= "9":
        return row.isascii() or (row[:HASH].isalnum() and not row[:HASH].isdecimal() and row[:HASH].isascii())
    return "a" <= first <= "z" or any(map(row.__contains__, CODED)) or row.isascii()


def _runs(kinds: list[int]) -> Iterator[tuple[int, int]]:
    """The first and the last line of each run of lines of code, with what stands between them."""
    first = last = -1
    for number, kind in enumerate([*kinds, NONE]):
        if kind <= CODE:
            first = number if first < 0 else first
            last = number
        elif kind == NONE or (kind == BLANK and kinds[number - 1] == BLANK and number - last > MOST_BLANK):
            if first >= 0 and last > first:
                yield first, last
            first = -1


def _is_the_authors(text: str, rows: list[tuple[int, int]], kinds: list[int], run: tuple[int, int]) -> bool:
    """Whether a listing is an author's: in a programmer's language, or named beside it."""
    first, last = run
    if sum(kind == STRONG for kind in kinds[first : last + 1]) > 1:
        return True
    listing = text[rows[first][0] : rows[last][1]]
    if NESTED.search(listing):
        return True
    named = set(_names(listing)) - COMMON
    above, below = _beside(text, rows, run)
    if any(not named.isdisjoint(WORD.findall(row)) for row in (*above, *below)):
        return True
    return last - first >= FEWEST_TOLD and bool(below) and any(map(TOLD.search, (*above, *below)))


def _names(listing: str) -> Iterator[str]:
    """The names in a listing, but for what stands in a page's text."""
    for tag in OF_MARKUP.finditer(listing):
        for found in VALUES.finditer(tag[0]):
            yield found[1] or found[2]
    yield from WORD.findall("\n".join(row for row in listing.split("\n") if "<" not in row))


def _beside(text: str, rows: list[tuple[int, int]], run: tuple[int, int]) -> tuple[list[str], list[str]]:
    """The sentences right above a listing and right below it."""
    above = [text[slice(*row)] for row in rows[max(0, run[0] - 2 * NEAR) : run[0]]]
    below = [text[slice(*row)] for row in rows[run[1] + 1 : run[1] + 1 + 2 * NEAR]]
    return _sentences(list(filter(str.strip, above))[-NEAR:]), _sentences(list(filter(str.strip, below))[:NEAR])


def _sentences(rows: list[str]) -> list[str]:
    return [row for row in rows if len(HAN.findall(row)) >= FEWEST_HAN]
