"""What it says of a span where it stands: in a line, a sentence, a notice, a quotation."""

from __future__ import annotations

from speechclean.core.pattern import Pattern
from speechclean.judgement.seams import tie
from speechclean.judgement.span import Evidence, Span
from speechclean.judgement.ties import tied
from speechclean.judgement.tokens import IDENTIFIERS

HOSTS = frozenset(("host", "url", "mail"))
SENTENCE_ENDS = "\n。！!？?；;…”」』)"
FINAL = "。！!？?；;…，,、：:"
BLANKS = (
    " \t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
MARKUP = Pattern(
    r"\[email|\]\(|\]: |\{#|^#{1,6} |`|</?[a-z]|\bnpm\b|[a-z]\(\)|=>|\$ |^\s*(?:[|>*-] |//)|^:::"
    r"|_[a-z]{1,12}[为為][^,，]{1,12}[,，、][a-z]{1,12}_[a-z]",
    first="{`<=$|>*/:-_" + BLANKS,
    heads="[e ](: #" + "".join(f" {letter}(" for letter in "abcdefghijklmnopqrstuvwxyz") + " np",
)
QUOTES = "“「『”」』"
NAMES_SITE = frozenset("的在去叫从")
"""Before a site's name within a sentence."""
BEHIND_HOST = 4
"""So many tokens of a span at most, with the address, are where the sentence goes on."""
ARROW, OFFERED = "→", frozenset("OP")
LABEL = 6
"""So far before a span the label of its number may begin."""
OPENED, CLOSED = frozenset(QUOTES[:3]), frozenset(QUOTES[3:])
CHANNELS, CALLING, FEWEST_WORDS = frozenset("Cc"), frozenset("PSOA"), 2
"""The word classes of ads: where things are said, and the others; with so many characters beside a quotation a sentence speaks of it."""
SAYING = frozenset("说說喊念道写寫发發问問称稱叫嚷印贴貼标標")
"""Before a quotation: what an author tells of was said in a channel."""
SPOKEN = frozenset("说說喊问問道答叫嚷讲講")
"""Before the colon of a quotation: what somebody says aloud, in which an ad was set, and no ad that is shown."""
MOST_BESIDE = 5
"""What an ad of five characters leaves of a quotation is one character at most, if the quotation is the ad."""
BYLINE = Pattern(r"(?:文章)?(?:来源|來源|出处|出處|作者|记者|記者|编辑|編輯)[:：]")
LABELLED = Pattern(
    r"(?:编号|編號|编码|編碼|代[码碼号號]|[证證文学學工档檔图圖批案票型单單]号|流水号|身份证|准考证|许可证"
    r"|[国國省县縣乡鄉]道|高速)码?[：: ]{0,2}[a-z]{0,4}[-_]?\d"
)
"""A number that its label says is nobody's account: of a course, a sample, a file, a road."""
LABELS = frozenset("号號码碼证道速")
"""Each label holds one of them."""
BYLINES = "文来來出作记記编編"
"""The characters that a byline begins with."""
MOST_WITH_A_SOURCE = 2
"""With so few Chinese characters beside it an address in brackets is a source that the sentence names."""
GOES_ON = "的与和了着、"
PREDICATE = Pattern(
    r" ?(?:上(?:有(?!老)|没|可|能|查|看|找)|[上里]的|里(?:有|没|可|能|也|都))| (?:已经?(?:有|收|上|写|登)|[也都](?:有|是|没|能|可|不)"
    r"|是(?:[两三四五几]|由)|(?:收录|刊登)了)",
    first="上里 ",
)
"""How a sentence goes on that begins with a site and its address, and tells of it."""
GOES_ON_INSIDE = "的与和是了地得着过及等中里、或并即后可就再才"
COMMAS = frozenset(",，")
NAMING_ADS = frozenset("CPS")
"""The word classes that tell an ad from words beside a picture."""
NUMBER = "号"
"""With a channel before it this is an account's; behind another word it is a number of that: 分类号, 许可证号."""
OPENING = "([【《〔“‘「『—-·"
READS_ON = 40
SEAM = "the word around it reads on without it"
FAR = 60
"""So many tokens before and behind a span are around it."""
CLOSING = ')]】》〕”’"」』'


def inside_sentence(span: Span) -> bool:
    """Whether the span begins behind the beginning of a sentence."""
    return span.first > 0 and span.view.forms[span.first - 1] not in SENTENCE_ENDS


def place(span: Span, found: list[Evidence]) -> None:
    """What its place in the line and in the sentence says of a span: added to what was found."""
    last, inside = span.forms[-1], inside_sentence(span)
    if span.forms[0] == NUMBER and span.first and span.view.shapes[span.first - 1] == "h":
        found.append(Evidence("begins inside a word", -3.0, span.view.forms[span.first - 1] + NUMBER))
    if span.own_line:
        found.append(Evidence("a line of its own", 0.5))
    elif span.forms[0] in OPENING and last in CLOSING:
        site = not HOSTS.isdisjoint(span.telling)
        cited = site and inside and span.shapes.count("h") <= MOST_WITH_A_SOURCE
        found.append(Evidence("an aside in brackets", -1.0 if cited else 1.5 if site and not inside else 0.5))
    if last in "。！!" and "G" in span.letters:
        found.append(Evidence("a whole sentence of a notice", -1.5))
    if span.last == len(span.view.forms):
        return
    after = span.view.forms[span.last]
    if after in (GOES_ON_INSIDE if inside else GOES_ON) and last not in CLOSING and not _is_tied(span):
        found.append(Evidence("the sentence goes on behind it", -3.0, after))
    if (not inside or span.view.forms[span.first - 1] in NAMES_SITE) and _tells_of_site(span):
        found.append(Evidence("the sentence tells of it", -5.0, after))
    if inside:
        _inside(span, found)
    elif span.view.shapes[span.last] == "h" and last not in FINAL and last not in CLOSING:
        reads_on = span.shapes[-1] == "h" and tied(last, after) >= READS_ON
        found.append(Evidence("runs into the next sentence", 0.0 if reads_on or _is_of_no_ad(span) else 2.0, after))


def _tells_of_site(span: Span) -> bool:
    """Whether the sentence goes on behind an address near the span's end, and tells of that site."""
    for number in range(span.last - 1, max(span.first, span.last - BEHIND_HOST) - 1, -1):
        if span.view.forms[number] in HOSTS:
            return PREDICATE.match(span.view.text, span.view.starts[number + 1]) is not None
    return False


def _is_of_no_ad(span: Span) -> bool:
    """Whether nothing in it belongs to ads but for a picture or a term: those stand before an author's words, too."""
    return NAMING_ADS.isdisjoint(span.letters) and _holds_no_account(span)


def _holds_no_account(span: Span) -> bool:
    return IDENTIFIERS.isdisjoint(span.telling) and "k" not in span.shapes


def _inside(span: Span, found: list[Evidence]) -> None:
    """A span inside a sentence, which goes on behind it: does the sentence read on without it?"""
    seen, before, after = span.view, span.first - 1, span.last
    around = seen.forms[before] + seen.forms[after]
    if span.shapes[-1] == seen.shapes[after] == "h" and _parts_a_word(span):
        found.append(Evidence("ends inside a word", -3.0, span.forms[-1] + seen.forms[after]))
    if _is_tied(span):
        found.append(Evidence(SEAM, 2.5, around))
    elif seen.shapes[before] == seen.shapes[after] == "h" and tied(seen.forms[before], seen.forms[after]) < -50:
        found.append(Evidence("what is around it does not read on without it", -1.0, around))


def _parts_a_word(span: Span) -> bool:
    """Whether the last character of the span and the one behind it are of one word."""
    kinds, after = span.kinds, span.last
    if kinds[after] and kinds[after - 1] == kinds[after]:
        return True
    return _holds_no_account(span) and tied(span.forms[-1], span.view.forms[after]) >= READS_ON


def _is_tied(span: Span) -> bool:
    """Whether what stands before the span and what stands behind it belong together."""
    inside = span.first > 0 and span.last < len(span.view.forms)
    return inside and (tie(span.view, span.first - 1, span.last) or 0) >= 100


def are_steps(span: Span, signs: list[str]) -> bool:
    """Whether the signs of a span are single arrows between what is to be pressed, and nothing is offered: 微信 → 发现 → 扫一扫."""
    several = len(signs) > 1 and set(signs) == {ARROW} and f"{ARROW}{ARROW}" not in span.view.text
    return several and _holds_no_account(span) and OFFERED.isdisjoint(span.letters)


def against(span: Span, found: list[Evidence]) -> None:
    """What speaks for the author, added to what was found: a notice, a byline, markup, a quotation."""
    text, start = span.view.text, span.start
    if "G" in span.letters:
        offices = span.words("G")
        found.append(Evidence("a notice's words", -min(2.0, 0.75 * len(offices)), "、".join(offices[:3])))
    if _holds_office(span.kinds):
        _around(span, found)
    if text[start] in BYLINES and _is_byline(span):
        found.append(Evidence("a byline", -2.0))
    first = max(0, start - LABEL)
    if not LABELS.isdisjoint(text[first : span.end]) and (labelled := LABELLED.search(text, first, span.end)):
        found.append(Evidence("a number with its label", -4.5, labelled[0]))
    if marked := MARKUP.search(text):
        found.append(Evidence("markup", -4.0, marked[0]))
    if quoted(span):
        found.append(Evidence("quoted", -1.5 if _is_tied(span) else -3.0 if _is_glued(span) else -9.0))
    elif _is_in_its_quotations(span):
        found.append(Evidence("all that tells of an ad is quoted in it", -6.0))


def _holds_office(kinds: list[str]) -> bool:
    """Whether a word of an office's stands in the window."""
    for kind in kinds:  # noqa: SIM110  # compiled, a loop costs less
        if "G" in kind:
            return True
    return False


def _is_byline(span: Span) -> bool:
    """Whether it says whose the text is, without a channel or an address."""
    named = BYLINE.match(span.view.text, span.start, span.end)
    return bool(named) and "C" not in span.letters and HOSTS.isdisjoint(span.telling)


def _is_glued(span: Span) -> bool:
    """Whether words stand right before the span and right behind it, and no comma near its start: who quotes an ad sets it apart."""
    seen, before, after = span.view, span.first - 1, span.last
    inside = before >= 0 and after < len(seen.shapes) and seen.shapes[before] == seen.shapes[after] == "h"
    return inside and COMMAS.isdisjoint(span.forms[:4]) and not _fills_quotation(span)


def _fills_quotation(span: Span) -> bool:
    """Whether a quotation that no verb of saying announces is the ad itself, but for a word or two at its ends."""
    text = span.view.text
    opened = max(text.rfind(sign, 0, span.start) for sign in QUOTES[:3])
    closings = [place for sign in QUOTES[3:] if (place := text.find(sign, span.end)) >= 0]
    if opened < 2 or not closings or text[opened - 1] not in "：:" or text[opened - 2] in SPOKEN:
        return False
    beside = span.start - opened - 1 + min(closings) - span.end
    return beside * MOST_BESIDE <= span.end - span.start


def _around(span: Span, found: list[Evidence]) -> None:
    before = Span(span.view, span.kinds, max(0, span.first - FAR), span.first)
    behind = Span(span.view, span.kinds, span.last, min(len(span.kinds), span.last + FAR))
    near = before.words("G") + behind.words("G")
    if len(near) > 2:
        found.append(Evidence("a notice around it", -min(1.5, 0.25 * len(near)), "、".join(near[:3])))


def quoted(span: Span) -> bool:
    """Whether a quotation that was opened before the span is closed behind it or in it."""
    text = span.view.text
    for sign in QUOTES:
        if sign in text:
            return _depth(text[: span.start]) > 0 or _depth(text[span.start : span.end]) != 0
    return False


def _is_in_its_quotations(span: Span) -> bool:
    """Whether words of a sentence stand around quotations in the span, and none belongs to ads but a channel where they were said."""
    words, depth, closed, channel = 0, 0, False, False
    for number in range(span.first, span.last):
        form = span.view.forms[number]
        if form in OPENED or form in CLOSED:
            if channel and form in OPENED and span.view.forms[number - 1] not in SAYING:
                return False
            channel = False
            depth += 1 if form in OPENED else -1
            closed = closed or form in CLOSED
        elif depth <= 0:
            if not CALLING.isdisjoint(span.kinds[number]) or form in IDENTIFIERS or span.view.shapes[number] == "e":
                return False
            channel = channel or not CHANNELS.isdisjoint(span.kinds[number])
            words += span.view.shapes[number] == "h"
    return closed and words >= FEWEST_WORDS and not channel


def _depth(text: str) -> int:
    """How many quotations are opened more than closed."""
    return sum(map(text.count, QUOTES[:3])) - sum(map(text.count, QUOTES[3:]))
