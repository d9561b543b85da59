"""How a word may be written: in every width, case and script that the scan for triggers looks for."""

from __future__ import annotations

import math
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from speechclean.core.fold import fold, fold_table
from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    Table = Mapping[str, str]

MOST_MIXED = 2
"""Words with more Latin characters than this are looked for in the usual styles only (`www`, `WWW`, `Ｗｗｗ`)."""

MOST_SPELLINGS = 8
"""A word with more spellings in the other script than this is looked for in the first of them only."""

TOLD_APART = "後"
"""The one Traditional spelling in GB 2312 that the scan looks for; others there (乾, 於) are Simplified text, too."""

LAST_OF_ASCII = 0x7F
LAST_OF_BMP = 0xFFFF
"""Rarer characters are no spellings."""


SEPARATOR, OF = "\U0010ffff", "\U0010fffe"
"""What stands between the entries of tables, and in one before its word; no text holds them, while a trigger may be a
newline or a control character."""


def table(forms: Iterable[tuple[str, str]]) -> Table:
    """By their first characters, the forms that words have, joined; one that is not its word itself names the word."""
    entries: dict[str, dict[str, None]] = {}
    for form, word in forms:
        entries.setdefault(form[0], {})[form if form == word else form + OF + word] = None
    return {first: SEPARATOR.join(own) for first, own in entries.items()}


def as_written(words: Iterable[str]) -> Table:
    """The same for words that have no form but themselves, and are different."""
    own: dict[str, list[str]] = {}
    for word in words:
        own.setdefault(word[0], []).append(word)
    return {first: SEPARATOR.join(of_first) for first, of_first in own.items()}


def entries(joined: str) -> Iterator[tuple[str, str]]:
    """The forms that a table has for a character, each with its word."""
    for entry in joined.split(SEPARATOR):
        form, _, word = entry.partition(OF)
        yield form, word or form


class Spelled(NamedTuple):
    """Spellings that were worked out before: `plain` in a word's own script, `other` the further ones, when asked for.

    `signs` are looked for as they are. No plain form holds a character of `strange`, where all others have one.
    """

    plain: Table
    other: Callable[[], Table]
    signs: Table
    strange: str

    def including(self, words: Collection[str]) -> Spelled:
        """The tables with further words."""
        plain = _united(self.plain, plain_table(words))
        return self._replace(plain=plain, other=lambda: _united(self.other(), other_table(words)))


def spelled(words: Collection[str], signs: Collection[str]) -> Spelled:
    """The tables for triggers and signs."""
    return Spelled(plain_table(words), lambda: other_table(words), as_written(signs), strange(signs))


def strange(signs: Iterable[str]) -> str:
    """The characters that tell Traditional text, or that signs hold and GB 2312 does not: most texts have none.

    GB 2312 holds no Traditional character that triggers are spelled with but 後.
    """
    folded = {chr(code) for code, to in fold_table().items() if to > LAST_OF_ASCII}
    rare = [letter for letter in folded.union(*signs) if not letter.encode("gb2312", "ignore")]
    return "".join(sorted({TOLD_APART, *rare}))


def plain_table(words: Iterable[str]) -> Table:
    """The spellings of words in their own script."""
    return table((form, word) for word in words for form in sorted(spellings(word, scripts=False)))


def other_table(words: Iterable[str]) -> Table:
    """Their further spellings, in the other script."""
    return table((form, word) for word in words for form in sorted(spellings(word) - spellings(word, scripts=False)))


def _united(one: Table, other: Table) -> Table:
    """Both tables as one, with each entry once."""
    both = dict(one)
    for first, joined in other.items():
        known = f"{both[first]}{SEPARATOR}{joined}" if first in both else joined
        both[first] = SEPARATOR.join(dict.fromkeys(known.split(SEPARATOR)))
    return both


class _Forms(dict[str, str]):
    """For a folded character, the other characters that fold to it; none for most."""

    def __missing__(self, character: str) -> str:
        return ""


@cache
def _unfolded() -> _Forms:
    forms = _Forms()
    for code, folded in fold_table().items():
        to = chr(folded)
        if to.isascii() or code > LAST_OF_BMP:
            continue
        if chr(code) == TOLD_APART or not chr(code).encode("gb2312", "ignore"):
            forms[to] += chr(code)
    return forms


def spellings(word: str, *, scripts: bool = True) -> set[str]:
    """The word in every width and case that the scan looks for, and in the other script where `scripts` asks for it."""
    plain = word if fold(word) == word else "".join(map(_plain, word))
    cased = _cased(plain)
    if not scripts:
        return {word, *cased}
    return {word, *(form for plain in cased for form in _scripts(plain))}


def _plain(character: str) -> str:
    """The character folded; a circled or styled one stays, since it was asked for as such (②, not 2)."""
    to = fold(character)
    return character if to.isascii() and not (character.isascii() or "！" <= character <= "～") else to


def _cased(plain: str) -> set[str]:
    """A folded word in other widths and cases: all of them for two Latin characters, the usual styles for more."""
    latin = sum(letter.isascii() for letter in plain)
    if not latin:
        return {plain}
    if latin <= MOST_MIXED:
        return {"".join(letters) for letters in product(*map(_widths, plain))}
    wide = "".join(map(_wide, plain))
    return {style for form in (plain, wide) for style in (form, form.upper(), form.title())}


def _widths(letter: str) -> str:
    """A Latin character in both cases and widths."""
    both = dict.fromkeys((letter, letter.upper())) if letter.isascii() else (letter,)
    return "".join(form + _wide(form) if "!" <= form <= "~" else form for form in both)


def _wide(letter: str) -> str:
    return chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter


def _scripts(plain: str) -> set[str]:
    """A word in one script or the other throughout.

    Big5 holds Traditional text, so it tells which Simplified characters (注, but not 关) also stand there.
    """
    other = _unfolded()
    forms = [
        other[letter] + (letter if letter.encode("big5", "ignore") or not other[letter] else "") for letter in plain
    ]
    if math.prod(map(len, forms)) <= MOST_SPELLINGS:
        return {plain, *("".join(letters) for letters in product(*forms))}
    return {plain, "".join(form[0] for form in forms)}
