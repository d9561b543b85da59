"""How a text in Markdown reads without its markup, as extractors of web pages write it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from speechclean.core.fences import code_of
from speechclean.core.named import NamedTuple
from speechclean.core.pattern import Pattern
from speechclean.core.unmarked import Mark, Unmarked
from speechclean.judgement.lines import line_end

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_TEXT, LONGEST_TARGET = 400, 2000
DEEPEST = 2
"""So many brackets stand within those of a link: of a picture, and of one in it."""
_ATTRIBUTES = r"(?:\{[^{}\n]{0,300}\})?"
TARGET = Pattern(
    r"\([ ]?(?P<target><[^<>\n]*>|[^()\s<>]*(?:\([^()\s]{0,200}\)[^()\s]*){0,4})"
    rf"(?:[ \n]{{1,3}}[\"'][^\"\n]{{0,200}}(?:\n[^\"\n]{{0,200}})?[\"'])?[ ]?\){_ATTRIBUTES}"
)
"""Where a link leads, with the title that it shows under a pointer."""
NUMBER = Pattern(rf"\[(\d{{1,4}})\]{_ATTRIBUTES}")
CLASS = Pattern(r"\{[.#][^{}\n]{0,300}\}")
DEFINITION = Pattern(r"(?m)^[ ]{0,3}\[(\d{1,4})\]: (\S+)[^\n]*$")
"""Where the links of a number lead: `[7]: https://…`."""
BOLD = Pattern(r"\*\*(?=\S)(?P<bold>[^*\n]{1,200})(?<=\S)\*\*|\\(?=[!-/:-@\[-`{-~])", first="*\\")
HEAD = Pattern(r"(?m)^[ \t]{0,3}#{1,6}[ \t]+(?=\S)")
OF_HEAD = Pattern(r"[ \t]*\{[.#][^{}\n]{0,300}\}[ \t]*$")
ITEM = Pattern(r"(?m)^[ \t]*(?:[*+-]|\d{1,3}\\?[.)])[ \t]+(?:\d{1,3}\\\.[ \t]+)?(?=[^\s*+-])")
UNDERLINE = Pattern(r"(?m)^[ ]{0,3}(?:={2,}|-{2,})[ \t]*$")
"""The line below a heading."""
COLUMNS = Pattern(r"(?m)(?:^|\n)[ ]{0,3}\|?[ ]{0,3}:?-{3,}:?[ ]{0,3}(?:\|[ ]{0,3}:?-{3,}:?[ ]{0,3})+\|?[ \t]*$")
"""The line below the heads of a table."""
CODE = Pattern(r"`[^`\n]{1,200}`", first="`")
"""Code within a line."""
ALIGNED = Pattern(r"(?m)^[ ]{0,4}-{3,}(?: +-{3,})+[ ]*$")
"""The line below the heads of a table as pandoc writes it, whose columns stand below one another."""
FENCE = Pattern(r"(?m)^:{3,}(?:[ ]?\{[^{}\n]{0,300}\})?[ ]*$")
"""The borders of a part of the page, as pandoc writes them."""


class Link(NamedTuple):
    """`text[start:end]`, of which `text[first:last]` is shown, and where it leads; a span with a class leads nowhere."""

    start: int
    first: int
    last: int
    end: int
    target: str
    picture: bool


def links(text: str) -> list[Link]:
    """All links, pictures and spans with a class, by the places where their brackets close. Linear in the text."""
    found: list[Link] = []
    targets = {match[1]: match[2] for match in DEFINITION.finditer(text)} if "]: " in text else {}
    place = text.find("]")
    while place >= 0:
        sign = text[place + 1 : place + 2]
        closing = None
        if sign == "(":
            closing = TARGET.match(text, place + 1, place + LONGEST_TARGET)
        elif sign == "{":
            closing = CLASS.match(text, place + 1)
        elif sign == "[" and targets and (closing := NUMBER.match(text, place + 1)) and closing[1] not in targets:
            closing = None
        if closing and (start := _opening(text, place)) >= 0:
            picture = text[start - 1 : start] == "!"
            target = "" if sign == "{" else closing[1].strip("<>") if sign == "(" else targets[closing[1]]
            found.append(Link(start - picture, start + 1, place, closing.end(), target, picture))
        place = text.find("]", place + 1)
    return found


def _opening(text: str, place: int) -> int:
    """Where the bracket opens that closes at `place`, in the same paragraph; -1 where none does."""
    depth = 0
    for at in range(place - 1, max(-1, place - LONGEST_TEXT), -1):
        letter = text[at]
        if letter == "\n" and text[at - 1 : at] == "\n":
            return -1
        if letter in "[]" and text[at - 1 : at] != "\\":
            depth += 1 if letter == "]" else -1
            if not -1 < depth <= DEEPEST:
                return at if depth < 0 else -1
    return -1


def unmarked(text: str) -> Unmarked:
    """How a text reads without its Markdown; pictures are left in it."""
    found = links(text)
    pictures = sorted((link.start, link.end) for link in found if link.picture)
    starts = [start for start, _ in pictures]
    seen = [Mark(link.start, link.first, link.last, link.end) for link in found if not link.picture]
    for mark in _marks(text):
        number = bisect_right(starts, mark.start) - 1
        if number < 0 or pictures[number][1] <= mark.start:
            seen.append(mark)
    return Unmarked(text, seen)


def _marks(text: str) -> Iterator[Mark]:
    """The markup of characters and lines, and what is no text: code, the lines of tables and of parts."""
    for match in BOLD.finditer(text):
        if match["bold"]:
            yield Mark(match.start(), match.start("bold"), match.end("bold"), match.end())
        else:
            yield Mark(match.start(), match.end(), match.end() + 1, match.end() + 1)
    yield from _marks_of_lines(text)
    yield from _tables(text)
    hidden = (match.span() for pattern in (CODE, COLUMNS, FENCE, DEFINITION) for match in pattern.finditer(text))
    for start, end in (*code_of(text, indented=True), *hidden):
        yield Mark(start, end, end, end)


def _marks_of_lines(text: str) -> Iterator[Mark]:
    """What headings and items begin with, and the lines below headings."""
    for match in HEAD.finditer(text):
        end = line_end(text, match.end())
        attributes = OF_HEAD.search(text, match.end(), end) if text.startswith("}", end - 1) else None
        yield Mark(match.start(), match.end(), attributes.start() if attributes else end, end)
    for match in ITEM.finditer(text):
        end = line_end(text, match.end())
        yield Mark(match.start(), match.end(), end, end)
    for match in UNDERLINE.finditer(text):
        above = max(0, match.start() - 1)
        start = text.rfind("\n", 0, above) + 1
        if text[start:above].strip(" |-"):
            yield Mark(start, start, above, match.end())


def _tables(text: str) -> Iterator[Mark]:
    """The tables that pandoc writes without lines between their columns."""
    end = 0
    for match in ALIGNED.finditer(text):
        if match.start() >= end:
            start = text.rfind("\n", 0, max(0, match.start() - 1)) + 1
            end = text.find("\n\n", match.end())
            end = len(text) if end < 0 else end
            yield Mark(start, end, end, end)


def without_code(text: str) -> str:
    """The text without the code between fences, and in its lines."""
    place, pieces = 0, []
    for start, end in code_of(text, indented=False):
        pieces.append(text[place:start])
        place = end
    return "".join(CODE.split("".join([*pieces, text[place:]])))
