"""What speaks for and against a span being an ad, each piece with its weight: a few lines a person can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern
from speechclean.judgement.seams import tie
from speechclean.judgement.span import Evidence, Span
from speechclean.judgement.ties import tied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.judgement.tokens import View

PRIVATE = frozenset(("id", "i3", "5", "7", "11", "x5", "x7", "x11", "word"))
DISGUISED = frozenset(("x5", "x7", "x11", "x14"))
HOSTS = frozenset(("host", "url", "mail"))
PUBLIC = Pattern(
    r"^(?:https?://)?(?:www\.)?example\.(?:com|org|net)|\.gov|\.edu|\.mil|gov\.|\.org\.cn|github|doi\.org|12\d{3}$|9[56]\d{3,4}$|localhost|w3\.org"
)
DECORATION = frozenset("👉👈👇👆➡⬅⬇⬆☎📞📱📲❤💬📩💌🆔🐧🔥★☆→←☞☜☛◆◇●▼▲✈⇩↓↘↙⇒➜✓§")
SIGNS = "E"
ANSWERABLE = PRIVATE | HOSTS | DECORATION | {SIGNS}
WITHOUT_CHANNEL = ANSWERABLE - {"word"}
"""A long Latin word is an account only beside a channel."""
STYLED_FROM = "\u2460"
FINAL = "。！!？?；;…，,、：:"
DISGUISED_DOT = Pattern(r"点|點|[·•丶∙]|。|dot|w w|,w|\.w\.|http//|h t")
LANDLINE = Pattern(
    r"(?<!\d)\(?0\d{2,3}\)?[- ]?\d{7,8}(?!\d)|(?<!\d)(?:12\d{3}|9[56]\d{3,4})(?!\d)|[x×*]{3,}|[某]",
    first="(019x×*某",
)
INTRODUCING = Pattern(
    r"(?:[众公务阅频音书手家书]号|微信搜?(?:一搜)?|小程序|知识星球|淘宝|某宝|旺旺|闲鱼|店铺?名?|gzh|搜索?)"
    r"[搜名]?[ :]{0,2}[:“「【\[ ‘\"]{1,2}",
    first="众公务阅频音书手家微小知淘某旺闲店g搜",
)
BLANKS = (
    " \t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
MARKUP = Pattern(
    r"\[email|\]\(|\]: |\{#|^#{1,6} |`|</?[a-z]|\bnpm\b|[a-z]\(\)|=>|\$ |^\s*(?:[|>*-] |//)|^:::",
    first="[]{#`<=$|>*/:-abcdefghijklmnopqrstuvwxyz" + BLANKS,
)
QUOTES = "“「『”」』"
BYLINE = Pattern(r"(?:文章)?(?:来源|來源|出处|出處|作者|记者|記者|编辑|編輯)[:：]")
SENTENCE_ENDS = "\n。！!？?；;…”」』)"
MOST_WITH_A_SOURCE = 2
"""With so few Chinese characters beside it an address in brackets is a source that the sentence names."""
GOES_ON = "的与和了着、"
GOES_ON_INSIDE = "的与和是了地得着过及等中、或并即后可就再才"
OPENING = "([【《〔“‘「『—-·"
READS_ON = 40
CLOSING = ')]】》〕”’"」』'


def weigh(span: Span, *, own_line: bool) -> Iterator[Evidence]:
    """All evidence on a span but the learned one."""
    yield from _contact(span)
    yield from _matter(span)
    yield from _form(span)
    if not answerable(span):
        yield Evidence("nothing to answer to", -3.5 if own_line else -4.0)
    elif not own_line and _is_a_word(span):
        yield Evidence("a seller's word in a sentence", -2.0)
    yield from _place(span, own_line=own_line)
    yield from _against(span)


def named(text: str, start: int, end: int) -> str:
    """A channel in `text[start:end]`, and the first character of its name behind signs; "" where there is none.

    The pattern leaves that character out, since a class of all Chinese characters takes half a millisecond to compile.
    """
    for match in INTRODUCING.finditer(text, start, end):
        if "\u4e00" <= text[match.end() : min(match.end() + 1, end)] <= "\u9fff":
            return text[match.start() : match.end() + 1]
    return ""


def _contact(span: Span) -> Iterator[Evidence]:
    text, start, end = span.view.text, span.start, span.end
    channels, weak = span.words("C"), span.words("c")
    if channels:
        yield Evidence("channel", 2.0, channels[0])
    elif weak:
        yield Evidence("perhaps a channel", 1.0, weak[0])
    yield from _identifiers(span)
    yield from _hosts(span)
    if landline := LANDLINE.search(text, start, end):
        yield Evidence("a landline or a hotline or a mask", -2.5, landline[0])
    if found := named(text, start, end):
        yield Evidence("a channel with its name", 1.5, found)


def _identifiers(span: Span) -> Iterator[Evidence]:
    if PRIVATE.isdisjoint(span.forms):
        return
    seen = span.view
    private = [n for n, form in enumerate(span.forms, span.first) if form in PRIVATE]
    beside = any(_is_beside_channel(span, n) for n in private)
    private = [
        n
        for n in private
        if (beside or seen.forms[n] != "word") and not LANDLINE.search(seen.text, seen.starts[n], seen.starts[n + 1])
    ]
    if not private:
        return
    shown = seen.words(private[0], private[0] + 1)
    yield Evidence("identifier", 1.5, shown)
    if any(seen.forms[n] in DISGUISED or _styled(seen, n) for n in private):
        yield Evidence("an identifier in disguise", 1.5, shown)
    if beside:
        yield Evidence("identifier beside a channel", 1.0, shown)
    elif all(seen.forms[n] == "11" for n in private) and not (span.words("P") or span.words("C")):
        yield Evidence("a bare telephone number", -1.5, shown)


def _hosts(span: Span) -> Iterator[Evidence]:
    if HOSTS.isdisjoint(span.forms):
        return
    tokens = [n for n, form in enumerate(span.forms, span.first) if form in HOSTS]
    hosts = [span.view.words(n, n + 1) for n in tokens]
    if any(PUBLIC.search(host) for host in hosts):
        yield Evidence("an office's or a project's host", -5.0, hosts[0])
    else:
        yield Evidence("host", 2.0, hosts[0])
        if any(_styled(span.view, n) for n in tokens) or any(DISGUISED_DOT.search(host) for host in hosts):
            yield Evidence("a host in disguise", 2.0, hosts[0])


def _styled(seen: View, number: int) -> bool:
    """Whether an identifier's letters or digits are written wide, in circles or in another style."""
    start, end = seen.squeezed.source(seen.starts[number], seen.starts[number + 1])
    return any(sign >= STYLED_FROM and not "\u3000" <= sign <= "\u9fff" for sign in seen.window[start:end])


