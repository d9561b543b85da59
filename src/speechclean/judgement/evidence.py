"""What speaks for and against a span being an ad, each piece with its weight: a few lines a person can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern
from speechclean.judgement.span import Evidence, Span
from speechclean.judgement.standing import HOSTS, against, inside_sentence, place

if TYPE_CHECKING:
    from speechclean.judgement.tokens import View

PRIVATE = frozenset(("id", "i3", "5", "7", "11", "x5", "x7", "x11", "word"))
DISGUISED = frozenset(("x5", "x7", "x11", "x14"))
PUBLIC = Pattern(
    r"^(?:https?://)?(?:www\.)?example\.(?:com|org|net)|\.gov|\.edu|\.mil|gov\.|\.org\.cn|github|doi\.org|12\d{3}$|9[56]\d{3,4}$|localhost|w3\.org"
)
DECORATION = frozenset("👉👈👇👆➡⬅⬇⬆☎📞📱📲❤💬📩💌🆔🐧🔥★☆→←☞☜☛◆◇●▼▲✈⇩↓↘↙⇒➜✓§")
SIGNS = "E"
ANSWERABLE = PRIVATE | HOSTS | DECORATION | {SIGNS}
WITHOUT_CHANNEL = ANSWERABLE - {"word"}
"""A long Latin word is an account only beside a channel."""
MATTERS = (("P", "bargain", 1.0, 3.0), ("O", "offer", 0.5, 1.5), ("S", "speaks of itself", 0.75, 1.5))
"""Letters of word classes, what their words are as evidence, what each weighs, and all of them at most."""
STYLED_FROM = "\u2460"
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


def weigh(span: Span, *, own_line: bool) -> list[Evidence]:
    """All evidence on a span but the learned one."""
    found: list[Evidence] = []
    _contact(span, found)
    _matter(span, found)
    _form(span, found)
    if not answerable(span):
        found.append(Evidence("nothing to answer to", -3.5 if own_line else -4.0))
    elif not own_line and _is_a_word(span):
        found.append(Evidence("a seller's word in a sentence", -2.0))
    place(span, found, own_line=own_line)
    against(span, found)
    return found


def named(text: str, start: int, end: int) -> str:
    """A channel in `text[start:end]`, and the first character of its name behind signs; "" where there is none.

    The pattern leaves that character out, since a class of all Chinese characters takes half a millisecond to compile.
    """
    for match in INTRODUCING.finditer(text, start, end):
        if "\u4e00" <= text[match.end() : min(match.end() + 1, end)] <= "\u9fff":
            return text[match.start() : match.end() + 1]
    return ""


def _contact(span: Span, found: list[Evidence]) -> None:
    text, start, end = span.view.text, span.start, span.end
    if "C" in span.letters:
        found.append(Evidence("channel", 2.0, span.words("C")[0]))
    elif "c" in span.letters:
        found.append(Evidence("perhaps a channel", 1.0, span.words("c")[0]))
    _identifiers(span, found)
    _hosts(span, found)
    if landline := LANDLINE.search(text, start, end):
        found.append(Evidence("a landline or a hotline or a mask", -2.5, landline[0]))
    if name := named(text, start, end):
        found.append(Evidence("a channel with its name", 1.5, name))


def _identifiers(span: Span, found: list[Evidence]) -> None:
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
    found.append(Evidence("identifier", 1.5, shown))
    if any(seen.forms[n] in DISGUISED or _styled(seen, n) for n in private):
        found.append(Evidence("an identifier in disguise", 1.5, shown))
    if beside:
        found.append(Evidence("identifier beside a channel", 1.0, shown))
    elif all(seen.forms[n] == "11" for n in private) and "P" not in span.letters and "C" not in span.letters:
        found.append(Evidence("a bare telephone number", -1.5, shown))


def _hosts(span: Span, found: list[Evidence]) -> None:
    if HOSTS.isdisjoint(span.forms):
        return
    tokens = [n for n, form in enumerate(span.forms, span.first) if form in HOSTS]
    hosts = [span.view.words(n, n + 1) for n in tokens]
    if any(PUBLIC.search(host) for host in hosts):
        found.append(Evidence("an office's or a project's host", -5.0, hosts[0]))
    else:
        found.append(Evidence("host", 2.0, hosts[0]))
        if any(_styled(span.view, n) for n in tokens) or any(DISGUISED_DOT.search(host) for host in hosts):
            found.append(Evidence("a host in disguise", 2.0, hosts[0]))


def _styled(seen: View, number: int) -> bool:
    """Whether an identifier's letters or digits are written wide, in circles or in another style."""
    start, end = seen.squeezed.source(seen.starts[number], seen.starts[number + 1])
    return any(sign >= STYLED_FROM and not "\u3000" <= sign <= "\u9fff" for sign in seen.window[start:end])


def answerable(span: Span) -> bool:
    """Whether a reader could act on it: an account, a host, a name, a seller's or a site's word, a sign that points."""
    letters = span.letters
    signs = ANSWERABLE if "C" in letters or "c" in letters else WITHOUT_CHANNEL
    return (
        not signs.isdisjoint(span.forms)
        or "P" in letters
        or "S" in letters
        or named(span.view.text, span.start, span.end) != ""
        or any(run[0] < span.end and span.start < run[1] for run in span.view.squeezed.runs)
    )


def _is_a_word(span: Span) -> bool:
    """Whether one seller's word inside a sentence, or before the rest of one, is all there is to answer to."""
    if "P" not in span.letters:
        return False
    words = span.words("P")
    bare = words == [span.view.words(span.first, span.last)] and span.last < len(span.kinds)
    return len(words) == 1 and (bare or inside_sentence(span)) and not any(shape in "nlkde" for shape in span.shapes)


def _is_beside_channel(span: Span, number: int) -> bool:
    """Whether no more than four tokens of the span stand between an identifier and a channel before it."""
    return any("C" in kind or "c" in kind for kind in span.kinds[max(span.first, number - 5) : number])


def _matter(span: Span, found: list[Evidence]) -> None:
    if "A" in span.letters:
        found.append(Evidence("call", 0.5, span.words("A")[0]))
    for letter, kind, weight, most in MATTERS:
        if letter in span.letters:
            words = span.words(letter)
            found.append(Evidence(kind, min(most, weight * len(words)), "、".join(words[:3])))


def _form(span: Span, found: list[Evidence]) -> None:
    start, end = span.start, span.end
    spaced = [run for run in span.view.squeezed.runs if run[0] < end and start < run[1]]
    if spaced:
        found.append(Evidence("spaced out", 2.0, span.view.text[slice(*spaced[0])]))
    if "e" in span.shapes:
        signs = [form for form in span.forms if form in DECORATION or form == SIGNS]
        if signs:
            found.append(Evidence("decoration", min(1.5, 0.75 * len(signs)), "".join(signs[:4])))
    squeezed, text = span.view.squeezed.text[start:end], span.view.text[start:end]
    changed = [form for form, plain in zip(squeezed, text, strict=True) if form != plain] if squeezed != text else []
    if changed and any(form not in "裙×о" for form in changed):
        found.append(Evidence("look-alikes", 1.0, "".join(changed[:4])))
