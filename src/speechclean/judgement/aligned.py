"""Whether a line is a row of a table in plain text: the lines beside it have as many columns, and figures in them."""

from __future__ import annotations

from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern
from speechclean.judgement.lines import line_beside, line_end
from speechclean.judgement.page_line import is_furniture, read
from speechclean.judgement.page_words import is_of_post

GAP, BAR = (
    Pattern(r"[ \t\u3000]{0,9}(?:\u3000|\t| {2})[ \t\u3000]{0,40}"),
    Pattern(r"[ \t\u3000]{0,9}[|｜][ \t\u3000]{0,9}"),
)
FIGURE = Pattern(r"[￥¥$约共]?\d[\d.,—~-]{0,12}[㐀-鿿%a-zA-Z]{0,4}")
"""What stands in a column of an account: a number, with what it counts. A forum's replies and hours are none: 12/340, 21:07."""
RULE = frozenset("-—:")
"""What the line below the heads of the columns begins with."""
FEWEST, WIDE = 3, 3
FEWEST_PAIRS, LONGEST_NAME = 5, 8
"""So many rows are a table; so many columns are wide."""
REACH, LONGEST = 12, 120


def is_aligned(text: str, first: int) -> bool:
    """Whether the line that begins there is a row of a table."""
    size = len(_cells(text, first))
    if size <= 1:
        return False
    own, above = _cells(text, first), _beside(text, first, -1, size)
    rows = [*above, own, *_beside(text, first, 1, size)]
    folded = fold(text[first : line_end(text, first)])
    if len(rows) < FEWEST:
        return False
    labelled = _are_labelled(rows)
    if labelled or is_furniture(read(folded), folded):
        return labelled
    if size < WIDE:
        return all(FIGURE.fullmatch(row[-1]) for row in rows)
    if above and RULE.isdisjoint(own[0][:1]) and not _has_figure(own):
        return False
    return 2 * sum(map(_has_figure, rows)) > len(rows)


def is_of_pairs(text: str, first: int) -> bool:
    """Whether the line that begins there and several beside it are pairs: what is told, and what it is."""
    rows = [_cells(text, first), *_beside(text, first, -1, 2), *_beside(text, first, 1, 2)]
    return len(rows) >= FEWEST_PAIRS and all(len(row) == 2 and len(row[0]) <= LONGEST_NAME for row in rows)


def _are_labelled(rows: list[list[str]]) -> bool:
    """Whether each column has a label of its own, the same in all rows, which is none of a list of posts."""
    labels = [[cell.partition(":")[0] if ":" in cell else "" for cell in map(fold, row)] for row in rows]
    first = labels[0]
    return all(first) and labels.count(first) == len(labels) and not any(map(is_of_post, first))


def _has_figure(row: list[str]) -> bool:
    return any(map(FIGURE.fullmatch, row[1:]))


def _cells(text: str, first: int) -> list[str]:
    """What stands in the columns of the line that begins there."""
    end = line_end(text, first)
    row = text[first:end].strip() if end - first <= LONGEST else ""
    if row.count("|") + row.count("｜") >= WIDE - 1:
        return BAR.compiled.split(row.strip("|｜"))
    return GAP.compiled.split(row) if "\u3000" in row or "  " in row or "\t" in row else []


def _beside(text: str, first: int, step: int, size: int) -> list[list[str]]:
    """The lines above or below one, up to the first with another number of columns."""
    rows: list[list[str]] = []
    for _ in range(REACH):
        first = line_beside(text, first, step)
        if first < 0 or len(row := _cells(text, first)) != size:
            break
        rows.append(row)
    return rows
