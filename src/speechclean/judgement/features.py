"""What the judge knows of each token: the tokens around it, word classes, identifiers near by, and where it stands."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from speechclean.lexicon import load
from speechclean.plausibility import bond

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechclean.judgement.tokens import Token, View

CLASSES = (
    ("bargain", "P"),
    ("channel", "C"),
    ("channel_weak", "c"),
    ("self", "S"),
    ("offer", "O"),
    ("call", "A"),
    ("office", "G"),
)
IDENTIFIERS = frozenset(("id", "i3", "5", "7", "11", "14", "x5", "x7", "x11", "x14", "host", "url", "mail", "word"))
ENDS = "。！!？?；;…\n"
FAR = 9


@cache
def _words() -> dict[str, tuple[tuple[str, str], ...]]:
    """The words of all classes by their first character, longest first."""
    classes: dict[str, str] = {}
    for name, letter in CLASSES:
        for word in load(f"ad_{name}"):
            classes[word] = classes.get(word, "") + letter
    table: dict[str, list[tuple[str, str]]] = {}
    for word in sorted(classes, key=len, reverse=True):
        table.setdefault(word[0], []).append((word, classes[word]))
    return {first: tuple(words) for first, words in table.items()}


def classify(view: View) -> list[str]:
    """For each token the classes of the word that covers it, or an empty string."""
    words, text, tokens = _words(), view.text, view.tokens
    found = [""] * len(tokens)
    number = 0
    while number < len(tokens):
        token = tokens[number]
        step = 1
        for word, letters in words.get(text[token.start], ()):
            end = token.start + len(word)
            if text.startswith(word, token.start) and not (
                word[-1].isascii() and text[end : end + 1].isalpha() and text[end].isascii()
            ):
                while number + step < len(tokens) and tokens[number + step].start < end:
                    step += 1
                found[number : number + step] = [letters] * step
                break
        number += step
    return found


def distances(marks: Sequence[bool], tokens: Sequence[Token]) -> list[int]:
    """For each token how far behind it the last mark is, within the sentence: 0 at the mark, 9 for far or none."""
    found: list[int] = []
    far = FAR
    for mark, token in zip(marks, tokens, strict=True):
        far = 0 if mark else min(FAR, far + 1)
        found.append(far)
        if token.form in ENDS:
            far = FAR
    return found


def _both_ways(marks: list[bool], tokens: Sequence[Token]) -> tuple[list[str], list[str]]:
    near = "0123445667"
    behind = distances(marks, tokens)
    ahead = distances(marks[::-1], tokens[::-1])[::-1]
    return [near[min(n, FAR)] for n in behind], [near[min(n, FAR)] for n in ahead]


def features(view: View, kinds: list[str]) -> list[list[str]]:
    """The features of each token, as strings; the first letter says which question they answer."""
    tokens = view.tokens
    forms = ["^", "^", *(token.form for token in tokens), "$", "$"]
    shapes = "^^" + "".join(token.shape for token in tokens) + "$$"
    classes = ["", "", *kinds, "", ""]
    id_behind, id_ahead = _both_ways([token.form in IDENTIFIERS for token in tokens], tokens)
    ch_behind, ch_ahead = _both_ways(["C" in kind or "c" in kind for kind in kinds], tokens)
    rows: list[list[str]] = []
    since = 0
    for n, token in enumerate(tokens):
        b2, b1, w, a1, a2 = forms[n : n + 5]
        k = classes[n + 2]
        rows.append(
            [
                "a" + w,
                f"b{b1}{w}",
                f"c{w}{a1}",
                f"d{b2}{b1}{w}",
                f"e{b1}{w}{a1}",
                f"f{w}{a1}{a2}",
                f"g{k}",
                f"h{classes[n + 1]}|{k}",
                f"i{k}|{classes[n + 3]}",
                "j" + shapes[n : n + 5],
                "k" + shapes[n + 1 : n + 4],
                f"l{k}{id_behind[n]}{ch_behind[n]}",
                f"m{k}{id_ahead[n]}{ch_ahead[n]}",
                f"n{id_ahead[n]}{id_behind[n]}",
                f"o{min(since, 3)}{k}",
            ]
        )
        since = 0 if token.form in ENDS else since + 1
    return rows


@lru_cache(maxsize=1 << 15)
def _tie(left: str, right: str) -> str:
    return f"h{_step(bond(left, right))}"


@lru_cache(maxsize=1 << 13)
def _opening(right: str) -> str:
    return f"s{_step(bond('。', right))}"


def _step(tie: float) -> int:
    return int(max(-3.0, min(3.0, tie)) * 2 + 100)


def borders(view: View) -> list[tuple[str, ...]]:
    """What is known of the border before each token, and of the one behind the last: features of a change of author."""
    tokens = view.tokens
    rows: list[tuple[str, ...]] = [("^",)]
    for before, token in pairwise(tokens):
        left, right = before.form, token.form
        if before.shape == token.shape == "h":
            rows.append((_tie(left, right), _opening(right)))
        else:
            side_left = left if before.shape in "pe" else before.shape
            side_right = right if token.shape in "pe" else token.shape
            opening = "t" + _opening(right)[1:] if token.shape == "h" else "t0"
            rows.append((f"p{side_left}{side_right}", f"l{side_left}", f"r{side_right}", opening))
    rows.append(("$", f"${tokens[-1].shape}" if tokens else "$$", f"${tokens[-1].form}" if tokens else "$$"))
    return rows
