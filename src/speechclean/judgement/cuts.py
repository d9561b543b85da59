"""The verdicts of a document, counted once for all rules that ask, and the `find` of rules that cut them."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from itertools import product
from typing import TYPE_CHECKING

from speechclean.core.document import Document, Hit
from speechclean.core.edit import cut
from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern
from speechclean.judgement.components import alike, wholes
from speechclean.judgement.genre import technical
from speechclean.judgement.related import header_of
from speechclean.judgement.verse import is_of_verse
from speechclean.judgement.wide_digits import narrowed, writes_wide
from speechclean.judgement.windows import BESIDE, WIDE, anchors, windows
from speechclean.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from speechclean.core.document import Line
    from speechclean.core.edit import Edit
    from speechclean.core.rule import Find
    from speechclean.judgement.parting import Piece
    from speechclean.judgement.verdict import Verdict

BETWEEN, BETWEEN_HAN = " *|~·•丨", "+-./@_"
"""The signs that split the name of a channel; the further ones mean something between Latin letters."""
DISGUISED = "微信", "加微"
"""Words of which ads write both characters as others that look or sound alike."""
FORMAL = "壹贰叁肆伍陆柒捌玖"
"""Digits of sums, between which 佰 and 拾 stand: two side by side are of an account that is written in them."""
ANCHORS = (
    *load("ad_anchor"),
    *(one + other for one in FORMAL for other in f"零{FORMAL}"),
    *wholes(),
    *("".join(signs) for word in DISGUISED for signs in product(*map(alike, word))),
    *(
        word[0] + sign + word[1]
        for word in load("ad_split")
        for sign in (BETWEEN if word.isascii() else BETWEEN + BETWEEN_HAN)
    ),
)
"""Words at which the judge looks for an ad."""
SIGNS = WIDE
NOVEL = Pattern(
    r"小[说說]|[书書](?:屋|院|阁|閣|吧|友|架|[签籤])|章[节節]|追更|番外|[转轉][码碼]|月票|一秒|手机版?(?:用户|阅读)|最快更新|弹窗",
    first="小书書章追番转轉月一手最弹",
)


LABEL = Pattern(
    r"(?:编辑|作者|来源|时间|日期|更新|发布者?|人气|点击|浏览|阅读|字数)[:：]", first="编作来时日更发人点浏阅字"
)
OWN_LINE = "a line of its own"
"""The evidence on an ad that fills its line."""
OF_DATE = Pattern(r"(?:发[表布]于|發[表佈]於|(?:发[布表]|發[佈表])?(?:时间|時間|日期))[:： ]{0,2}\Z")
SEVERAL = 3
"""From so many labels on a line is a page's."""


@cache
def _anchor_words() -> frozenset[str]:
    return frozenset((*ANCHORS, *SIGNS))


@lru_cache(maxsize=1)
def verdicts(document: Document) -> tuple[Verdict, ...]:
    """What was judged in a document, ads and others, in order."""
    text = document.text
    judged = document.fact(_judged)
    found: list[Verdict] = []
    places = windows(text, anchors(document, _anchor_words()))
    if not places:
        return ()
    judge = _judge()
    if document.fact(writes_wide):
        text = narrowed(text)
    for start, end in places:
        seen = text[max(0, start - BESIDE) : start], text[start:end], text[end : end + BESIDE]
        if seen not in judged:
            judged[seen] = start, judge(text, start, end, is_technical=document.fact(technical))
        before, known = judged[seen]
        found += known if start == before else [verdict.moved(start - before) for verdict in known]
    return tuple(found)


@cache
def _judge() -> Callable[..., list[Verdict]]:
    """The judge, loaded when a text holds what may be an ad."""
    from speechclean.judgement.judge import judge

    return judge


def _judged(_: str) -> dict[tuple[str, str, str], tuple[int, list[Verdict]]]:
    """Where the verdicts on a document's windows are kept, and where each stood: most are the same again after a cut."""
    return {}