def answerable(span: Span) -> bool:
    """Whether a reader could act on it: an account, a host, a name, a seller's or a site's word, a sign that points."""
    kinds = "".join(set(span.kinds[span.first : span.last]))
    signs = ANSWERABLE if "C" in kinds or "c" in kinds else WITHOUT_CHANNEL
    return (
        not signs.isdisjoint(span.forms)
        or "P" in kinds
        or "S" in kinds
        or named(span.view.text, span.start, span.end) != ""
        or any(run[0] < span.end and span.start < run[1] for run in span.view.squeezed.runs)
    )


def _is_a_word(span: Span) -> bool:
    """Whether one seller's word inside a sentence, or before the rest of one, is all there is to answer to."""
    words = span.words("P")
    bare = words == [span.view.words(span.first, span.last)] and span.last < len(span.kinds)
    return len(words) == 1 and (bare or _inside_sentence(span)) and not any(shape in "nlkde" for shape in span.shapes)


def _inside_sentence(span: Span) -> bool:
    """Whether the span begins behind the beginning of a sentence."""
    return span.first > 0 and span.view.forms[span.first - 1] not in SENTENCE_ENDS


def _is_beside_channel(span: Span, number: int) -> bool:
    """Whether no more than four tokens of the span stand between an identifier and a channel before it."""
    return any("C" in kind or "c" in kind for kind in span.kinds[max(span.first, number - 5) : number])


def _matter(span: Span) -> Iterator[Evidence]:
    if calls := span.words("A"):
        yield Evidence("call", 0.5, calls[0])
    if bargains := span.words("P"):
        yield Evidence("bargain", min(3.0, 1.0 * len(bargains)), "、".join(bargains[:3]))
    if offers := span.words("O"):
        yield Evidence("offer", min(1.5, 0.5 * len(offers)), "、".join(offers[:3]))
    if selves := span.words("S"):
        yield Evidence("speaks of itself", min(1.5, 0.75 * len(selves)), "、".join(selves[:3]))


