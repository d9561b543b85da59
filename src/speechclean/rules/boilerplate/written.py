"""Reads the lines and sentences of sites that are kept as written in lexicon files, with slots for what differs, as patterns."""

from __future__ import annotations

import re
from functools import cache
from operator import add
from typing import TYPE_CHECKING

from speechclean import lexicon
from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOTS = {
    "n": r"\d[\d,.]{0,9}[kw万]?\+?",
    "date": r"\d{2,4}[-/.年]\d{1,2}[-/.月]\d{1,2}日? ?(?:\([^()\n]{2,4}\))? ?(?:\d{1,2}:\d\d(?::\d\d)?)?",
    "name": r"[^\s。,!?][^。,!?\n]{0,23}",
    "text": r"[^。!?\n]{1,90}?",
    "rest": r"[^。!?\n]{1,100}",
    "url": r"https?://[^\s”」]{4,160}",
    "tel": r"\d[\d-]{5,19}",
    "id": r"[\da-z]{4,40}",
    "code": r"[a-z_]{0,5}\d{2,6}",
    "latin": r"[a-z0-9][\w.-]{1,23}",
    "ip": r"\d{1,3}(?:\.[\dx*]{1,3}){3}",
}
SLOT = re.compile(r"\{(\w+)\}")
PARTS = re.compile(r"\{\w+\}|[^\w ※◆]|_")
BLANKS = re.compile(r"(?:\\ )+")
SOME_BLANKS = "[ \u3000\u00a0\t|·]{0,4}"
ITEM = r"(?:[(\[【※☆★►●]{0,2} ?\d{1,2}[.、)\]】] ?)?"
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
    """The pattern of a slot; a blank may part it from letters. At the end it takes all of its sentence."""
    before, behind = (" ?" if part[-1:].isalpha() else "" for part in (parts[number - 1], parts[number + 1][:1]))
    slot = SLOTS[parts[number]]
    return f"{before}{slot.removesuffix('?') if slot.endswith('}?') and not parts[number + 1] else slot}{behind}"


Forms = dict[str, dict[str, list[Pattern]]]
"""The patterns under the word that wakes the rule, and the words under their first two characters."""


def forms() -> Forms:
    """All of them, each under that of the words, folded, by which it is known."""
    return _forms()[0]


def sentence_forms() -> Forms:
    """The sentences alone."""
    return _forms()[1]


def matches(folded: str, known: Forms) -> Iterator[tuple[int, int]]:
    """The spans of a folded text that are one of the forms; only those are tried whose word is in it."""
    for two in known.keys() & set(map(add, folded, folded[1:])):
        for word, patterns in known[two].items():
            if word in folded:
                for pattern in patterns:
                    yield from (match.span() for match in pattern.finditer(folded))


@cache
def _forms() -> tuple[Forms, Forms]:
    words: dict[str, list[str]] = {}
    for word in map(fold, lexicon.load("platform_words")):
        words.setdefault(word[:2], []).append(word)
    every: Forms = {}
    sentences: Forms = {}
    for name, kept in (("platform_lines", ()), ("site_sentences", (sentences,))):
        for line in lexicon.load(name):
            pattern = Pattern(ITEM + written(line) + ENDS)
            word = _word(line, words)
            for table in (every, *kept):
                table.setdefault(word[:2], {}).setdefault(word, []).append(pattern)
    return every, sentences


def _word(line: str, words: dict[str, list[str]]) -> str:
    """The first of the words, told by their first two characters, that stands in what is always the same in a line."""
    always = "\n".join(map(fold, always_in(line)))
    return next(
        word
        for place in range(len(always))
        for word in words.get(always[place : place + 2], ())
        if always.startswith(word, place)
    )
