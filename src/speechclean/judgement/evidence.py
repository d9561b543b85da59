"""What speaks for and against a span being an ad, each piece with its weight: a few lines a person can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern
from speechclean.judgement.seams import tie
from speechclean.judgement.span import Evidence, Span
from speechclean.judgement.ties import tied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.judgement.tokens import Token

PRIVATE = frozenset(("id", "i3", "5", "7", "11", "x5", "x7", "x11", "word"))
DISGUISED = frozenset(("x5", "x7", "x11", "x14"))
HOSTS = frozenset(("host", "url", "mail"))
PUBLIC = Pattern(
    r"^(?:https?://)?(?:www\.)?example\.(?:com|org|net)|\.gov|\.edu|\.mil|gov\.|\.org\.cn|github|doi\.org|12\d{3}$|9[56]\d{3,4}$|localhost|w3\.org"
)
DECORATION = frozenset("👉👈👇👆➡⬅⬇⬆☎📞📱📲❤💬📩💌🆔🐧🔥★☆→←☞☜☛◆◇●▼▲✈⇩↓↘↙⇒➜✓§")
SIGNS = "E"
STYLED_FROM = "\u2460"
FINAL = "。！!？?；;…，,、：:"
DISGUISED_DOT = Pattern(r"点|點|[·•丶∙]|。|dot|w w|,w|\.w\.|http//|h t")
LANDLINE = Pattern(r"(?<!\d)\(?0\d{2,3}\)?[- ]?\d{7,8}(?!\d)|(?<!\d)(?:12\d{3}|9[56]\d{3,4})(?!\d)|[x×*]{3,}|[某]")
NAMED = Pattern(
    r"(?:[众公务阅频音书手家书]号|微信搜?(?:一搜)?|小程序|知识星球|淘宝|某宝|旺旺|闲鱼|店铺?名?|gzh|搜索?)"
    r"[搜名]?[ :]{0,2}[:“「【\[ ‘\"]{1,2}[\u4e00-\u9fff]"
)
MARKUP = Pattern(r"\[email|\]\(|\]: |\{#|^#{1,6} |`|</?[a-z]|\bnpm\b|[a-z]\(\)|=>|\$ |^\s*(?:[|>*-] |//)|^:::")
SENTENCE_ENDS = "\n。！!？?；;…”」』)"
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


def _contact(span: Span) -> Iterator[Evidence]:
    text = span.view.text
    start, end = span.tokens[0].start, span.tokens[-1].end
    channels, weak = span.words("C"), span.words("c")
    if channels:
        yield Evidence("channel", 2.0, channels[0])
    elif weak:
        yield Evidence("perhaps a channel", 1.0, weak[0])
    yield from _identifiers(span)
    yield from _hosts(span)
    if landline := LANDLINE.search(text, start, end):
        yield Evidence("a landline or a hotline or a mask", -2.5, landline[0])
    if named := NAMED.search(text, start, end):
        yield Evidence("a channel with its name", 1.5, named[0])


def _identifiers(span: Span) -> Iterator[Evidence]:
    text, beside = span.view.text, _beside_channel(span)
    private = [
        token
        for token in span.tokens
        if token.form in PRIVATE
        and (beside or token.form != "word")
        and not LANDLINE.search(text, token.start, token.end)
    ]
    if not private:
        return
    shown = text[private[0].start : private[0].end]
    yield Evidence("identifier", 1.5, shown)
    if any(token.form in DISGUISED or _styled(span, token) for token in private):
        yield Evidence("an identifier in disguise", 1.5, shown)
    if beside:
        yield Evidence("identifier beside a channel", 1.0, shown)
    elif all(token.form == "11" for token in private) and not (span.words("P") or span.words("C")):
        yield Evidence("a bare telephone number", -1.5, shown)


def _hosts(span: Span) -> Iterator[Evidence]:
    tokens = [token for token in span.tokens if token.form in HOSTS]
    hosts = [span.view.text[token.start : token.end] for token in tokens]
    if any(PUBLIC.search(host) for host in hosts):
        yield Evidence("an office's or a project's host", -5.0, hosts[0])
    elif hosts:
        yield Evidence("host", 2.0, hosts[0])
        if any(_styled(span, token) for token in tokens) or any(DISGUISED_DOT.search(host) for host in hosts):
            yield Evidence("a host in disguise", 2.0, hosts[0])


def _styled(span: Span, token: Token) -> bool:
    """Whether an identifier's letters or digits are written wide, in circles or in another style."""
    start, end = span.view.squeezed.source(token.start, token.end)
    return any(sign >= STYLED_FROM and not "\u3000" <= sign <= "\u9fff" for sign in span.view.window[start:end])


