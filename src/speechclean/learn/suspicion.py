"""Whether a string holds anything that sites, sellers or pages say; what does not is only worth a look where it breaks sentences."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from speechclean import lexicon

LEXICONS = (
    "ad_bargain",
    "ad_channel",
    "ad_self",
    "ad_offer",
    "ad_call",
    "controls",
    "counters",
    "byline_labels",
    "page_labels",
    "site_phrases",
    "smut_words",
)
SIGNS = re.compile(
    r"^[\[(〖『「〔《<※▶].*[\])〗』」〕》>※◀]$|[【】★☆→←◆●▼▲※©®👉👈]|\.(?:com|cn|net|org|cc|vip|top|xyz|info|tv|me|la)\b|[0-9a-z]{6}"
)
LONGEST_WORD = 8


@cache
def _words() -> frozenset[str]:
    return frozenset(word for name in LEXICONS for word in lexicon.load(name) if len(word) > 1)


def without_words(folded: str) -> str:
    """A folded string with a blank in the place of each such word, the longer ones first."""
    words = _words()
    for size in range(LONGEST_WORD, 1, -1):
        for start in range(len(folded) - size + 1):
            if folded[start : start + size] in words:
                folded = f"{folded[:start]}{' ' * size}{folded[start + size :]}"
    return folded


@lru_cache(maxsize=1 << 16)
def suspicious(folded: str) -> bool:
    """Whether a folded string holds such a word or sign."""
    words = _words()
    return SIGNS.search(folded) is not None or any(
        folded[start : start + size] in words
        for size in range(2, LONGEST_WORD + 1)
        for start in range(len(folded) - size + 1)
    )
