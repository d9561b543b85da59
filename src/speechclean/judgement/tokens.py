"""A window as the judge reads it: squeezed, look-alikes undone, in tokens of which an identifier is one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple
from speechclean.core.pattern import Pattern
from speechclean.core.squeeze import Squeezed, squeeze
from speechclean.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterator

HAN_DIGITS = "零〇○一二三四五六七八九壹贰叁肆伍陆柒捌玖幺弌弍"
DIGIT = f"[0-9{HAN_DIGITS}]"
ENDS = "|".join(sorted(load("ad_domain_end"), key=len, reverse=True))
DOT = r"(?:[ ]?[.。·•丶∙][ ]?|点|點|dot)"
HOST = (
    rf"(?:(?:w ?[.,]?w ?[.,]?w|3w|wap|m|bbs){DOT})?(?:[a-z0-9][a-z0-9-]{{0,30}}{DOT}){{1,3}}"
    rf"(?:{ENDS}|c n|c o m|n e t)(?![a-z])"
)
PATH = r"[a-z0-9_.:/?&=%#~+@!$*-]"
KNOWN = "whatsapp|telegram|weixin|wechat|line|vxin|xin|wei|qq|vx|wx|tg|id|app|ppt|word|pdf|vip|ps|v|q|x|o|wang"
TOKEN = Pattern(
    rf"(?P<signs>[^a-z0-9{HAN_DIGITS} \t\u3000]+)"
    rf"|(?P<host>(?:(?:https?|h ttps?)[:/]{{1,3}})?{HOST}(?:/(?:{PATH}*[a-z0-9/=])?)?)"
    rf"|(?P<url>(?:https?|h ttps?)[:/]{{1,3}}{PATH}{{2,}}[a-z0-9/=])"
    rf"|(?P<mail>[a-z0-9][a-z0-9._-]{{1,40}}[@#][a-z0-9-]{{1,30}}(?:[.·点](?:{ENDS})){{1,3}}(?![a-z0-9]))"
    rf"|(?P<known>(?<!@)(?:{KNOWN})(?![a-z]))"
    rf"|(?P<number>{DIGIT}(?:[- _丨|·⋅✱✲●]?(?:{DIGIT}|o(?![a-z]))){{2,30}}(?![a-z0-9])"
    r"(?!(?<=[一二三四五六七八九])[是要、]))"
    rf"|(?P<latin>[a-z0-9](?:[a-z0-9_.@-]{{0,38}}[a-z0-9])?)"
    r"|(?P<blank>[ \t\u3000]+)"
    r"|(?P<sign>(?s:.))"
)


DATE = Pattern(r"(?:19|20)\d\d[-./ ]\d\d?[-./ ]\d\d?|(?:19|20)\d\d-(?:19|20)\d\d")
MEASURE = Pattern(r"\d[\d.]*[a-z]{1,3}(?:/[a-z0-9]{1,2})?")


OF_THE_TEXT = Pattern("[一二三四五六七八九] [0-9]{5,}(?![ _.·|-]?[0-9])")
"""A Han numeral before a number, and a blank between them: the last character of what stands there."""
GLUED = Pattern(r"(?<=[0-9a-z_]{3})(?:19|20)\d\d年$|(?<=[^!-~])[A-Z][a-z]{2,}(?=[^a-z]?$)")
"""A year of the text behind an account, a name behind one in disguise."""


class Token(NamedTuple):
    """A token at `text[start:end]` of the view; `form` is the character, or the kind of the identifier."""

    form: str
    shape: str
    start: int
    end: int


class View(NamedTuple):
    """A window as it stands, squeezed, squeezed with look-alikes undone (`text`), and that in tokens."""

    window: str
    squeezed: Squeezed
    text: str
    tokens: tuple[Token, ...]


@cache
def _plain() -> dict[int, str]:
    return {ord(form): line[0] for line in load("look_alikes") for form in line[1:]}


def view(window: str) -> View:
    """The view of a window: a line, or a part of one."""
    squeezed = squeeze(window)
    text = squeezed.text.translate(_plain())
    return View(window, squeezed, text, tuple(_tokens(text, window, squeezed)))


class _Signs(dict[str, tuple[str, str]]):
    """For each single character the form and the shape of its token."""

    def __missing__(self, sign: str) -> tuple[str, str]:
        self[sign] = _sign(sign)
        return self[sign]


@cache
def _signs() -> _Signs:
    return _Signs()


def _tokens(text: str, window: str, squeezed: Squeezed) -> Iterator[Token]:
    signs = _signs()
    for match in TOKEN.finditer(text):
        group, start, end = match.lastgroup, match.start(), match.end()
        if group == "signs":
            for place in range(start, end):
                yield Token(*signs[text[place]], place, place + 1)
        elif group == "sign":
            yield Token(*signs[text[start]], start, end)
        elif group == "known":
            yield Token(match[0], "k", start, end)
        elif group == "number":
            yield from _numbers(text, window, squeezed, (start, end))
        elif group == "latin":
            yield from _latins(text, window, squeezed, (start, end))
        elif group == "blank":
            yield Token(" ", "b", start, end)
        else:
            yield Token(str(group), "d", start, end)


def _numbers(text: str, window: str, squeezed: Squeezed, span: tuple[int, int]) -> Iterator[Token]:
    start, end = span
    if OF_THE_TEXT.match(text, start):
        yield Token(*_signs()[text[start]], start, start + 1)
        yield Token(" ", "b", start + 1, start + 2)
        start += 2
    raw = window[squeezed.places[start] : squeezed.places[end - 1] + 1]
    yield Token(_number(text[start:end], raw), "n", start, end)


def _latins(text: str, window: str, squeezed: Squeezed, span: tuple[int, int]) -> Iterator[Token]:
    start, end = span
    raw = window[squeezed.places[start] : squeezed.places[end - 1] + 2]
    glued = GLUED.search(raw)
    own = end - len(glued[0].rstrip("年")) if glued else end
    account = text[start:own]
    yield Token(_number(account, raw) if account.isdigit() else _latin(account), "l", start, own)
    if glued:
        yield Token(_latin(text[own:end]), "l", own, end)


def _number(text: str, raw: str) -> str:
    if DATE.fullmatch(raw):
        return "n4"
    digits = sum(character.isdigit() or character in HAN_DIGITS or character == "o" for character in text)
    if digits < 5:
        return f"n{digits}"
    plain = raw.isascii() and raw.replace("-", "").replace(" ", "").isdigit()
    size = "5" if digits < 7 else "7" if digits < 11 else "11" if digits < 14 else "14"
    return size if plain else "x" + size


def _latin(text: str) -> str:
    letters = sum(character.isalpha() for character in text)
    if len(text) == 1:
        return text
    if letters == len(text):
        return text if len(text) < 4 else "word"
    if MEASURE.fullmatch(text):
        return "n4"
    if letters == 0:
        return f"n{min(4, len(text))}"
    return "id" if len(text) >= 4 else "i3"


def _sign(sign: str) -> tuple[str, str]:
    if "\u3400" <= sign <= "\u9fff" or sign >= "\U00020000":
        return sign, "h"
    if sign in "，,、:。.；;！!？?（）()【】[]《》“”\"'‘’「」『』—-…":
        return sign, "p"
    if sign >= "\U0001f000" and sign not in "🐧💬📱📞🆔💌📩🛰👉👈👇👆🔥":
        return "E", "e"
    return sign, "e"
