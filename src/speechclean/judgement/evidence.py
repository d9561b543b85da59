"""What speaks for and against a span being an ad, each piece with its weight: a few lines a person can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern
from speechclean.judgement.span import Evidence, Span
from speechclean.judgement.standing import HOSTS, against, are_steps, inside_sentence, place

if TYPE_CHECKING:
    from speechclean.judgement.tokens import View

PRIVATE = frozenset(("id", "i3", "5", "7", "11", "x5", "x7", "x11", "word"))
DISGUISED = frozenset(("x5", "x7", "x11", "x14"))
PLATFORMS = (
    "baidu|taobao|tmall|jd|qq|weixin\\.qq|163|126|sina|sohu|weibo|zhihu|douban|bilibili|csdn|google|bing|yahoo|youtube"
    "|facebook|twitter|amazon|apple|microsoft|wikipedia"
)
"""Who names the home page of one of them speaks of it; what leads to a seller stands behind it."""
PUBLIC = Pattern(
    r"^(?:https?://)?(?:www\.)?example\.(?:com|org|net)|\.gov|\.edu|\.mil|gov\.|\.org\.cn|github|doi\.org|12\d{3}$|9[56]\d{3,4}$"
    rf"|localhost|w3\.org|^\d{{4,5}}\.hk$|^(?:www\.|m\.)?(?:{PLATFORMS})\.(?:com|cn|net|org|com\.cn)$"
)
DECORATION = frozenset("👉👈👇👆➡⬅⬇⬆☎📞📱📲❤💬📩💌🆔🐧🔥★☆→←☞☜☛◆◇●▼▲✈⇩↓↘↙⇒➜✓§")
SIGNS = "E"
INNOCENT = frozenset("裙×о")
"""Look-alikes that are often themselves."""
OWN_SHAPES = frozenset("nlkde")
"""The shapes of identifiers and signs."""
ANSWERABLE = PRIVATE | HOSTS | DECORATION | {SIGNS}
WITHOUT_CHANNEL = ANSWERABLE - {"word"}
"""A long Latin word is an account only beside a channel."""
MATTERS = (("P", "bargain", 1.0, 3.0), ("O", "offer", 0.5, 1.5), ("S", "speaks of itself", 0.75, 1.5))
"""Letters of word classes, what their words are as evidence, what each weighs, and all of them at most."""
SHORTEST = 3
"""So many characters an account has at least that stands without its channel."""
BESIDE_A_WORD = 2
"""A seller's word with so many characters more is still no more than a word."""
STYLED_FROM = "\u2460"
DISGUISED_DOT = Pattern(r"点|點|[·•丶∙]|。|dot|w w|,w|\.w\.|http//|h t")
ACCOUNT = Pattern(r"[a-z]{1,6}[-_]?\d{6,}")
"""Written like this, it is an account even with nothing beside it; otherwise it may name a product, a norm, a variable."""
LANDLINE = Pattern(
    r"(?<!\d)\(?0\d{2,3}\)?[- ]?\d{7,8}(?!\d)|(?<!\d)(?:12\d{3}|9[56]\d{3,4})(?!\d)|[x×*]{3,}|[某]",
    first="某",
    heads="(0 00123456789 12 956 xx×* ×x×* *x×*",
)
OPENING = frozenset(' :“「【[‘"')  # one of them stands between a channel and its name
INTRODUCING = Pattern(
    r"(?:[众公务阅频音书手家书]号|微信搜?(?:一搜)?|小程序|知识星球|淘宝|某宝|旺旺|闲鱼|店铺?名?|gzh|搜索?)"
    r"[搜名]?[ :]{0,2}[:“「【\[ ‘\"]{1,2}",
    first="店搜",
    heads="众号 公号 务号 阅号 频号 音号 书号 手号 家号 微信 小程 知识 淘宝 某宝 旺旺 闲鱼 gz",
)


