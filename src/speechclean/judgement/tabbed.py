"""Whether a line is a row of a table whose columns tabs part: the lines beside it hold as many of them."""

from __future__ import annotations

from speechclean.judgement.lines import line_beside, line_end

FEWEST, REACH, LONGEST = 3, 12, 200
"""So many rows are a table; so many beside one are looked at, none longer."""
TAB = "\t"


def is_tabbed(text: str, first: int) -> bool:
    """Whether the line that begins there is a row of such a table."""
    own = _tabs(text, first)
    if not own:
        return False
    return 1 + sum(_beside(text, first, step, own) for step in (-1, 1)) >= FEWEST


def _beside(text: str, first: int, step: int, tabs: int) -> int:
    """How many lines above or below one hold as many tabs, up to the first that does not."""
    rows = 0
    while rows < REACH:
        first = line_beside(text, first, step)
        if first < 0 or _tabs(text, first) != tabs:
            break
        rows += 1
    return rows


def _tabs(text: str, first: int) -> int:
    """How many tabs stand between the words of the line that begins there."""
    end = line_end(text, first)
    return text[first:end].strip().count(TAB) if end - first <= LONGEST else 0
