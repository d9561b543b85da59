"""What speaks for and against a string that repeats being foreign to the texts it stands in, each piece with its weight."""

from __future__ import annotations

import re
from math import inf
from typing import TYPE_CHECKING

from speechclean.api import Cleaner
from speechclean.core.fold import fold
from speechclean.core.named import NamedTuple
from speechclean.judgement import page_line
from speechclean.judgement.cuts import explain
from speechclean.judgement.genre import technical
from speechclean.judgement.span import Evidence
from speechclean.judgement.verdict import AD
from speechclean.learn import accounts
from speechclean.learn.places import OFTEN, SENTENCE_ENDS, fits, hint, is_behind, stands, titled
from speechclean.learn.slotted import varies
from speechclean.learn.speech import APART, changes, labelled, matter, phrases, speaks
from speechclean.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from speechclean.core.edit import Edit
    from speechclean.learn.candidate import Candidate, Sample

PROPOSED = 2.5
"""A string is proposed when its evidence sums to this or more."""
HEADING = re.compile(
    r"(?:#+ ?)?第[一二三四五六七八九十百零0-9]+[条章节款项编]|#(?![^#\s]+#)|[(（]?[一二三四五六七八九十0-9]+[)）、.](?![0-9])"
)
MARKUP = re.compile(r"[`{}<\\=]|^\s*\||\|\s*$|\]\(|^\s*(?://|#(?![^#\s]+#)|[-*] )|:::")
BOOK = re.compile("《[^《》]*》")
ROW = re.compile(r"^[^\n]*\|")
CITED = re.compile(
    r"《[^《》]*(?:$|法》|条例|规[定则]|办法|决定|通知|意见|准则|标准|细则|纲要|公约|章程)|条例|规定|办法|法律[、法规]|法规|委员会|人民|政府|法院|机关|部门"
)
QUOTED = re.compile(r"^[“‘「『]|[“‘「『]$")
FEWEST_SEAMS = 4
LISTS = "end-related-list"
"""The rule that takes titles for the heading above them: elsewhere they head texts."""
PART, AROUND = 2.0, 8
"""What a rule takes of a text says nothing of a span where it takes so many times as much, and so many characters more."""
LITTLE = -0.15
"""What fits in worse than that, in log10 a seam, has nothing said for it."""
WORDS = frozenset({"offer", "call", "bargain", "speaks of itself", "judged"})
"""Evidence of single words, which laws have, too."""
OF_SITES = frozenset(
    {
        "speaks of itself",
        "channel",
        "host",
        "a site's name in a frame",
        "a page's label",
        "a page's control",
        "a page's line",
        "a name that others advertise",
        "a line of a block",
        "heads a list of pages",
        "above titles of others",
    }
)
"""Evidence that a site says it: a form has the same lines on every page, too, with another number in each, and calls and dates."""
KEEPERS = ("characters", "markup", "layout", "joins", "glosses")
"""Families of rules whose cuts say nothing of what a text speaks of."""


SITE = re.compile(r"(?:网|网站|文库|论坛|书屋|书阁|驿站|之家|小铺|下载站|资源站|公众号)[】\])）」』]$")
FRAMED = re.compile(r"^[【\[(（「〔〖『].*[】\])）」〕〗』]$")


class Setting(NamedTuple):
    """What a candidate is weighed against: how many documents each source has, the built-in rules, which sources are sites."""

    sources: Mapping[str, int]
    cleaner: Cleaner
    sites: frozenset[str] = frozenset()


def setting(sources: Mapping[str, int]) -> Setting:
    """The setting for these sources."""
    return Setting(sources, Cleaner(Settings(to="keep", max_removal=1.0)))


def weigh(candidate: Candidate, around: Setting) -> list[Evidence]:
    """All evidence on a candidate."""
    pieces = [*matter(candidate), *_against(candidate), *labelled(candidate), *_form(candidate)]
    pieces += (
        *fits(candidate),
        *stands(candidate, around.sources, around.sites),
        *titled(candidate),
        *changes(candidate),
    )
    pieces += varies(candidate) if candidate.kind == "frame" else ()
    if sum(piece.weight for piece in pieces) > -3:  # the rest takes time
        pieces += _judged(candidate, around)
    return pieces


def score(pieces: list[Evidence]) -> float:
    """The sum of the evidence."""
    return sum(piece.weight for piece in pieces)


def is_of_site(pieces: Iterable[Evidence]) -> bool:
    """Whether the evidence tells of a site, and not only of what every document of a kind has."""
    return any(piece.kind in OF_SITES for piece in pieces)


def hints(candidate: Candidate, pieces: list[Evidence]) -> float:
    """What little is said for a candidate by where and how it stands, or what pages say, but for single words."""
    if candidate.seam < LITTLE * candidate.seams:
        return 0.0
    return sum(piece.weight for piece in pieces if piece.kind not in WORDS) + hint(candidate)