def weigh(span: Span) -> list[Evidence]:
    """All evidence on a span but the learned one."""
    found: list[Evidence] = []
    _contact(span, found)
    _matter(span, found)
    _form(span, found)
    if not answerable(span):
        found.append(Evidence("nothing to answer to", -3.5 if span.own_line else -4.0))
    elif not span.own_line and _is_a_word(span):
        found.append(Evidence("a seller's word in a sentence", -2.0))
    place(span, found)
    against(span, found)
    return found


def named(text: str, start: int, end: int) -> str:
    """A channel in `text[start:end]`, and the first character of its name behind signs; "" where there is none.

    The pattern leaves that character out, since a class of all Chinese characters takes half a millisecond to compile.
    """
    if OPENING.isdisjoint(text[start:end]):
        return ""
    match = INTRODUCING.search(text, start, end)
    while match:
        behind = match.end()
        if "\u4e00" <= text[behind : min(behind + 1, end)] <= "\u9fff":
            return text[match.start() : behind + 1]
        match = INTRODUCING.search(text, behind, end)
    return ""


def _contact(span: Span, found: list[Evidence]) -> None:
    text, start, end = span.view.text, span.start, span.end
    if "C" in span.letters:
        found.append(Evidence("channel", 2.0, span.words("C")[0]))
    elif "c" in span.letters:
        found.append(Evidence("perhaps a channel", 1.0, span.words("c")[0]))
    landline = LANDLINE.search(text, start, end)
    if not PRIVATE.isdisjoint(span.telling):
        _identifiers(span, found, landline)
    if not HOSTS.isdisjoint(span.telling):
        _hosts(span, found)
    if landline:
        found.append(Evidence("a landline or a hotline or a mask", -2.5, landline[0]))
    if name := named(text, start, end):
        found.append(Evidence("a channel with its name", 1.5, name))


def _identifiers(span: Span, found: list[Evidence], public: object) -> None:
    """Those that no office has; `public` is what tells that the span holds an office's number."""
    seen = span.view
    tokens = [n for n, form in enumerate(span.forms, span.first) if form in PRIVATE]
    beside = _are_beside_channel(span, tokens)
    private = [n for n in tokens if (beside or _may_be_account(seen, n)) and not _is_landline(seen, n, public)]
    if not private:
        return
    shown = seen.words(private[0], private[0] + 1)
    found.append(Evidence("identifier", 1.5, shown))
    if _are_disguised(seen, private):
        found.append(Evidence("an identifier in disguise", 1.5, shown))
    if beside:
        found.append(Evidence("identifier beside a channel", 1.0, shown))
    elif "P" not in span.letters and "C" not in span.letters and {seen.forms[n] for n in private} == {"11"}:
        found.append(Evidence("a bare telephone number", -1.5, shown))
    elif span.last - span.first == 1 and _may_be_a_thing(span):
        found.append(Evidence("perhaps the name of a thing", -2.0, shown))


def _may_be_account(seen: View, number: int) -> bool:
    """Whether it is no plain word, and long enough for an account that no channel is named for: C1驾照, A4纸."""
    return seen.forms[number] != "word" and seen.starts[number + 1] - seen.starts[number] >= SHORTEST


def _may_be_a_thing(span: Span) -> bool:
    """Whether what stands there alone is plainly written, and may as well name a thing: RX100, ISO9001, user_id."""
    seen = span.view
    start, end = seen.squeezed.source(span.start, span.end)
    return seen.window[start:end].isascii() and ACCOUNT.fullmatch(seen.text, span.start, span.end) is None


def _is_landline(seen: View, number: int, public: object) -> bool:
    """Whether it is an office's number: what is none in the whole span may be one by itself only before a digit."""
    text, start, end = seen.text, seen.starts[number], seen.starts[number + 1]
    if not public and not text[end : end + 1].isdigit():
        return False
    return LANDLINE.search(text, start, end) is not None


def _are_disguised(seen: View, tokens: list[int]) -> bool:
    for number in tokens:  # noqa: SIM110  # a generator would not be compiled to C
        if seen.forms[number] in DISGUISED or _styled(seen, number):
            return True
    return False


