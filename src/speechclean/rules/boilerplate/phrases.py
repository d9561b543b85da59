"""How the rules for phrases look for them: whole lines that are one, and those that are glued between sentences.

Both are looked for around trigger words; a text of nothing but triggers takes no more time for each than another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.named import NamedTuple
from speechclean.judgement.genre import is_manual
from speechclean.judgement.mentioned import SCREEN, is_announced, is_of, is_shown, is_subject
from speechclean.judgement.ordinals import rises
from speechclean.judgement.quotations import is_quoted
from speechclean.judgement.shown_code import is_shown_code
from speechclean.judgement.verse import is_of_verse
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from speechclean.core.document import Document, Line
    from speechclean.core.edit import Edit

LONGEST, REACH = 200, 80
"""A longer line is no phrase; so far from a trigger a glued one is looked for, if its rule does not say otherwise."""
BLANKS = 20
"""So many blanks at most may stand before a phrase."""


class Phrases(NamedTuple):
    """The phrases of a rule."""

    triggers: frozenset[str]
    of_lines: frozenset[str]
    """Those triggers that make lines alone: common words."""
    is_line: Callable[[Document, Line], bool]
    glued: Callable[[Document, int, int], Iterator[tuple[int, int]]]
    """The spans of phrases in a part of a line."""
    evidence: str
    reach: int = REACH
    """So far from a trigger a glued one is looked for."""


def cut_phrases(document: Document, phrases: Phrases) -> Iterator[Edit]:
    """Cut the lines that are phrases, and what is glued; what is quoted, announced or spoken of stays, as do pages that show code."""
    done, line = -1, None
    for hit in document.hits_of(phrases.triggers):
        if hit.start < done:
            continue
        if line is None or hit.start > line.end:
            line = document.line_at(hit.start)
            if line.end - line.start <= LONGEST and phrases.is_line(document, line):
                done = line.end
                if _is_shown(document, line):
                    continue
                yield cut_line(document.text, line.start, line.end, phrases.evidence)
                continue
        if hit.word in phrases.of_lines or document.fact(is_manual):
            continue
        first, last = max(line.start, hit.start - phrases.reach, done), min(line.end, hit.end + phrases.reach)
        for start, end in phrases.glued(document, first, last):
            if start >= done and not _is_the_authors(document.text, start, end):
                yield _cut(document.text, line, (start, end), phrases.evidence)
                done = end


def _is_shown(document: Document, line: Line) -> bool:
    """Whether a line that is a phrase is announced, or one of an author's lines of verse, or of rows with rising numbers."""
    return is_shown(document.text, *line) or is_of_verse(document, line) or rises(document.text, line.start)


def _cut(text: str, line: Line, span: tuple[int, int], evidence: str) -> Edit:
    """Cut a phrase, with its line where nothing else stands in that."""
    start, end = span
    alone = not text[line.start : start].strip() and not text[end : line.end].strip()
    return cut_line(text, line.start, line.end, evidence) if alone else cut(text, start, end, evidence)


def _is_the_authors(text: str, start: int, end: int) -> bool:
    """Whether what is glued is quoted, announced, the subject of a sentence, or in a line of code."""
    if is_quoted(text, start, end) or is_subject(text, end) or is_announced(text, start):
        return True
    if is_shown_code(text, start):
        return True
    return is_of(SCREEN, text, start, end)


def before(document: Document, start: int) -> str:
    """The character before a phrase, but for a few blanks: a newline where a line begins, nothing where the text does."""
    first = max(0, start - BLANKS)
    return document.text[first:start].rstrip(" \t\u3000")[-1:] or " " * (first > 0)
