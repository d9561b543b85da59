"""Which names of encodings may be given: those that files of Chinese text are in."""

from __future__ import annotations

import codecs

OTHERS = frozenset(("idna", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7"))
"""Codecs that write Chinese in other signs. Any bytes are something in them, and what they make of a text is none."""


def refusal(name: str) -> str | None:
    """What is to be said of a name that is none of such an encoding."""
    try:
        found = codecs.lookup(name).name
        "".encode(name)
    except (LookupError, UnicodeError, ValueError):
        return f"there is no encoding named {name!r}; try utf-8, gb18030, big5, utf-16-le, hz, shift_jis or euc_kr"
    if found in OTHERS:
        return f"no file of text is in {name!r}; try utf-8, gb18030, big5, utf-16-le, hz, shift_jis or euc_kr"
    return None
