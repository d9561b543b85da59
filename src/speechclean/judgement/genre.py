"""What kind of text a document is, where that changes what counts as noise."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from speechclean import native

if TYPE_CHECKING:
    from collections.abc import Callable

OF_NO_LINK = frozenset("\"' ")
"""What a script that a site left in its page calls has a string behind the bracket: `window[t]("…")` is no link. Nor is the
junk of a board, whose signs stand apart: `]( h, W'`."""
LONGEST_ALT = 200


def is_manual(text: str) -> bool:
    """Whether the text is written in Markdown or shows code: it tells its readers where to click, and may."""
    return _manuals()(text)


@cache
def _manuals() -> Callable[[str], bool]:
    return native.manuals() or shows_code


def shows_code(text: str) -> bool:
    """The same, not compiled."""
    return ("`" in text and "```" in text) or ("](" in text and has_link(text)) or "npm install" in text


def has_link(text: str) -> bool:
    """Whether a link of Markdown stands there; a picture is none: extractors write the page's so, whatever it is."""
    place = text.find("](")
    while place >= 0:
        if text[place + 2 : place + 3] not in OF_NO_LINK and not _is_picture(text, place):
            return True
        place = text.find("](", place + 2)
    return False


def _is_picture(text: str, place: int) -> bool:
    """Whether the bracket that closes there was opened by a picture, `![…](`, or holds one: `[![…](…)](`."""
    if text[place - 1 : place] == ")":
        return True
    start = place - (text[place - 1 : place] == "]")  # of a smiley: `![[笑]](`
    while start and place - start < LONGEST_ALT and text[start - 1] not in "[]\n":
        start -= 1
    return text[max(0, start - 3) : start].endswith(("![", "![["))


def technical(text: str) -> bool:
    """Whether a text is Markdown or code by its marks: there, identifiers and addresses are what it speaks of."""
    links = text.count("](") + text.count("](#") - text.count("![") if "]" in text else 0
    return links + (text.count("```") if "`" in text else 0) + (text.count("{#") if "{" in text else 0) >= 3
