"""Looks for patterns that can take very long: by their form, and by trying them on texts made to hurt them."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from speechclean.rules.custom.engine import Compiled

TRY = 0.2
"""Seconds that a pattern has for a text made to hurt it."""

MOST_TIME = 5.0
"""Seconds that all tries of a pattern at one size have."""

MOST_PIECES = 20_000
"""Pieces of a pattern once its counted repetitions are written out: the engine writes them out."""

MOST_ATOMS = 40
"""Pieces of a pattern that hostile texts are made of."""

TOKEN = re.compile(
    r"\(\?#[^)]*\)"  # a comment
    r"|(?P<escape>\\[pP]\{[^}]*\}|\\x\{[^}]*\}|\\[gkN][<{][^>}]*[>}]|\\.)"
    r"|(?P<set>\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\])"
    r"|(?P<open>\((?:\?(?:P?<\w+>|<?[=!]|[>|:]|[-a-zA-Z0-9]+[:)]))?)"
    r"|(?P<close>\))"
    r"|(?P<repeat>(?:[*+?]|\{\d*,?\d*\})[?+]?)"
    r"|(?P<other>[\s\S])"
)
RECURSION = re.compile(r"(?<!\\)\(\?(?:R|[+-]?\d+|&\w+|P>\w+)\)")
SAMPLES = {"d": "1", "w": "a", "s": " ", "S": "文", "W": "!", "D": "文", "n": "\n", "t": "\t", "h": " ", "R": "\n"}
NOT_ATOMS = "bBAZzGKQE"
"""Escapes that match no character."""


@dataclass
class _Group:
    """A group that is being read: where it begins, and whether something in it repeats without bound."""

    start: int
    atomic: bool = False
    repeats: bool = False


class Slow(NamedTuple):
    """A text on which a pattern runs out of time: so many code points of a repeated string."""

    pump: str
    size: int


def refused(pattern: str) -> str | None:
    """Why a pattern is not even compiled: it would eat all memory; None for a bearable one."""
    if RECURSION.search(pattern):
        return "a pattern that calls itself is not supported"
    if _pieces(pattern) > MOST_PIECES:
        return f"its counted repetitions come to more than {MOST_PIECES} pieces"
    return None


def nested(pattern: str) -> str | None:
    """The first repeated group that holds a repetition of its own; None where there is none."""
    groups = [_Group(0)]
    closed: _Group | None = None
    for token in TOKEN.finditer(pattern):
        if token["repeat"] and _unbounded(token["repeat"]):
            if closed and closed.repeats and not closed.atomic:
                return pattern[closed.start : token.end()]
            groups[-1].repeats = True
        closed = None
        if token["open"] and not token["open"].endswith(")"):
            groups.append(_Group(token.start(), atomic=token["open"] == "(?>"))
        elif token["close"] and len(groups) > 1:
            closed = groups.pop()
            groups[-1].repeats |= closed.repeats and not closed.atomic
    return None


def slow(run: Callable[[str], object], pattern: str, size: int) -> Slow | None:
    """The first hostile text of this size on which `run`, which tries the pattern, raises TimeoutError."""
    began = time.process_time()
    for text, pump in hostile(pattern, size):
        try:
            run(text)
        except TimeoutError:
            return Slow(pump, size)
        if time.process_time() - began > MOST_TIME:
            break
    return None


def finding(pattern: Compiled) -> Callable[[str], object]:
    """Runs the pattern as `kind = "regex"` does."""
    return lambda text: list(pattern.finditer(text, timeout=TRY))


def matching(pattern: Compiled) -> Callable[[str], object]:
    """Runs the pattern as on a line."""
    return lambda text: pattern.fullmatch(text, timeout=TRY)


def hostile(pattern: str, size: int) -> Iterator[tuple[str, str]]:
    """Texts that begin as the pattern does, repeat a piece of it, and go on as it cannot; each with what is repeated.

    The whole pattern stands at their end, as the engine gives up where a character that must occur is missing.
    """
    atoms = _atoms(pattern)
    whole = "".join(atoms)
    for start in range(len(atoms)):
        prefix = "".join(atoms[:start])
        for pump in dict.fromkeys(("".join(atoms[start : start + 1]), "".join(atoms[start : start + 2]))):
            for end in ("\ufffe", f"\ufffe{whole}", f"\n\n{whole}"):
                yield prefix + pump * (size // len(pump)) + end, pump


def _atoms(pattern: str) -> list[str]:
    """A character for each piece of the pattern that matches one."""
    atoms = []
    for token in TOKEN.finditer(pattern):
        if token["escape"]:
            letter = token["escape"][1]
            if letter not in NOT_ATOMS and not letter.isdigit():
                atoms.append("文" if letter in "pPN" else SAMPLES.get(letter, letter))
        elif token["set"]:
            atoms.append(_member(token["set"]))
        elif token["other"] and token["other"] not in "^$|":
            atoms.append("文" if token["other"] == "." else token["other"])
    return atoms[:MOST_ATOMS]


def _member(source: str) -> str:
    """A character that a set holds."""
    inner = source[1:-1]
    if inner.startswith("^"):
        return next(letter for letter in "文a1 !" if letter not in inner)
    if inner.startswith("\\") and len(inner) > 1:
        return SAMPLES.get(inner[1], inner[1])
    return inner[:1] or "文"


def _unbounded(repeat: str) -> bool:
    return not repeat.endswith("+", 1) and (repeat[0] in "*+" or ",}" in repeat)


def _pieces(pattern: str) -> int:
    """How many pieces a pattern has once `{…}` is written out."""
    sizes = [0]
    last = 0
    for token in TOKEN.finditer(pattern):
        if token["repeat"]:
            count = max(map(int, re.findall(r"\d+", token["repeat"])), default=1)
            sizes[-1] += last * max(0, count - 1)
            last *= max(1, count)
        elif token["open"]:
            sizes.append(0)
        elif token["close"]:
            last = sizes.pop()
            sizes = [*sizes[:-1], sizes[-1] + last] if sizes else [last]
        else:
            last = 1
            sizes[-1] += 1
    return sum(sizes)
