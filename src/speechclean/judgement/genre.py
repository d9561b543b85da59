"""What kind of text a document is, where that changes what counts as noise."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from speechclean import native
from speechclean.core.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Callable

LINK = Pattern(r"\]\((?![\"'])")
"""A link of Markdown; what a script that a site left in its page calls so has a string behind the bracket: `window[t]("…")`."""


def is_manual(text: str) -> bool:
    """Whether the text is written in Markdown or shows code: it tells its readers where to click, and may."""
    return _manuals()(text)


@cache
def _manuals() -> Callable[[str], bool]:
    return native.manuals() or shows_code


def shows_code(text: str) -> bool:
    """The same, not compiled."""
    code = ("`" in text and "```" in text) or ("](" in text and LINK.search(text)) or "npm install" in text
    return bool(code) or ("#" in text and (text.startswith("# ") or "\n## " in text))


def technical(text: str) -> bool:
    """Whether a text is Markdown or code by its marks: there, identifiers and addresses are what it speaks of."""
    links = text.count("](") + text.count("](#") if "]" in text else 0
    return links + (text.count("```") if "`" in text else 0) + (text.count("{#") if "{" in text else 0) >= 3