def _hosts(span: Span, found: list[Evidence]) -> None:
    tokens = [n for n, form in enumerate(span.forms, span.first) if form in HOSTS]
    hosts = [span.view.words(n, n + 1) for n in tokens]
    if [host for host in hosts if PUBLIC.search(host)]:
        found.append(Evidence("an office's or a project's host", -5.0, hosts[0]))
    else:
        found.append(Evidence("host", 2.0, hosts[0]))
        if _are_disguised(span.view, tokens) or [host for host in hosts if DISGUISED_DOT.search(host)]:
            found.append(Evidence("a host in disguise", 2.0, hosts[0]))


def _styled(seen: View, number: int) -> bool:
    """Whether an identifier's letters or digits are written wide, in circles or in another style."""
    start, end = seen.squeezed.source(seen.starts[number], seen.starts[number + 1])
    raw = seen.window[start:end]
    if raw.isascii():
        return False
    for sign in raw:  # noqa: SIM110  # as above
        if sign >= STYLED_FROM and not "\u3000" <= sign <= "\u9fff":
            return True
    return False


def answerable(span: Span) -> bool:
    """Whether a reader could act on it: an account, a host, a name, a seller's or a site's word, a sign that points."""
    letters = span.letters
    signs = ANSWERABLE if _has_word_beside_channel(span) else WITHOUT_CHANNEL
    return (
        "P" in letters
        or "S" in letters
        or not signs.isdisjoint(span.telling)
        or named(span.view.text, span.start, span.end) != ""
        or bool(_spaced(span))
    )


def _has_word_beside_channel(span: Span) -> bool:
    """Whether a channel stands in the span, and a Latin word that is no channel: Facebook alone is no account."""
    if "C" not in span.letters and "c" not in span.letters:
        return False
    for number in range(span.first, span.last):
        kind = span.kinds[number]
        if span.view.forms[number] == "word" and "C" not in kind and "c" not in kind:
            return True
    return False


def _spaced(span: Span) -> list[tuple[int, int]]:
    """The spaced runs of which some is in the span."""
    runs = span.view.squeezed.runs
    return [run for run in runs if run[0] < span.end and span.start < run[1]] if runs else []


def _is_a_word(span: Span) -> bool:
    """Whether one seller's word inside a sentence, or before the rest of one, is all there is to answer to."""
    if "P" not in span.letters:
        return False
    words = span.words("P")
    bare = len(words) == 1 and span.end - span.start <= len(words[0]) + BESIDE_A_WORD and span.last < len(span.kinds)
    return len(words) == 1 and (bare or inside_sentence(span)) and OWN_SHAPES.isdisjoint(span.shapes)


def _are_beside_channel(span: Span, tokens: list[int]) -> bool:
    """Whether no more than four tokens of the span stand between one of these and a channel before it."""
    if "C" not in span.letters and "c" not in span.letters:
        return False
    for number in tokens:
        for kind in span.kinds[max(span.first, number - 5) : number]:
            if "C" in kind or "c" in kind:
                return True
    return False


def _matter(span: Span, found: list[Evidence]) -> None:
    if "A" in span.letters:
        found.append(Evidence("call", 0.5, span.words("A")[0]))
    for letter, kind, weight, most in MATTERS:
        if letter in span.letters:
            words = span.words(letter)
            found.append(Evidence(kind, min(most, weight * len(words)), "、".join(words[:3])))


def _form(span: Span, found: list[Evidence]) -> None:
    start, end = span.start, span.end
    if spaced := _spaced(span):
        found.append(Evidence("spaced out", 2.0, span.view.text[slice(*spaced[0])]))
    if "e" in span.shapes:
        signs = [form for form in span.forms if form in DECORATION or form == SIGNS]
        if signs and are_steps(span, signs):
            found.append(Evidence("steps of a path", -3.0, "".join(signs[:4])))
        elif signs:
            found.append(Evidence("decoration", min(1.5, 0.75 * len(signs)), "".join(signs[:4])))
    squeezed, text = span.view.squeezed.text[start:end], span.view.text[start:end]
    if squeezed == text:
        return
    changed = [form for form, plain in zip(squeezed, text, strict=True) if form != plain]
    if not INNOCENT.issuperset(changed):
        found.append(Evidence("look-alikes", 1.0, "".join(changed[:4])))
