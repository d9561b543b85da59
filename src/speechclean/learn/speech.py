"""What a string says: words of sites and sellers, phrases and labels of pages."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from speechclean import lexicon
from speechclean.core.fold import fold
from speechclean.judgement.evidence import PRIVATE, PUBLIC, named
from speechclean.judgement.features import classify
from speechclean.judgement.related import is_header
from speechclean.judgement.span import Evidence, Span
from speechclean.judgement.standing import HOSTS
from speechclean.judgement.tokens import view
from speechclean.learn.features import CHANGING, labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechclean.learn.candidate import Candidate

CLASSES = (
    ("S", "speaks of itself", 1.0, 2.0),
    ("C", "channel", 1.5, 1.5),
    ("P", "bargain", 1.0, 2.0),
    ("O", "offer", 0.5, 1.0),
    ("A", "call", 0.5, 1.0),
)
"""Letters of word classes, what a word of them is called, its weight, and the most that they weigh together."""
EDITORS = frozenset({"编辑", "责编", "记者", "通讯员", "摄影", "审核"})
"""Who is named in a frame."""
COUNTER = re.compile(
    r"(?:(?:阅读|浏览|点击|播放|下载|收藏|评论|转发|点赞)(?:数|量|次数)?|([\u4e00-\u9fff]{2,4}))[: ]?[0-9]+[次人条]?"
)
COUNTED = "共已有次条个人约"
"""What stands around the name of a counter and its number."""
PARTS = re.compile(r"[\s|·/\[\]【】()<>»›:,。!]+")
"""What stands around a word that is by itself."""
WORDS = re.compile(r"[a-z\u4e00-\u9fff]+")
CODE = re.compile("[a-z][0-9]|[0-9][a-z]")
APART = re.compile(
    r"[\[(【]?([^\w\s])?[\u4e00-\u9fff](?:([^\w\s、])[\u4e00-\u9fff])(?:\2[\u4e00-\u9fff])+[^\w\s]?[\])】]?"
)
FEWEST, OFTEN = 4, 0.8
"""So many samples show a change, in so great a share of them."""
BETWEEN = re.compile(r"[0-9][^0-9\n]{1,20}[|｜·][^0-9\n]{1,20}[0-9]")
SEVERAL = re.compile(r"[\u4e00-\u9fff]{1,4}:[^: ]{1,12}[ /|][\u4e00-\u9fff]{1,4}:")


def matter(candidate: Candidate) -> Iterator[Evidence]:
    """Its words of sites and sellers, a channel, a host or an identifier, and phrases of pages."""
    seen = view(candidate.samples[0].text)
    if not seen.forms:
        return
    span = Span(seen, classify(seen), 0, len(seen.forms))
    told: set[str] = set()
    for letter, kind, weight, most in CLASSES:
        words = [word for word in span.words(letter) if (len(word) > 1 or letter == "S") and word not in told]
        told.update(words)
        if words:
            yield Evidence(kind, min(most, weight * len(words)), "、".join(words[:3]))
    if channel := named(seen.text, 0, len(seen.text)):
        yield Evidence("a channel with its name", 1.0, channel)
    if said := phrases(fold(candidate.samples[0].text)):
        yield Evidence("what pages say", min(3.0, 1.5 * len(said)), "、".join(said[:3]))
    names = [seen.words(n, n + 1) for n, form in enumerate(seen.forms) if form in HOSTS]
    if names and not any(PUBLIC.search(name) for name in names):
        yield Evidence("host", 1.5, names[0])
    if any(form in PRIVATE and form != "word" for form in seen.forms):
        yield Evidence("identifier", 1.0)


def changes(candidate: Candidate) -> Iterator[Evidence]:
    """Numbers or codes that are others each time; and characters that signs draw apart."""
    said = [[match[0] for match in CHANGING.finditer(fold(sample.text))] for sample in candidate.samples]
    if len(said) >= FEWEST and min(map(len, said)):
        values = {tuple(words) for words in said}
        if len(values) >= OFTEN * len(said):
            is_code = any(CODE.search(word) for words in said for word in words)
            yield Evidence("another number each time", 1.5 if is_code else 1.0, said[0][0])
    if candidate.kind == "line" and len(said) >= FEWEST and _are_counters(candidate, said):
        yield Evidence("numbers side by side", 2.0, " ".join(said[0]))
    if APART.fullmatch(fold(candidate.samples[0].text)):
        yield Evidence("drawn apart by signs", 3.0)


def _are_counters(candidate: Candidate, said: Sequence[Sequence[str]]) -> bool:
    """Whether signs part the numbers of a line at an end of its documents, each another one in most of them."""
    apart = BETWEEN.search(candidate.samples[0].text)
    at_end = max(map(candidate.share, ("top", "bottom"))) >= OFTEN
    return bool(apart and at_end) and all(len(set(one)) >= OFTEN * len(said) for one in zip(*said, strict=False))


def phrases(folded: str) -> list[str]:
    """The phrases of pages in a folded text; words that authors use, too, only where they stand by themselves."""
    said = [phrase for phrase in lexicon.load("site_phrases") if phrase in folded]
    alone = {word for word in lexicon.load("site_words") if word in folded}
    return said + sorted(alone.intersection(PARTS.split(folded))) if alone else said


def speaks(candidate: Candidate) -> bool:
    """Whether it holds words of sites or sellers, not only such as anybody uses."""
    text = candidate.samples[0].text
    seen = view(text)
    span = Span(seen, classify(seen), 0, len(seen.forms))
    bare = text.rstrip("】])）」』〕〗 ")
    alone = candidate.kind != "span"  # a head that a line begins with may hold such a character by chance
    named = any(alone or len(word) > 1 or bare.endswith(word) for word in span.words("S"))
    called = (span.words("O") and span.words("A")) or len(set(span.words("A"))) > 1
    own = named or called or any(map(span.words, "PC"))
    return bool(own or phrases(fold(text)))


def labelled(candidate: Candidate) -> Iterator[Evidence]:
    """Labels of pages: of lines, and in frames those of bylines too."""
    text = candidate.key if candidate.kind == "frame" else fold(candidate.samples[0].text)  # the rest changes
    said = [name for name in labels(text).rstrip().split(":") if name in _words("page_labels", "counters")]
    if candidate.kind != "span" and said:
        yield Evidence("a page's label", 2.5, said[0])
    own = _words("byline_labels", "page_labels", "counters")
    inside = WORDS.findall(text) if text[0] in "([【" else []
    words = [word for word in inside if len(word) > 1 and (word in own or word[-2:] in own or word in EDITORS)]
    several = text[0] in "([【" and SEVERAL.match(text, 1)
    if words or several:
        whole = several or candidate.kind == "label"
        yield Evidence("a byline in a frame", 2.5 if whole else 1.5, words[0] if words else "")
    heads = candidate.kind in {"line", "label"} and is_header(labels(text).rstrip(": ") or text.partition(":")[0])
    if heads and not said:
        yield Evidence("heads a list of pages", 2.5)
    bare = "".join(WORDS.findall(text))
    count = COUNTER.fullmatch(text)
    counted = count and (not count[1] or count[1] in _words("counters"))
    alone = candidate.kind == "line" and bare.strip(COUNTED) in _words("page_labels", "counters")
    if (alone and not said) or (counted and (not said or candidate.kind == "span")):
        yield Evidence("a page's label", 2.5, bare)
    if bare in _words("controls"):
        yield Evidence("a page's control", 2.0, bare)


@cache
def _words(*names: str) -> frozenset[str]:
    return frozenset(word for name in names for word in lexicon.load(name))
