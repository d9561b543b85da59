"""Characters that a disguised ad writes as others: as one that is like it, or as two, a side and the rest (`亻言` for 信)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern
from speechclean.lexicon import load

if TYPE_CHECKING:
    from speechclean.core.squeeze import Squeezed

SIDES = "亻扌讠氵忄钅饣纟彳犭衤礻"
"""No text holds one of them but as itself: in a lesson on characters."""
SIDE = Pattern(f"[{SIDES}]", first=SIDES)


def alike(letter: str) -> str:
    """A character and those that stand for it."""
    return next((line for line in load("look_alikes") if line[0] == letter), letter)


@cache
def wholes() -> dict[str, str]:
    """The plain character of each two."""
    return {line[1:]: line[0] for line in load("components")}


def joined(squeezed: Squeezed) -> tuple[Squeezed, dict[int, str]]:
    """The view without the sides of such characters, and what stands for the rest of each, by its place in the view."""
    text, known = squeezed.text, wholes()
    sides = [match.start() for match in SIDE.finditer(text) if text[match.start() : match.start() + 2] in known]
    if not sides:
        return squeezed, {}
    view = squeezed.without_firsts(sides)
    return view, {side - number: known[text[side : side + 2]] for number, side in enumerate(sides)}
