"""Names the script of a text."""

from __future__ import annotations

from speechclean.core.pattern import Pattern

KANA = Pattern("[ぁ-ゖァ-ヺ]")
JAPANESE = 0.1
"""The share of kana from which on a text is Japanese."""
BOTH = 20
"""A text is in one script although characters of the other occur in it, when its own are this many times as many."""


def script_of(text: str) -> str:
    """`hans`, `hant`, `mixed` (both), `japanese`, or `none`: no character that exists in one script only."""
    from speechclean.rules.script.scripts import SIMPLIFIED, TRADITIONAL

    if KANA.search(text) and len(KANA.findall(text)) > JAPANESE * len(text):
        return "japanese"
    if not TRADITIONAL.occurs_in(text):
        return "hans" if SIMPLIFIED.occurs_in(text) else "none"
    hant, hans = TRADITIONAL.count(text), SIMPLIFIED.count(text)
    if hant >= hans * BOTH:
        return "hant"
    return "hans" if hans >= hant * BOTH else "mixed"
