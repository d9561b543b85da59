"""A window as the judge reads it: squeezed, look-alikes undone, in tokens of which an identifier is one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from speechclean.core.letters import replacing
from speechclean.core.named import NamedTuple
from speechclean.core.pattern import Pattern
from speechclean.core.squeeze import Squeezed, squeeze
from speechclean.judgement.components import joined
from speechclean.judgement.programs import TERM
from speechclean.judgement.written import HAN_DIGITS, NUMERAL, NUMERALS, WRITTEN, token_patterns
from speechclean.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Callable

IDENTIFIERS = frozenset(("id", "i3", "5", "7", "11", "14", "x5", "x7", "x11", "x14", "host", "url", "mail", "word"))
"""The forms of tokens that may identify someone: accounts, numbers, addresses."""
ACCOUNTS = IDENTIFIERS - {"word", "i3"}
CENTURIES = "19", "20"
DATE = Pattern(r"(?:19|20)\d\d[-./ ]\d\d?[-./ ]\d\d?(?: \d\d?)?|(?:19|20)\d\d[-–](?:19|20)\d\d")
MEASURE = Pattern(r"\d[\d.]*[a-z]{1,3}(?:/[a-z0-9]{1,2})?|\d[\d.]{0,5}(?:x\d[\d.]{0,5}){1,2}(?:[cmk]?m|px|in)")
OF_THE_TEXT = Pattern("à(?: [0-9]{5,}|(?![3-9][0-9]{9}(?![0-9]))-?[0-9]{7,})(?![ _.·|-]?[0-9])")
"""A Han numeral before a number: the last character of what stands there (张三13…), if it makes no number of 11 digits."""
FORMAL = "[零〇壹贰貳叁參肆伍陆陸柒捌玖]"
GOING_ON = Pattern(
    "(?<=[0-9][0-9-][0-9-][0-9-][0-9])(?:[一二三四五六七八九]{1,2}|[\uff10-\uff19]{1,4})$"
    f"|(?<=-[0-9]{{4}}|{FORMAL}{{5}})[一二三四五六七八九]{{1,2}}$"
)
"""Where the text goes on behind a number with a numeral of its own, or with digits of another width: …一方面, …１０多天.

