"""Whether a line is one of some that an author begins alike: with one sign, a year, the page of a paper, or in 【】.

Of rows with a sign most must not read like a site's, since sites give their titles signs, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern
from speechclean.judgement.likeness import likeness
from speechclean.judgement.lines import line_beside, line_end

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIGNS = frozenset("☆★▶►▷●○■□◆◇·•．※-–—*❌✅✔✘×＊＋+")
YEAR = Pattern(r"[ \t\u3000]{0,4}(?:19|20)\d\d[ \t\u3000]{1,2}[“《㐀-鿿]")
PAGE = Pattern(
    r"[ \t\u3000]{0,4}(?:第?(?P<number>\d{1,3})[版页]|[A-Z]0?(?P<sheet>\d{1,2})版?)[ \t\u3000]{1,4}(?=[“《㐀-鿿])"
)
COUNTED = Pattern(r"[ \t\u3000]{0,4}(\d{1,2})[.、．)）][ ]?(?=\D)")
HOW = Pattern(r"[^\n。]{0,12}(?:如何|怎[么麼样樣]|方[式法]|流程|步[骤驟]|渠道|途[径徑]|[须須]知)[^\n。]{0,6}(?=\n)")
LABELLED = Pattern(r"\W{1,3}([㐀-鿿]{2,4})[：:]")
NAMED = Pattern(r"[ \t\u3000]{0,4}【[㐀-鿿]{2,10}】[ \t\u3000]*(?=\n|\Z)")
FEWEST, FEWEST_NAMED, REACH, FAR, SHORTEST, LONGEST = 2, 2, 12, 60, 4, 120
"""So many other rows must stand beside one, or such headings near; so many lines are looked at, none longer."""
SHORT, PAGED = 10, frozenset("第0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
OF_SITE = 0.5
"""What reads better is a site's."""
OF_AUTHOR, MUCH = -0.5, 4.0
"""Lines that read worse are an author's; between those a row needs to read like a site's so much."""


def is_alike(text: str, first: int) -> bool:
    """Whether the line that begins there is one of such rows."""
    opening = text[first : first + 6].lstrip(" \t\u3000")[:1]
    if opening in SIGNS:
        return _is_signed(text, first, opening)
    if opening == "【":
        return NAMED.match(text, first) is not None and _others(text, first, NAMED) >= FEWEST_NAMED
    if "0" <= opening <= "9" and is_step(text, first):
        return True
    below = line_end(text, first) + 1
    if (
        below - first <= SHORT
        and text[below : below + 6].lstrip()[:1] in PAGED
        and PAGE.match(text, below)
        and _is_paged(text, below)
    ):
        return True  # their heading
    if "0" <= opening <= "9" or "A" <= opening <= "Z" or opening == "第":
        return _is_paged(text, first) or (YEAR.match(text, first) is not None and _others(text, first, YEAR) > FEWEST)
    return False


def has_alike(text: str, first: int) -> bool:
    """Whether rows with the same sign stand beside the line that begins there."""
    sign = text[first : first + 6].lstrip(" \t\u3000")[:1]
    rows = [row for step in (-1, 1) for row in _run(text, first, step, lambda row: row[:1] == sign)]
    return sign in SIGNS and len(rows) >= FEWEST


def is_step(text: str, first: int) -> bool:
    """Whether the line is one of counted rows below a heading that says how something is done: 报名方式."""
    own = COUNTED.match(text, first)
    number = int(own[1]) if own else 0
    while number and first > 0:
        first = text.rfind("\n", 0, first - 1) + 1
        number -= 1
        above = COUNTED.match(text, first)
        if not number:
            return above is None and HOW.match(text, first) is not None
        if not above or int(above[1]) != number:
            return False
    return False


def _is_signed(text: str, first: int, sign: str) -> bool:
    """Whether the rows beside the line have its sign, too, and read like an author's, or stand between his lines."""
    above, below = (list(_run(text, first, step, lambda row: row[:1] == sign)) for step in (-1, 1))
    rows = [*above, *below]
    if len(rows) < FEWEST:
        return False
    labels = [found[1] for row in (_row(text, first, 1, -1), *rows) if (found := LABELLED.match(row))]
    if len(labels) > len(rows) and len(set(labels)) < len(labels):
        return True
    if 2 * sum(likeness(fold(row)) < OF_SITE for row in rows) > len(rows):
        return True
    ends = _row(text, first, -1, len(above)), _row(text, first, 1, len(below))
    between = all(row and likeness(fold(row)) < OF_AUTHOR for row in ends)
    return between and 2 * sum(likeness(fold(row)) < MUCH for row in rows) > len(rows)


def _row(text: str, first: int, step: int, behind: int) -> str:
    """The line so many lines further than the one above or below."""
    for _ in range(behind + 1):
        first = line_beside(text, first, step)
    return text[first : line_end(text, first)].strip() if first >= 0 else ""


def _is_paged(text: str, first: int) -> bool:
    """Whether the line names a page, and so do the ones beside it, in order."""
    own = PAGE.match(text, first)
    if not own:
        return False
    rows = [text[first : line_end(text, first)]]
    rows[:0] = reversed(list(_run(text, first, -1, PAGE.match)))
    rows += _run(text, first, 1, PAGE.match)
    return len(rows) > FEWEST and rows == sorted(rows, key=_page)


def _page(row: str) -> tuple[str, int]:
    found = PAGE.match(row)
    return ("", 0) if not found else (row.strip()[:1] if found["sheet"] else "", int(found["number"] or found["sheet"]))


def _run(text: str, first: int, step: int, is_one: Callable[[str], object]) -> Iterator[str]:
    """The rows above or below one that are alike, up to the first that is not."""
    for _ in range(REACH):
        first = line_beside(text, first, step)
        row = text[first : line_end(text, first)].strip(" \t\u3000") if first >= 0 else ""
        if not SHORTEST <= len(row) <= LONGEST or not is_one(row):
            return
        yield row


def _others(text: str, first: int, pattern: Pattern) -> int:
    """How many other lines near one begin so, each with words of its own."""
    rows: set[str] = set()
    for step in (-1, 1):
        place = first
        for _ in range(FAR):
            place = line_beside(text, place, step)
            if place < 0:
                break
            if pattern.match(text, place):
                rows.add(text[place : line_end(text, place)].strip())
    return len(rows - {text[first : line_end(text, first)].strip()})
