"""What speaks for and against a string that repeats being foreign to the texts it stands in, each piece with its weight."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from speechclean import lexicon
from speechclean.api import Cleaner
from speechclean.core.fold import fold
from speechclean.core.named import NamedTuple
from speechclean.judgement import page_line
from speechclean.judgement.cuts import explain
from speechclean.judgement.evidence import PRIVATE, PUBLIC, named
from speechclean.judgement.features import classify
from speechclean.judgement.judge import AD, technical
from speechclean.judgement.span import Evidence, Span
from speechclean.judgement.standing import HOSTS
from speechclean.judgement.tokens import view
from speechclean.learn.features import labels
from speechclean.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.edit import Edit
    from speechclean.learn.candidate import Candidate, Sample

PROPOSED = 2.5
"""A string is proposed when its evidence sums to this or more."""
HEADING = re.compile(
    r"(?:#+ ?)?第[一二三四五六七八九十百零0-9]+[条章节款项编]|#|[(（]?[一二三四五六七八九十0-9]+[)）、.]"
)
MARKUP = re.compile(r"[`{}<|\\=]|\]\(|^\s*(?://|#|[-*] )|:::")
CITED = re.compile(
    r"《[^《》]*(?:$|法》|条例|规[定则]|办法|决定|通知|意见|准则|标准|细则|纲要|公约|章程)|条例|规定|办法|法律[、法规]|法规|委员会|人民|政府|法院|机关|部门"
)
CLASSES = (
    ("S", "speaks of itself", 1.0, 2.0),
    ("C", "channel", 1.5, 1.5),
    ("P", "bargain", 1.0, 2.0),
    ("O", "offer", 0.5, 1.0),
    ("A", "call", 0.5, 1.0),
)
"""Letters of word classes, what a word of them is called, its weight, and the most that they weigh together."""
SITE = re.compile(r"(?:网|网站|文库|论坛|书屋|书阁|驿站|之家|小铺|下载站|资源站|公众号)[】\])）」』]$")
QUOTED = re.compile(r"^[“‘「『]|[“‘「『]$")
WORDS = re.compile(r"[a-z\u4e00-\u9fff]+")
SEVERAL = re.compile(r"[\u4e00-\u9fff]{1,4}:[^: ]{1,12}[ /|][\u4e00-\u9fff]{1,4}:")
FRAMED = re.compile(r"^[【\[(（「].*[】\])）」]$")
OFTEN = 0.8
FEWEST_SEAMS = 4
KEEPERS = ("characters", "markup", "layout", "joins", "glosses")
"""Families of rules whose cuts say nothing of what a text speaks of."""


class Setting(NamedTuple):
    """What a candidate is weighed against: how many sources there are, and the built-in rules."""

    sources: int
    cleaner: Cleaner


def setting(sources: int) -> Setting:
    """The setting for so many sources."""
    return Setting(sources, Cleaner(Settings(to="keep", max_removal=1.0)))


def weigh(candidate: Candidate, around: Setting) -> list[Evidence]:
    """All evidence on a candidate."""
    pieces = [*_matter(candidate), *_against(candidate)]
    pieces += _form(candidate, around)
    if sum(piece.weight for piece in pieces) > -3:  # the rest takes time
        pieces += _judged(candidate, around)
    return pieces


def score(pieces: list[Evidence]) -> float:
    """The sum of the evidence."""
    return sum(piece.weight for piece in pieces)


def _matter(candidate: Candidate) -> Iterator[Evidence]:
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
    phrases = _phrases(fold(candidate.samples[0].text))
    if phrases:
        yield Evidence("what pages say", min(3.0, 1.5 * len(phrases)), "、".join(phrases[:3]))
    names = [seen.words(n, n + 1) for n, form in enumerate(seen.forms) if form in HOSTS]
    if names and not any(PUBLIC.search(name) for name in names):
        yield Evidence("host", 1.5, names[0])
    if any(form in PRIVATE and form != "word" for form in seen.forms):
        yield Evidence("identifier", 1.0)


def _phrases(folded: str) -> list[str]:
    """The phrases of pages in a folded text."""
    return [phrase for phrase in lexicon.load("site_phrases") if phrase in folded]


def _labels(candidate: Candidate) -> Iterator[Evidence]:
    """Labels of pages: of lines, and in frames those of bylines too."""
    text = fold(candidate.samples[0].text)
    said = [name for name in labels(text).split(":") if name in _words("page_labels", "counters")]
    if candidate.kind != "span" and said:
        yield Evidence("a page's label", 2.5, said[0])
    words = [word for word in WORDS.findall(text) if word in _words("byline_labels")] if text[0] in "([【" else []
    several = text[0] in "([【" and SEVERAL.match(text, 1)
    if words or several:
        yield Evidence("a byline in a frame", 2.5 if several else 1.5, words[0] if words else "")
    bare = "".join(WORDS.findall(text))
    if bare in _words("controls"):
        yield Evidence("a page's control", 2.0, bare)


@cache
def _words(*names: str) -> frozenset[str]:
    return frozenset(word for name in names for word in lexicon.load(name))


def _form(candidate: Candidate, around: Setting) -> Iterator[Evidence]:
    text = candidate.samples[0].text
    yield from _labels(candidate)
    if candidate.kind == "line":
        folded = fold(text)
        if page_line.is_furniture(page_line.read(folded), folded):
            yield Evidence("a page's line", 2.5)
    if site := SITE.search(text):
        yield Evidence("a site's name in a frame", 1.0, site[0])
    if FRAMED.search(text):
        yield Evidence("framed", 1.0 if text[0] == "【" else 0.5, text[0] + text[-1])
    mean = candidate.seam / max(1, candidate.seams)
    if candidate.seams >= FEWEST_SEAMS and mean >= 1.2:
        proven = 0.25 * candidate.seams + 0.5
        yield Evidence("cuts sentences in two", min(4.0, proven, 1.5 * mean - 0.5), f"{candidate.seams} seams")
    if _sets_apart(candidate):
        own = candidate.share("line") >= OFTEN
        yield Evidence("a line of its own" if own else "at an end of a line", 1.5 if own else 1.0)
        for place in ("top", "bottom"):
            if own and candidate.share(place) >= OFTEN:
                yield Evidence("at an end of documents", 0.5, place)
    if around.sources >= 3 and len(candidate.sources) == 1 and _speaks(candidate):
        yield Evidence("in one source only", 0.5, next(iter(candidate.sources)))


def _sets_apart(candidate: Candidate) -> bool:
    """Whether it stands by itself and speaks as pages do."""
    ends = sum(map(candidate.share, ("line", "head", "tail")))
    return ends >= OFTEN and candidate.samples[0].text[-1] not in "。！？；，" and _speaks(candidate)


def _speaks(candidate: Candidate) -> bool:
    """Whether it holds words of sites or sellers, not only such as anybody uses."""
    text = candidate.samples[0].text
    seen = view(text)
    span = Span(seen, classify(seen), 0, len(seen.forms))
    own = any(map(span.words, "SPC")) or (span.words("O") and span.words("A")) or len(set(span.words("A"))) > 1
    return bool(own or _phrases(fold(text)))


def _against(candidate: Candidate) -> Iterator[Evidence]:
    text = candidate.samples[0].text
    if candidate.kind == "account" and candidate.share("line") < OFTEN:
        yield Evidence("a name alone", -1.5)
    if HEADING.match(text):
        yield Evidence("a heading or an item", -3.0)
    if MARKUP.search(text):
        yield Evidence("markup or code", -3.0)
    if QUOTED.search(text) or 2 * sum(map(_is_quoted, candidate.samples)) >= len(candidate.samples):
        yield Evidence("a quotation", -2.5)
    if cited := CITED.findall(text):
        yield Evidence("speaks of laws and offices", -1.5 * min(3, len(cited)), cited[0])
    if candidate.seams >= FEWEST_SEAMS and candidate.seam < 0 and not _phrases(fold(text)):
        yield Evidence("part of its sentences", -1.5)


def _is_quoted(sample: Sample) -> bool:
    """Whether it begins or ends where a quotation does."""
    return sample.before.endswith(("“", "「", "‘")) or sample.after.startswith(("”", "」", "’"))


def _judged(candidate: Candidate, around: Setting) -> Iterator[Evidence]:
    if any(technical("".join(sample)) for sample in candidate.samples):
        yield Evidence("a technical text", -4.0)
        return
    samples = candidate.samples[:3]
    verdicts = [_best(sample) for sample in samples[:1]]
    taken = [rule for sample in samples[:1] for rule in _taken(sample, around.cleaner)[:1]]
    if verdicts[0] > 0 or taken:
        verdicts += [_best(sample) for sample in samples[1:]]
        taken += [rule for sample in samples[1:] for rule in _taken(sample, around.cleaner)[:1]]
    mean = sum(verdicts) / len(verdicts)
    if mean > 0:
        yield Evidence("judged", min(3.0, mean * 3.0 / AD), f"{mean:.1f} of {AD}")
    elif mean < -2 and (
        candidate.kind == "account" or not (_phrases(fold(candidate.samples[0].text)) or any(_labels(candidate)))
    ):
        yield Evidence("judged", max(-1.5, mean / 2), f"{mean:.1f} of {AD}")
    if len(taken) > len(verdicts) / 2:
        yield Evidence("the built-in rules take it", 4.0, taken[0])


def _is_removal(edit: Edit) -> bool:
    return edit.parts[0].rule.partition("-")[0] not in KEEPERS


def _best(sample: Sample) -> float:
    """The judge's best score for a span that overlaps the sample; 0 where it saw none."""
    start, end = len(sample.before), len(sample.before) + len(sample.text)
    found = explain("".join(sample))
    most = ((min(one.end, end) - max(one.start, start), max(end - start, one.end - one.start), one) for one in found)
    return max((one.score for size, whole, one in most if size >= whole / 2), default=0.0)


def _taken(sample: Sample, cleaner: Cleaner) -> list[str]:
    """The rules that take most of the sample away."""
    start, end = len(sample.before), len(sample.before) + len(sample.text)
    edits = cleaner("".join(sample)).edits
    cuts = [one for one in edits if not one.new and one.start < end and start < one.end and _is_removal(one)]
    covered = sum(min(cut.end, end) - max(cut.start, start) for cut in cuts)
    return [cut.parts[0].rule for cut in cuts] if covered >= 0.7 * len(sample.text) else []