def answerable(span: Span) -> bool:
    """Whether a reader could act on it: an account, a host, a name, a seller's or a site's word, a sign that points."""
    forms = [token.form for token in span.tokens]
    start, end = span.tokens[0].start, span.tokens[-1].end
    return (
        any(form in PRIVATE or form in HOSTS or form in DECORATION or form == SIGNS for form in forms)
        or any("P" in kind or "S" in kind for kind in span.kinds[span.first : span.last])
        or NAMED.search(span.view.text, start, end) is not None
        or any(run[0] < end and start < run[1] for run in span.view.squeezed.runs)
    )


def _is_a_word(span: Span) -> bool:
    """Whether one seller's word inside a sentence is all there is to answer to."""
    words = span.words("P")
    inside = span.before is not None and span.before.form not in SENTENCE_ENDS
    return inside and len(words) == 1 and not any(token.shape in "nlkde" for token in span.tokens)


def _beside_channel(span: Span) -> bool:
    """Whether an identifier stands within four tokens behind a channel."""
    since = 9
    for token, kind in zip(span.tokens, span.kinds[span.first : span.last], strict=True):
        if token.form in PRIVATE and since <= 4:
            return True
        since = 0 if "C" in kind or "c" in kind else since + 1
    return False


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
    start, end = span.tokens[0].start, span.tokens[-1].end
    spaced = [run for run in span.view.squeezed.runs if run[0] < end and start < run[1]]
    if spaced:
        yield Evidence("spaced out", 2.0, span.view.text[slice(*spaced[0])])
    signs = [token.form for token in span.tokens if token.form in DECORATION or token.form == SIGNS]
    if signs:
        yield Evidence("decoration", min(1.5, 0.75 * len(signs)), "".join(signs[:4]))
    squeezed = span.view.squeezed.text[start:end]
    changed = [form for form, plain in zip(squeezed, span.view.text[start:end], strict=True) if form != plain]
    if changed and any(form not in "裙×о" for form in changed):
        yield Evidence("look-alikes", 1.0, "".join(changed[:4]))


def _place(span: Span, *, own_line: bool) -> Iterator[Evidence]:
    before, after, last = span.before, span.after, span.tokens[-1].form
    if own_line:
        yield Evidence("a line of its own", 0.5)
    elif span.tokens[0].form in OPENING and last in CLOSING:
        site = any(token.form in HOSTS for token in span.tokens) and (not before or before.form in SENTENCE_ENDS)
        yield Evidence("an aside in brackets", 1.5 if site else 0.5)
    if last in "。！!" and span.words("G"):
        yield Evidence("a whole sentence of a notice", -1.5)
    inside = before is not None and before.form not in SENTENCE_ENDS
    if (
        after
        and after.form in (GOES_ON_INSIDE if inside else GOES_ON)
        and last not in CLOSING
        and not _tied(before, after)
    ):
        yield Evidence("the sentence goes on behind it", -3.0, after.form)
    if before and inside:
        yield from _inside(before, after)
    elif after and after.shape == "h" and last not in FINAL and last not in CLOSING:
        reads_on = span.tokens[-1].shape == "h" and tied(last, after.form) >= READS_ON
        yield Evidence("runs into the next sentence", 0.0 if reads_on else 2.0, after.form)


def _inside(before: Token, after: Token | None) -> Iterator[Evidence]:
    """A span that begins inside a sentence: does the sentence read on without it?"""
    if after and _tied(before, after):
        yield Evidence("the word around it reads on without it", 2.5, before.form + after.form)
    elif after and before.shape == after.shape == "h" and tied(before.form, after.form) < -50:
        yield Evidence("what is around it does not read on without it", -1.0, before.form + after.form)


def _tied(before: Token | None, after: Token | None) -> bool:
    return bool(before and after and (tie(before, after) or 0) >= 100)


def _against(span: Span) -> Iterator[Evidence]:
    if offices := span.words("G"):
        yield Evidence("a notice's words", -min(2.0, 0.75 * len(offices)), "、".join(offices[:3]))
    around = [
        span._replace(first=max(0, span.first - 60), last=span.first),
        span._replace(first=span.last, last=min(len(span.kinds), span.last + 60)),
    ]
    near = [word for part in around for word in part.words("G")]
    if len(near) > 2:
        yield Evidence("a notice around it", -min(1.5, 0.25 * len(near)), "、".join(near[:3]))
    if found := MARKUP.search(span.view.text):
        yield Evidence("markup", -4.0, found[0])
    if quoted(span):
        yield Evidence("quoted", -1.5 if _tied(span.before, span.after) else -8.0)


def quoted(span: Span) -> bool:
    """Whether a quotation that was opened before the span is closed behind it or in it."""
    depth = 0
    for token in span.view.tokens[: span.first]:
        depth += (token.form in "“「『") - (token.form in "”」』")
    inside = [token.form for token in span.tokens]
    balance = sum((form in "“「『") - (form in "”」』") for form in inside)
    return depth > 0 or balance != 0