def _form(candidate: Candidate) -> Iterator[Evidence]:
    text = candidate.samples[0].text
    if candidate.kind == "line":
        folded = fold(text)
        if page_line.is_furniture(page_line.read(folded), folded):
            yield Evidence("a page's line", 2.5)
    if site := SITE.search(text):
        yield Evidence("a site's name in a frame", 1.0, site[0])
    if FRAMED.search(text):
        yield Evidence("framed", 1.0 if text[0] == "【" else 0.5, text[0] + text[-1])


def _against(candidate: Candidate) -> Iterator[Evidence]:
    text = candidate.samples[0].text
    if candidate.kind == "account" and candidate.share("line") < OFTEN:
        yield Evidence("a name alone", -1.5)
    inside = candidate.share("inside") >= OFTEN
    if HEADING.match(text) and not (inside and text[0] == "#"):
        yield Evidence("a heading or an item", -3.0)
    if _is_markup(candidate, inside=inside):
        yield Evidence("markup or code", -3.0)
    if QUOTED.search(text) or 2 * sum(map(_is_quoted, candidate.samples)) >= len(candidate.samples):
        yield Evidence("a quotation", -2.5)
    if cited := CITED.findall(candidate.key if candidate.kind == "label" else text):
        yield Evidence("speaks of laws and offices", -1.5 * min(3, len(cited)), cited[0])
    if candidate.seams >= FEWEST_SEAMS and candidate.seam < -0.3 * candidate.seams and not phrases(fold(text)):
        yield Evidence("part of its sentences", -1.5)


def citations(samples: Iterable[Sample]) -> set[str]:
    """The words of laws and offices that all samples hold outside of titles."""
    return set.intersection(*(set(CITED.findall(BOOK.sub("", sample.text))) for sample in samples))


def _is_markup(candidate: Candidate, *, inside: bool) -> bool:
    """Whether it holds markup: no heading begins inside a line, no row of a table begins or ends with a word beside it."""
    text = candidate.samples[0].text
    if APART.fullmatch(fold(text)):
        return False
    found = {match[0].strip()[:1] for match in MARKUP.finditer(text)}
    if inside:
        found.discard("#")
    if all(
        (sample.before[-1:] + sample.text[:1]) != "|" and not ROW.search(sample.after) for sample in candidate.samples
    ):
        found.discard("|")
    return bool(found)


def _is_quoted(sample: Sample) -> bool:
    """Whether it begins or ends where a quotation does."""
    return sample.before.endswith(("“", "「", "‘")) or sample.after.startswith(("”", "」", "’"))


def _judged(candidate: Candidate, around: Setting) -> Iterator[Evidence]:
    often = 0.25 if candidate.kind == "account" else 0.5  # what code is full of
    if sum(technical("".join(sample)) for sample in candidate.samples) > often * len(candidate.samples):
        yield Evidence("a technical text", -4.0)
        return
    samples = candidate.samples[:3]
    most = PART if candidate.kind == "span" else inf
    verdicts = [_best(sample) for sample in samples[:1]]
    taken = [rule for sample in samples[:1] for rule in _taken(sample, around.cleaner, most)[:1]]
    if verdicts[0] > 0 or taken or candidate.kind in {"line", "label"}:
        verdicts += [_best(sample) for sample in samples[1:]]
        taken += [rule for sample in samples[1:] for rule in _taken(sample, around.cleaner, most)[:1]]
    if LISTS in taken and not speaks(candidate):
        taken = []
    if candidate.kind == "account":
        taken = [rule for rule in taken if rule.startswith("ad-")]  # the others take lines, whatever stands in them
    mean = sum(verdicts) / len(verdicts)
    blind = accounts.cuts(candidate)[0] > 0 if candidate.kind == "account" else FRAMED.search(candidate.samples[0].text)
    if mean > 0:
        yield Evidence("judged", min(3.0, mean * 3.0 / AD), f"{mean:.1f} of {AD}")
    elif (
        mean < -2
        and not blind
        and (candidate.kind == "account" or not (phrases(fold(candidate.samples[0].text)) or any(labelled(candidate))))
    ):
        is_sentence = (
            not (candidate.kind in {"line", "label"} or all(map(is_behind, candidate.samples)))
            or candidate.samples[0].text[-1] in SENTENCE_ENDS
        )
        yield Evidence("judged", max(-1.5 if is_sentence else -0.5, mean / 2), f"{mean:.1f} of {AD}")
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


def _taken(sample: Sample, cleaner: Cleaner, most: float = inf) -> list[str]:
    """The rules that take most of the sample away, and no more than so many times as much."""
    start, end = len(sample.before), len(sample.before) + len(sample.text)
    edits = cleaner("".join(sample)).edits
    cuts = [one for one in edits if not one.new and one.start < end and start < one.end and _is_removal(one)]
    covered = sum(min(cut.end, end) - max(cut.start, start) for cut in cuts)
    whole = sum(cut.end - cut.start for cut in cuts)
    taken = covered >= 0.7 * len(sample.text) and whole <= most * len(sample.text) + AROUND
    return [cut.parts[0].rule for cut in cuts] if taken else []
