"""Reads the lines and sentences of sites that are kept as written in lexicon files, with slots for what differs, as patterns."""

from __future__ import annotations

import re
from functools import cache

from speechclean import lexicon
from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern

SLOTS = {
    "n": r"\d[\d,.]{0,9}[kw万]?\+?",
    "date": r"\d{2,4}[-/.年]\d{1,2}[-/.月]\d{1,2}日? ?(?:\([^()\n]{2,4}\))? ?(?:\d{1,2}:\d\d(?::\d\d)?)?",
    "name": r"[^\s。,!?][^。,!?\n]{0,23}",
    "text": r"[^。!?\n]{1,90}?",
    "list": r"[^\n]{1,160}",
    "rest": r"[^\n]{1,100}",
    "url": r"https?://[^\s”」]{4,160}",
    "tel": r"\d[\d-]{5,19}",
    "id": r"[\da-z]{4,40}",
    "latin": r"[a-z0-9][\w.-]{1,23}",
    "ip": r"\d{1,3}(?:\.[\dx*]{1,3}){3}",
}
SLOT = re.compile(r"\{(\w+)\}")
PARTS = re.compile(r"\{\w+\}|[^\w ※◆]|_")
BLANKS = re.compile(r"(?:\\ )+")
SOME_BLANKS = "[ \u3000\u00a0\t|·]{0,4}"
OPENS = r"(?:[(\[【※☆★►●]{0,2} ?\d{1,2}[.、)\]】] ?)?"
"""A number may stand before what sites write in lists."""
ENDS = r"(?:[。.!~…;]{0,3}[)\]】]?)"
MARKS = "。.！!~…;；"


def always_in(line: str) -> list[str]:
    """The runs of letters in a line that are always the same."""
    return [part.strip() for part in PARTS.split(line) if part.strip()]


def written(line: str) -> str:
    """A line as a pattern: blanks may be any, and marks at its end may lack."""
    parts = SLOT.split(line.rstrip(MARKS))
    return "".join(_slot(parts, number) if number % 2 else _literal(part) for number, part in enumerate(parts))


def _literal(part: str) -> str:
    return BLANKS.sub(SOME_BLANKS, re.escape(fold(part)))


def _slot(parts: list[str], number: int) -> str:
    """The pattern of a slot; a blank may part it from letters."""
    before, behind = (" ?" if part[-1:].isalpha() else "" for part in (parts[number - 1], parts[number + 1][:1]))
    return f"{before}{SLOTS[parts[number]]}{behind}"


@cache
def forms() -> dict[str, list[Pattern]]:
    """All of them, each under that of the words that wake the rule, folded, by which it is known."""
    return _by_words("platform_lines", "site_sentences")


@cache
def sentence_forms() -> dict[str, list[Pattern]]:
    """The sentences alone."""
    return _by_words("site_sentences")


def _by_words(*names: str) -> dict[str, list[Pattern]]:
    words = list(map(fold, lexicon.load("platform_words")))
    kept: dict[str, list[Pattern]] = {}
    for line in (line for name in names for line in lexicon.load(name)):
        always = list(map(fold, always_in(line)))
        word = next(word for word in words if any(word in run for run in always))
        kept.setdefault(word, []).append(Pattern(OPENS + written(line) + ENDS))
    return kept
