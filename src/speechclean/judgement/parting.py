"""Parts a text into lines and a line into the pieces that can go as a whole, and tells which of them are worth a look."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from speechclean import native
from speechclean.core.named import NamedTuple
from speechclean.core.pattern import Pattern
from speechclean.judgement.likeness import reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from speechclean.core.document import Document, Line
    from speechclean.judgement.likeness import Reading

    Span = tuple[int, int]

PARAGRAPH = 100
"""In a longer line a word of a site alone is prose."""
NEAR = 50
"""So far apart two words of a site stand in one sentence of it."""
BRACKET = Pattern(
    r"(?:…{1,2} ?)?(?:[（(][^（()）\n]{4,120}(?:[（(][^（()）\n]{0,30}[）)][^（()）\n]{0,60})?[）)]"
    r"|【[^【】\n]{4,120}】"
    r"|\[[^\[\]\n]{4,120}\]|〖[^〖〗\n]{4,120}〗)(?: ?…{1,2})?"
    r"|(?P<frame>[★☆◆◇◎●■▲▼※→←↓↑✦∥‖║┃=~&#*＊—–-])[★☆◆◇◎●■▲▼※→←↓↑✦∥‖║┃=~&#*＊—–-]{0,40}[ \u3000]?[^★☆◆◇◎●■▲▼※→←↓↑✦∥‖║┃=~&#*＊\n—"
    r"–。-]"
    r"[^\n。]{3,100}?(?P=frame)[★☆◆◇◎●■▲▼※→←↓↑✦∥‖║┃=~&#*＊—–-]{0,40}",
    first="…（(【[〖★☆◆◇◎●■▲▼※→←↓↑✦∥‖║┃=~&#*＊—–-",
)
SENTENCE_END = Pattern(r"[。！？!?；;…](?:(?<=…)…|(?<!…)[。！？!?；;~～]*)[”」』’\"）)】\]]*")
"""It begins with a class, so that nothing is tried at other characters: two dots, or one mark and those behind it."""
LONGEST_SENTENCE = 400


class Piece(NamedTuple):
    """A span and its shape: line, bracket or sentence. `alone` is true where a sentence is its whole line."""

    start: int
    end: int
    shape: str


def sentences(text: str, line: Line) -> list[Piece]:
    """The sentences of a line, without the blanks around them."""
    return _sentences()(text, line[0], line[1], Piece)


@cache
def _sentences() -> Callable[[str, int, int, type[Piece]], list[Piece]]:
    return native.sentences() or sentences_of


def sentences_of(text: str, start: int, end: int, _: type[Piece]) -> list[Piece]:
    """The same, not compiled."""
    found = []
    ends = [match.span() for match in SENTENCE_END.finditer(text, start, end)]
    for body, behind in (*ends, (end, end)):
        first = max(start, body - LONGEST_SENTENCE)
        while first < body and text[first].isspace():
            first += 1
        if first < body:
            found.append(Piece(first, behind, "sentence"))
        start = behind
    return found


def held_sentences(text: str, line: Line, places: list[int]) -> list[Piece]:
    """Those of several sentences of a line that hold one of the places; none of a line of one sentence."""
    return [Piece(start, end, "sentence") for start, end in _likely()(text, line, places, None, 0.0)]


def likely_sentences(text: str, line: Line, places: list[int], need: float) -> list[Piece]:
    """Those of them that read so much like a site's."""
    spans = _likely()(text, line, places, reading(), need)
    return [Piece(start, end, "sentence") for start, end in spans]


@cache
def _likely() -> Callable[..., list[Span]]:
    return native.likely() or likely


def likely(text: str, line: Span, places: list[int], reader: Reading | None, need: float) -> list[Span]:
    """The same, not compiled; without a reader all that hold a place."""
    parts = sentences_of(text, line[0], line[1], Piece)
    held = [part[:2] for part in parts if holds_one(places, part[0], part[1])] if len(parts) > 1 else []
    return [span for span in held if not reader or reader.within(text, *span) >= need]


def brackets(text: str, line: Line) -> list[Piece]:
    """The bracketed and framed runs of a line."""
    spans = _brackets()(text, line[0], line[1])
    return [Piece(start + _ellipsis(text, start, end), end, "bracket") for start, end in spans]


@cache
def _brackets() -> Callable[[str, int, int], list[Span]]:
    return native.brackets() or brackets_of


def brackets_of(text: str, start: int, end: int) -> list[Span]:
    """The spans of the runs, with the ellipses around them, not compiled."""
    return [match.span() for match in BRACKET.finditer(text, start, end)]


def _ellipsis(text: str, start: int, end: int) -> int:
    """The length of an ellipsis before a bracket that is the author's: his sentence trails off, the bracket does not."""
    if text[start] != "…" or text[end - 1] == "…" or not text[start - 1 : start].isalnum():
        return 0
    whole = text[start:end]
    return len(whole) - len(whole.lstrip("… "))


def marked_lines(document: Document, words: frozenset[str]) -> list[tuple[Line, list[int]]]:
    """The lines that hold these trigger words, each with the places of the words.

    In a long line a word alone is prose; only words that have another one of them near are places to look at.
    """
    return document.marked_lines(words, PARAGRAPH, NEAR)


def holds_one(places: list[int], start: int, end: int) -> bool:
    """Whether one of the places lies within."""
    held = bisect_left(places, start)
    return held < len(places) and places[held] < end