def _places(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a word stands; `re` would compile and forget a thousand patterns for each text."""
    end = 0
    while (start := text.find(word, end)) >= 0:
        end = start + len(word)
        yield start, end


def explain(text: str) -> tuple[Verdict, ...]:
    """What the judge says of a text: every candidate with its evidence, also those that are kept.

    Lines end at newlines. For a person: it looks for the anchors without the shared scan that makes this fast for
    many documents.
    """
    folded = fold(text)
    hits = [
        Hit(start, end, word)
        for word in ANCHORS
        if (plain := fold(word)) in folded
        for start, end in _places(plain, folded)
    ]
    hits += [Hit(place, place + 1, letter) for place, letter in enumerate(text) if letter in WIDE]
    hits.sort()
    document = Document(text, lambda: tuple(hits))
    found = list(verdicts(document))
    for start, end in windows(text, anchors(document, _anchor_words())):
        if end > start and not any(verdict.start < end and start < verdict.end for verdict in found):
            from speechclean.judgement.judge import unsuspected

            found.append(unsuspected(text, start, end))
    return tuple(sorted(found, key=lambda verdict: verdict.start))


def kind(document: Document, verdict: Verdict, told: set[str]) -> str:
    """Which rule a verdict belongs to, of which these kinds of evidence are told."""
    if NOVEL.search(document.text, verdict.start, verdict.end):
        return "novel-site"
    if "host" in told:
        return "site"
    if "channel" in told or "perhaps a channel" in told:
        return "contact-line" if OWN_LINE in told else "contact"
    return "bare" if "identifier" in told else "service"


def holds_ad(document: Document, span: Line | Piece) -> bool:
    """Whether a span holds an ad: those are the ad rules' matter, and stay where these are switched off."""
    ads = _ads(document)
    behind = bisect_left(ads, (span.end,))
    return behind > 0 and ads[behind - 1][1] > span.start


@lru_cache(maxsize=1)
def _ads(document: Document) -> list[tuple[int, int]]:
    """Where the ads stand; none overlaps another."""
    return [(verdict.start, verdict.end) for verdict in verdicts(document) if verdict.is_ad]


def cut_ads(kind: str) -> Find:
    """Cut the spans that are judged to be ads of this kind."""

    def find(document: Document) -> Iterable[Edit]:
        return _cuts(document).get(kind, ())

    return find


def cut_wordless_ads(document: Document) -> Iterable[Edit]:
    """Cut the bare accounts; and all ads where none of the words stands that wake the other rules."""
    cuts = _cuts(document)
    if not cuts or document.hits_of(_anchor_words()):
        return cuts.get("bare", ())
    return sorted([edit for own in cuts.values() for edit in own])


def cut_doubtful_ads(document: Document) -> Iterator[Edit]:
    """Cut the spans that are nearly judged to be ads."""
    return (_cut(document, verdict) for verdict in verdicts(document) if verdict.is_doubtful)


@lru_cache(maxsize=1)
def _cuts(document: Document) -> dict[str, list[Edit]]:
    """The cuts of each kind of ads: worked out once, for the seven rules that ask."""
    cuts: dict[str, list[Edit]] = {}
    for verdict in verdicts(document):
        if not verdict.is_ad:
            continue
        told = {piece.kind for piece in verdict.evidence}
        own = OWN_LINE in told
        if "identifier" not in told and "host" not in told and _heads_list(document, verdict):
            continue
        if own and "nothing to answer to" in told and is_of_verse(document, document.line_at(verdict.start)):
            continue
        if "host" in told and _is_link_of_author(document, verdict):
            continue
        edits = _around_date(document, verdict) if own or _is_parted(document, verdict) else [_cut(document, verdict)]
        cuts.setdefault(kind(document, verdict, told), []).extend(edits)
    return cuts


def _heads_list(document: Document, verdict: Verdict) -> bool:
    """Whether the verdict is on a line that heads a last list of pages: without its header the list would look like text."""
    if document.text[verdict.start - 1 : verdict.start] not in ("", "\n") or "。" in document.text[verdict.end :]:
        return False
    return bool(header_of(document, document.line_at(verdict.start)))


def _is_link_of_author(document: Document, verdict: Verdict) -> bool:
    """Whether it is a link in the Markdown of an author, who says where it leads: [豆瓣页面](https://…)."""
    if document.text.find("](", verdict.start, verdict.end) < 0:
        return False
    from speechclean.judgement.extracted import is_authors_markdown

    return document.fact(is_authors_markdown)


def _is_parted(document: Document, verdict: Verdict) -> bool:
    """Whether it begins a line, and bars part it: 发表于 2019-05-06 | 分类于 随笔 | 阅读 120."""
    text = document.text
    return (
        text[verdict.start - 1 : verdict.start] in ("", "\n") and text.count("|", verdict.start, verdict.end) >= SEVERAL
    )


def _around_date(document: Document, verdict: Verdict) -> list[Edit]:
    """The cut of a line; where it is of a page's labels one before and one behind the text's date."""
    text = document.text
    line = text[verdict.start : verdict.end]
    parted = _is_parted(document, verdict)
    if not parted and (line.count(":") + line.count("：") < SEVERAL or len(LABEL.findall(line)) < SEVERAL):
        return [_cut(document, verdict)]
    from speechclean.judgement.bylines import DATE

    dates = list(DATE.finditer(text, verdict.start, verdict.end))
    if not dates or (len(dates) > 1 and not parted):
        return [_cut(document, verdict)]
    start, end = dates[0].span()
    label = OF_DATE.search(text, verdict.start, start) if parted else None
    sides = (verdict.start, label.start() if label else start), (end, verdict.end)
    return [cut(text, start, end, verdict.account()) for start, end in sides if text[start:end].strip()]


def _cut(document: Document, verdict: Verdict) -> Edit:
    return cut(document.text, verdict.start, verdict.end, verdict.account())