def _form(span: Span) -> Iterator[Evidence]:
    start, end = span.start, span.end
    spaced = [run for run in span.view.squeezed.runs if run[0] < end and start < run[1]]
    if spaced:
        yield Evidence("spaced out", 2.0, span.view.text[slice(*spaced[0])])
    signs = [form for form in span.forms if form in DECORATION or form == SIGNS]
    if signs:
        yield Evidence("decoration", min(1.5, 0.75 * len(signs)), "".join(signs[:4]))
    squeezed, text = span.view.squeezed.text[start:end], span.view.text[start:end]
    changed = [form for form, plain in zip(squeezed, text, strict=True) if form != plain] if squeezed != text else []
    if changed and any(form not in "裙×о" for form in changed):
        yield Evidence("look-alikes", 1.0, "".join(changed[:4]))


def _place(span: Span, *, own_line: bool) -> Iterator[Evidence]:
    last, inside = span.forms[-1], _inside_sentence(span)
    if own_line:
        yield Evidence("a line of its own", 0.5)
    elif span.forms[0] in OPENING and last in CLOSING:
        site = not HOSTS.isdisjoint(span.forms)
        cited = site and inside and span.shapes.count("h") <= MOST_WITH_A_SOURCE
        yield Evidence("an aside in brackets", -1.0 if cited else 1.5 if site and not inside else 0.5)
    if last in "。！!" and span.words("G"):
        yield Evidence("a whole sentence of a notice", -1.5)
    if span.last == len(span.view.forms):
        return
    after = span.view.forms[span.last]
    if after in (GOES_ON_INSIDE if inside else GOES_ON) and last not in CLOSING and not _is_tied(span):
        yield Evidence("the sentence goes on behind it", -3.0, after)
    if inside:
        yield from _inside(span)
    elif span.view.shapes[span.last] == "h" and last not in FINAL and last not in CLOSING:
        reads_on = span.shapes[-1] == "h" and tied(last, after) >= READS_ON
        yield Evidence("runs into the next sentence", 0.0 if reads_on else 2.0, after)


def _inside(span: Span) -> Iterator[Evidence]:
    """A span inside a sentence, which goes on behind it: does the sentence read on without it?"""
    seen, before, after = span.view, span.first - 1, span.last
    around = seen.forms[before] + seen.forms[after]
    if _is_tied(span):
        yield Evidence("the word around it reads on without it", 2.5, around)
    elif seen.shapes[before] == seen.shapes[after] == "h" and tied(seen.forms[before], seen.forms[after]) < -50:
        yield Evidence("what is around it does not read on without it", -1.0, around)


def _is_tied(span: Span) -> bool:
    """Whether what stands before the span and what stands behind it belong together."""
    inside = span.first > 0 and span.last < len(span.view.forms)
    return inside and (tie(span.view, span.first - 1, span.last) or 0) >= 100


def _against(span: Span) -> Iterator[Evidence]:
    if offices := span.words("G"):
        yield Evidence("a notice's words", -min(2.0, 0.75 * len(offices)), "、".join(offices[:3]))
    if any("G" in kind for kind in set(span.kinds)):
        yield from _around(span)
    if BYLINE.match(span.view.text, span.start, span.end) and HOSTS.isdisjoint(span.forms) and not span.words("C"):
        yield Evidence("a byline", -2.0)
    if found := MARKUP.search(span.view.text):
        yield Evidence("markup", -4.0, found[0])
    if quoted(span):
        yield Evidence("quoted", -1.5 if _is_tied(span) else -3.0 if _is_glued(span) else -9.0)


def _is_glued(span: Span) -> bool:
    """Whether words stand right before the span and right behind it, and no comma near its start: who quotes an ad sets it apart."""
    seen, before, after = span.view, span.first - 1, span.last
    inside = before >= 0 and after < len(seen.shapes) and seen.shapes[before] == seen.shapes[after] == "h"
    return inside and not any(form in ",，" for form in span.forms[:4])


def _around(span: Span) -> Iterator[Evidence]:
    near = [
        word
        for first, last in ((max(0, span.first - 60), span.first), (span.last, min(len(span.kinds), span.last + 60)))
        for word in Span(span.view, span.kinds, first, last).words("G")
    ]
    if len(near) > 2:
        yield Evidence("a notice around it", -min(1.5, 0.25 * len(near)), "、".join(near[:3]))


def quoted(span: Span) -> bool:
    """Whether a quotation that was opened before the span is closed behind it or in it."""
    text = span.view.text
    if not any(map(text.__contains__, QUOTES)):
        return False
    return _depth(text[: span.start]) > 0 or _depth(text[span.start : span.end]) != 0


def _depth(text: str) -> int:
    """How many quotations are opened more than closed."""
    return sum(map(text.count, QUOTES[:3])) - sum(map(text.count, QUOTES[3:]))
