"""What the judge knows of each token: the tokens around it, word classes, identifiers near by, and where it stands."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from itertools import pairwise
from operator import add
from typing import TYPE_CHECKING

from speechclean.judgement.seams import ENDS
from speechclean.judgement.ties import tied
from speechclean.judgement.tokens import IDENTIFIERS
from speechclean.lexicon import load
from speechclean.spelling import as_written
from speechclean.triggers import Forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from speechclean.core.hits import Hit
    from speechclean.judgement.tokens import View

CLASSES = (
    ("bargain", "P"),
    ("channel", "C"),
    ("channel_weak", "c"),
    ("self", "S"),
    ("offer", "O"),
    ("call", "A"),
    ("office", "G"),
    ("plain", ""),
)
CLAUSE_ENDS = ENDS + ",，、:：()（）【】[]"
FEW = 500
"""So many characters of windows are read without an automaton, which takes 2 ms to build."""
NEAR = "0123445667"
"""The distances from 0 that are told apart; the last stands for all that is further, or in another sentence."""


@cache
def _classes() -> tuple[Forms, dict[str, str]]:
    """The words of all classes, and the letters of each word's classes."""
    classes: dict[str, str] = {}
    for name, letter in CLASSES:
        for word in load(f"ad_{name}"):
            classes[word] = classes.get(word, "") + letter
    return Forms((as_written(classes), classes), few=FEW), classes


def classify(view: View) -> list[str]:
    """For each token the classes of the longest word that begins at it or covers it, or an empty string."""
    forms, classes = _classes()
    if found := forms.scanned(view.text):
        return found.cover(view.text, view.starts, classes)
    return covered(view, forms.find(view.text)[1](), classes)


def covered(view: View, hits: Iterable[Hit], classes: dict[str, str]) -> list[str]:
    """What the hits of words tell of each token."""
    text, starts = view.text, view.starts
    size = len(view.forms)
    found = [""] * size
    reached = 0
    for start, end, word in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        first = bisect_left(starts, start)
        if first < reached or starts[first] != start or _goes_on(text, word, end):
            continue
        reached = bisect_left(starts, end, first + 1, size)
        found[first:reached] = [classes[word]] * (reached - first)
    return found


def _goes_on(text: str, word: str, end: int) -> bool:
    """Whether a Latin word is only the beginning of the one that stands there."""
    return word[-1].isascii() and text[end : end + 1].isalpha() and text[end].isascii()


def _distances(marks: list[int], stops: list[bool]) -> tuple[list[str], list[str]]:
    """For each token how far behind it the last mark is, and how far ahead the next, within the sentence, in steps."""
    size = len(stops)
    behind, ahead = [NEAR[-1]] * size, [NEAR[-1]] * size
    for mark in marks:
        for place, step in zip(range(mark, size), NEAR, strict=False):
            behind[place] = step
            if stops[place]:
                break
    for mark in reversed(marks):
        for place, step in zip(range(mark, -1, -1), NEAR, strict=False):
            ahead[place] = step
            if stops[place]:
                break
    return behind, ahead


def features(view: View, kinds: list[str]) -> dict[str, Sequence[str]]:
    """What is known of each token, one column a question: the letter of the question, and each token's answer."""
    size = len(view.forms)
    forms = ["^", "^", *view.forms, "$", "$"]
    pairs = list(map(add, forms, forms[1:]))
    triples = list(map(add, pairs, forms[2:]))
    shapes = f"^^{view.shapes}$$"
    beside = [f"{before}|{after}" for before, after in pairwise(["", *kinds, ""])]
    stops = [form in ENDS for form in view.forms]
    id_behind, id_ahead = _distances([n for n, form in enumerate(view.forms) if form in IDENTIFIERS], stops)
    ch_behind, ch_ahead = _distances([n for n, kind in enumerate(kinds) if "C" in kind or "c" in kind], stops)
    return {
        "a": forms[2:-2],
        "b": pairs[1:],
        "c": pairs[2:],
        "d": triples,
        "e": triples[1:],
        "f": triples[2:],
        "g": kinds,
        "h": beside,
        "i": beside[1:],
        "j": [shapes[n : n + 5] for n in range(size)],
        "k": [shapes[n : n + 3] for n in range(1, size + 1)],
        "l": list(map(add, kinds, map(add, id_behind, ch_behind))),
        "m": list(map(add, kinds, map(add, id_ahead, ch_ahead))),
        "n": list(map(add, id_ahead, id_behind)),
        "o": list(map(add, _since_stop(stops), kinds)),
        "q": list(map(add, kinds, _companies(view, kinds))),
    }


def _companies(view: View, kinds: list[str]) -> list[str]:
    """For each token what stands in its clause: accounts, signs and the classes of words, as letters."""
    found: list[str] = []
    letters: set[str] = set()
    size = 0
    for form, shape, kind in zip(view.forms, view.shapes, kinds, strict=True):
        if kind:
            letters.update(kind)
        if form in IDENTIFIERS:
            letters.add("I")
        elif shape == "e":
            letters.add("E")
        size += 1
        if form in CLAUSE_ENDS:
            found += ["|" + "".join(sorted(letters))] * size
            letters, size = set(), 0
    return found + ["|" + "".join(sorted(letters))] * size


def _since_stop(stops: list[bool]) -> list[str]:
    """How many tokens of the sentence stand before each, up to three."""
    found: list[str] = []
    since = 0
    for stop in stops:
        found.append("0123"[since])
        since = 0 if stop else min(3, since + 1)
    return found


@lru_cache(maxsize=1 << 15)
def _tie(left: str, right: str) -> str:
    return f"h{_step(tied(left, right))}"


@lru_cache(maxsize=1 << 13)
def _opening(right: str) -> str:
    return f"s{_step(tied('。', right))}"


def _step(tie: int) -> int:
    return (max(-300, min(300, tie)) * 2 + 10_000) // 100


def borders(view: View) -> list[tuple[str, ...]]:
    """What is known of the border before each token, and of the one behind the last: features of a change of author."""
    rows: list[tuple[str, ...]] = [("^",)]
    for (left, shape_left), (right, shape_right) in pairwise(zip(view.forms, view.shapes, strict=True)):
        if shape_left == shape_right == "h":
            rows.append((_tie(left, right), _opening(right)))
        else:
            side_left = left if shape_left in "pe" else shape_left
            side_right = right if shape_right in "pe" else shape_right
            opening = "t" + _opening(right)[1:] if shape_right == "h" else "t0"
            rows.append((f"p{side_left}{side_right}", f"l{side_left}", f"r{side_right}", opening))
    if view.forms:
        rows.append(("$", f"${view.shapes[-1]}", f"${view.forms[-1]}"))
    return rows