So it does behind the digits of sums.
"""
GLUED = Pattern(
    r"(?<=[0-9a-z_]{3})(?:19|20)\d\d年$|(?<=[a-z_])\d{1,3}\.\d{1,2}[万亿倍%]$|(?<=[^!-~])[A-Z][a-z]{2,}(?=[^a-z]?$)"
)
"""A year or an amount of the text behind an account, a name behind one in disguise."""
GLUED_ENDS = "年万亿倍%"
POINTERS = "🐧💬📱📞🆔💌📩🛰👉👈👇👆🔥"
"""The pictures that the judge tells apart."""


class View:
    """A window as it stands, squeezed, squeezed with look-alikes undone (`text`), and that in tokens.

    Of each token its form, which is the character or the kind of the identifier, the letter of its shape, and where it
    starts; behind the last start stands the end of the text.
    """

    __slots__ = ("forms", "shapes", "squeezed", "starts", "text", "window")

    def __init__(
        self, window: str, squeezed: Squeezed, text: str, tokens: tuple[list[str], list[str], list[int]]
    ) -> None:
        """The tokens as lists of their forms, their shapes and their starts."""
        self.window = window
        self.squeezed = squeezed
        self.text = text
        self.forms, shapes, self.starts = tokens
        self.shapes = "".join(shapes)
        self.starts.append(len(text))

    def words(self, first: int, last: int) -> str:
        """The text of the tokens `first` to `last` (exclusive)."""
        return self.text[self.starts[first] : self.starts[last]]


class _Letters(NamedTuple):
    """What replaces look-alikes, and each character as patterns see it, by the form and by the shape of its token."""

    plain: Callable[[str], str]
    written: Callable[[str], str]
    forms: Callable[[str], str]
    shapes: Callable[[str], str]


@cache
def _letters() -> _Letters:
    alike = load("look_alikes")
    plain = replacing("".join(line[1:] for line in alike), "".join(line[0] * (len(line) - 1) for line in alike))
    letters = "".join(letter * len(group) for letter, group in WRITTEN.items())
    written = replacing("".join(WRITTEN.values()), letters, lambda sign: sign if sign.isascii() else "¿")
    return _Letters(plain, written, replacing("", "", _form), replacing("", "", _shape))


def view(window: str) -> View:
    """The view of a window: a line, or a part of one."""
    squeezed, wholes = joined(squeeze(window))
    found = _Tokens(window, squeezed, wholes)
    patterns = token_patterns(found.written)
    place, size = 0, len(found.written)
    while place < size:
        start, place = place, found.end_of_signs(place)
        if start < place:
            found.add_signs(start, place)
        start = place
        while place < size and found.written[place] in " \tø":  # blanks are one token, and no matter of the pattern
            place += 1
        if start < place:
            found.add(" ", "b", start)
        elif place < size:
            place = found.take_first(patterns, place)
    return View(window, squeezed, found.text, (found.forms, found.shapes, found.starts))


class _Tokens:
    """The tokens of a text, while they are found."""

    __slots__ = ("_letters", "_places", "_shapes", "forms", "shapes", "starts", "text", "window", "written")

    def __init__(self, window: str, squeezed: Squeezed, wholes: dict[int, str]) -> None:
        letters = _letters()
        self.text = letters.plain(squeezed.text)
        for place, whole in wholes.items():
            self.text = self.text[:place] + whole + self.text[place + 1 :]
        self.window = window
        self.written = letters.written(self.text)
        self._places = squeezed.places
        self._letters, self._shapes = letters.forms(self.text), letters.shapes(self.text)
        self.forms: list[str] = []
        self.shapes: list[str] = []
        self.starts: list[int] = []

    def end_of_signs(self, start: int) -> int:
        """Where the signs end that begin there; each is a token by itself, which no pattern needs to tell."""
        for place in range(start, len(self.written)):
            sign = self.written[place]
            if "a" <= sign <= "z" or "0" <= sign <= "9" or sign in "àá \tø":
                return place
        return len(self.written)

    def take_first(self, patterns: list[Pattern], start: int) -> int:
        """Add the tokens of the first match; where it ends."""
        for pattern in patterns:
            if match := pattern.match(self.written, start):
                self.take(match.lastgroup or "", start, match.end())
                return match.end()
        return len(self.written)

    def take(self, group: str, start: int, end: int) -> None:
        """Add the tokens of one match."""
        if group == "sign":
            self.add_signs(start, end)
        elif group == "known":
            self.add(self.text[start:end], "k", start)
        elif group == "number":
            self.add_number(start, end)
        elif group == "latin":
            self.add_latin(start, end)
        elif group == "keys":
            self.add("n4", "l", start)
        else:
            self.add(group, "d", start)

    def add(self, form: str, shape: str, start: int) -> None:
        self.forms.append(form)
        self.shapes.append(shape)
        self.starts.append(start)

    def add_signs(self, start: int, end: int) -> None:
        """Each character a token."""
        for place in range(start, end):
            self.forms.append(self._letters[place])
            self.starts.append(place)
        self.shapes.append(self._shapes[start:end])

    def add_number(self, start: int, end: int) -> None:
        if self.written[start] == NUMERAL and OF_THE_TEXT.match(self.written, start):
            self.add_signs(start, start + 1)
            start += 1
            if (sign := self.written[start]) in " -":
                self.add(sign, "b" if sign == " " else "p", start)
                start += 1
        raw = self.window[self._places[start] : self._places[end - 1] + 1]
        rest = None if raw.isascii() else GOING_ON.search(raw)
        own = end - len(rest[0]) if rest else end
        self.add(_number(self.text[start:own], raw[: rest.start()] if rest else raw), "n", start)
        if rest and rest[0][0] in NUMERALS:
            self.add_signs(own, end)
        elif rest:
            self.add(_number(self.text[own:end], rest[0]), "n", own)

    def add_latin(self, start: int, end: int) -> None:
        raw = self.window[self._places[start] : self._places[end - 1] + 2]
        may_hold = raw[-1] in GLUED_ENDS or raw != raw.lower()
        glued = GLUED.search(raw) if may_hold else None
        own = end - len(glued[0].rstrip(GLUED_ENDS)) if glued else end
        account = self.text[start:own]
        self.add(_number(account, raw) if account.isdigit() else _latin(account), "l", start)
        if glued:
            self.add(_latin(self.text[own:end]), "l", own)


def _number(text: str, raw: str) -> str:
    if raw.startswith(CENTURIES) and DATE.fullmatch(raw):
        return "n4"
    digits = 0
    for character in text:
        digits += character.isdigit() or character in HAN_DIGITS or character == "o"
    if digits < 5:
        return f"n{digits}"
    plain = raw.isascii() and raw.replace("-", "").replace(" ", "").isdigit()
    size = "5" if digits < 7 else "7" if digits < 11 else "11" if digits < 14 else "14"
    return size if plain else "x" + size


def _latin(text: str) -> str:
    letters = 0
    for character in text:
        letters += character.isalpha()
    if len(text) == 1 or (letters == len(text) and len(text) < 4):
        return text
    if "+" in text or TERM.fullmatch(text) or (text[0].isdigit() and MEASURE.fullmatch(text)):
        return "n4"
    if letters == len(text):
        return "word"
    if letters == 0:
        return f"n{min(4, len(text))}"
    return "id" if len(text) >= 4 else "i3"


def _form(sign: str) -> str:
    """The form of a character's token: all pictures are one, but for a few."""
    return "E" if "\U0001f000" <= sign < "\U00020000" and sign not in POINTERS else sign


def _shape(sign: str) -> str:
    if "\u3400" <= sign <= "\u9fff" or sign >= "\U00020000":
        return "h"
    return "p" if sign in "，,、:。.；;！!？?（）()【】[]《》“”\"'‘’「」『』—-…" else "e"
