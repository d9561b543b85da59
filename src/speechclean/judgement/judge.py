"""The judge: for a window, the spans that are foreign to the text, with a score and the evidence for and against."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from speechclean.core.squeeze import UNSEEN
from speechclean.judgement.ends import FULL_STOPS
from speechclean.judgement.evidence import PRIVATE, answerable, weigh
from speechclean.judgement.features import classify
from speechclean.judgement.foreign import foreign, merged
from speechclean.judgement.likeness import likeness
from speechclean.judgement.members import of_members
from speechclean.judgement.notices import of_notice
from speechclean.judgement.objections import objections
from speechclean.judgement.scene import of_scene
from speechclean.judgement.seams import ENDS
from speechclean.judgement.second_look import accounts, clauses
from speechclean.judgement.spaced import runs, with_runs
from speechclean.judgement.span import Evidence, Span
from speechclean.judgement.standing import READS_ON, SEAM
from speechclean.judgement.stretch import stretched
from speechclean.judgement.ties import tied
from speechclean.judgement.tokens import View, view
from speechclean.judgement.trims import short_of_author, short_of_number, trimmed
from speechclean.judgement.verdict import AD, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechclean.judgement.foreign import Gains

    Judged = tuple[int, int, "Verdict"]
    """The tokens from which and to which a span goes, and the verdict on it."""

FEWEST = 4
"""Windows with fewer Han characters are code, tables or foreign text, and no place for an ad."""
FOR_AN_AD, FOR_THE_AUTHOR = 0.5, 1.0
MOST_LEARNED, LEAST_LEARNED = 6.0, -8.0
SURE, READS = 3.0, 2.0
SURE_ANYHOW, COMMAS, SEVERAL = 4.0, "，,", 2
"""So sure the learned judge has to be of an ad without an account, of several clauses."""
LIKE, LEAST_LIKE, MOST_LIKE = 0.4, -4.0, 2.0
"""What the other learned model's opinion weighs, which reads the span by itself, and how much of it counts."""
SECOND = 5.0
"""What clauses need that are tried because the path had no ad there."""
HAN, LATIN = frozenset("h"), frozenset("lkb")
"""The shapes of tokens: Chinese characters; Latin words and the blanks between them, without a mark of a sentence."""
FEW_LEFT, DOUBTED, CHANCE = 4, -0.8, 1.5
"""Where the learned judge leaves so much to the author, two characters that may belong together are nearly nothing."""


def judge(text: str, start: int, end: int, *, is_technical: bool = False) -> list[Verdict]:
    """All spans in `text[start:end]` that may be foreign, in order, each with its verdict."""
    seen = view(text[start:end])
    if seen.shapes.count("h") < FEWEST:
        return []
    kinds = classify(seen)
    if not _is_line(text, start, end) and not _may_hold_ad(Span(seen, kinds, 0, len(seen.forms))):
        return []
    sums, spans = foreign(seen, kinds)
    tried = Tried(text, start, seen, kinds, sums)
    tried.is_technical = is_technical
    return _judged(tried, spans) if spans or seen.squeezed.runs else []


def _may_hold_ad(whole: Span) -> bool:
    """Whether a reader could act on anything in a window: where not, no span in it would be an ad."""
    return "O" in whole.letters or "A" in whole.letters or answerable(whole)


def _judged(tried: Tried, spans: list[tuple[int, int]]) -> list[Verdict]:
    """The verdicts on the spans that seem foreign, and on others where one was missed."""
    seen, kinds, spaced = tried.seen, tried.kinds, bool(tried.seen.squeezed.runs)
    if spaced:
        spans = [with_runs(seen, first, last) for first, last in spans]
    if len(spans) > 1:
        spans = merged(seen, kinds, spans)
    ends = [tried.filling(tried.short(trimmed(seen, kinds, *path))) for path in spans]
    found = [(first, last, tried.verdict(first, last)) for first, last in ends]
    found = [tried.in_full(one, found) if one[2].is_ad else one for one in found]
    ads = [one for one in found if one[2].is_ad]
    second = _second(tried, [one for one in found if one[2].is_ad or one[2].is_refuted]) if found else []
    if spaced:
        second += _with_one_sign(tried, [*ads, *second])
    if second:
        found = [one for one in found if one[2].is_ad or not _overlaps(one, second)]
        found = sorted([*found, *second], key=itemgetter(0))
    found = [one if one[2].is_ad or one[2].is_refuted else tried.in_full(one, found) for one in found]
    return [verdict for _, _, verdict in found]


class Tried:
    """A window in which spans are tried."""

    __slots__ = ("is_technical", "kinds", "seen", "start", "sums", "text")

    def __init__(self, text: str, start: int, seen: View, kinds: list[str], sums: Gains) -> None:
        self.text = text
        self.start = start
        self.seen = seen
        self.kinds = kinds
        self.sums = sums
        self.is_technical = False

    def short(self, span: tuple[int, int]) -> tuple[int, int]:
        """The span without a number or a beginning of the author's at its end."""
        span = short_of_number(self.seen, self.kinds, self.sums, span)
        return short_of_author(self.seen, self.kinds, self.sums, span)

    def filling(self, span: tuple[int, int]) -> tuple[int, int]:
        """The span to the end of the line that it begins, where what it leaves is nobody's line: few characters, Latin words.

        One that begins a later sentence takes the few characters that end this one and the line: `希望对大家有|所帮助。`.
        """
        size, rest = len(self.seen.shapes), self.seen.shapes[span[1] :]
        kinds = LATIN if len(rest) > FEW_LEFT or rest[:1] != "h" else HAN
        if not span[0] and rest and kinds.issuperset(rest) and self._is_line():
            return 0, size
        return (span[0], size) if self._ends_its_sentence(span, rest) else span

    def _is_line(self) -> bool:
        return _is_line(self.text, self.start, self.start + len(self.seen.window))

    def _ends_its_sentence(self, span: tuple[int, int], rest: str) -> bool:
        """Whether the few characters behind a span that begins a sentence are the end of it, and of the line."""
        forms, (first, last) = self.seen.forms, span
        if not 1 < len(rest) <= FEW_LEFT or forms[-1] not in FULL_STOPS or not HAN.issuperset(rest[:-1]):
            return False
        end = self.start + len(self.seen.window)
        before = forms[first - 1] if first else self.text[self.start - 1 : self.start] or "\n"
        if before not in ENDS or (end < len(self.text) and self.text[end] != "\n"):
            return False
        return self.seen.shapes[last - 1] == "h" and tied(forms[last - 1], forms[last]) >= READS_ON

    def in_full(self, one: Judged, others: list[Judged]) -> Judged:
        """A span with the verdict on it, stretched where it is an ad so; one that is none without needs more evidence."""
        first, last, verdict = one
        floor = max((end for _, end, _ in others if end <= first), default=0)
        ceiling = min((start for start, _, _ in others if start >= last), default=len(self.seen.forms))
        whole = stretched(self.seen, self.sums, (first, last), (floor, ceiling))
        if whole == (first, last):
            return one
        told = self.verdict(*whole)
        enough = verdict.is_ad or (told.score >= SECOND and not told.has("speaks of itself"))
        return (*whole, told) if (told.is_ad and enough) or (verdict.is_ad and told.is_refuted) else one

    def verdict(self, first: int, last: int) -> Verdict:
        """The verdict on a span."""
        span = Span(self.seen, self.kinds, first, last)
        known = _known(span, self.sums.gain(first, last) / 100)
        if self.is_technical:
            known.insert(1, Evidence("a technical text", -6.0))
        return _verdict(self.text, self.start, span, known)

    def run(self, first: int, last: int) -> Verdict:
        """The verdict on a run with one sign between all its characters, which nobody writes but who hides something."""
        known = [Evidence("one sign between all its characters", -6.0 if self.is_technical else 4.0)]
        return _verdict(self.text, self.start, Span(self.seen, self.kinds, first, last), known)


def _second(tried: Tried, ads: list[Judged]) -> list[Judged]:
    """The best runs of whole clauses around accounts that are in no ad; they need more evidence."""
    found: list[Judged] = []
    for account in accounts(tried.seen):
        taken = [(first, last) for first, last, _ in (*ads, *found)]
        if _is_in_one(account, taken):
            continue
        best = _best(tried, clauses(tried.seen, account, taken))
        if best and best[2].score >= SECOND and tried.sums.gain(best[0], best[1]) > 0:
            found.append(best)
    return found


def _best(tried: Tried, spans: Iterable[tuple[int, int]]) -> Judged | None:
    judged = [(first, last, tried.verdict(first, last)) for first, last in spans]
    return max(judged, key=lambda one: (one[2].score, tried.sums.gain(one[0], one[1])), default=None)


def _is_in_one(token: int, spans: list[tuple[int, int]]) -> bool:
    for first, last in spans:  # noqa: SIM110  # a generator would not be compiled to C
        if first <= token < last:
            return True
    return False


def _with_one_sign(tried: Tried, ads: list[Judged]) -> list[Judged]:
    """The runs with one sign between all their characters that are in no ad, and are one."""
    spans = runs(tried.seen, tried.kinds, [(first, last) for first, last, _ in ads])
    return [one for one in ((*span, tried.run(*span)) for span in spans) if one[2].score >= SECOND]


def _overlaps(one: Judged, others: list[Judged]) -> bool:
    return any(one[0] < other[1] and other[0] < one[1] for other in others)


def _known(span: Span, gained: float) -> list[Evidence]:
    """What the path's gain weighs: what the learned judge would leave needs more evidence than it gives."""
    weight = max(LEAST_LEARNED, min(MOST_LEARNED, gained * (FOR_AN_AD if gained > 0 else FOR_THE_AUTHOR)))
    known = [Evidence("learned", weight)]
    fresh = span.first == 0 or span.view.forms[span.first - 1] in ENDS
    if fresh and weight >= SURE and span.shapes.count("h") >= FEWEST and not answerable(span):
        known.append(Evidence("a whole sentence that reads like an ad", READS))
    return known


def unsuspected(text: str, start: int, end: int) -> Verdict:
    """The verdict on a whole window in which no span was found: for an account of what was kept."""
    seen = view(text[start:end])
    span = Span(seen, classify(seen), 0, len(seen.forms))
    return _verdict(text, start, span, [Evidence("nothing in it seems foreign", -9.0)])


def _is_line(text: str, start: int, end: int) -> bool:
    return (start == 0 or text[start - 1] == "\n") and (end == len(text) or text[end] == "\n")


def _verdict(text: str, start: int, span: Span, known: list[Evidence]) -> Verdict:
    left, right = span.view.squeezed.source(span.start, span.end)
    left, right = start + left, start + right
    while right < len(text) and text[right] in UNSEEN:
        right += 1
    span.own_line = _is_line(text, left, right)
    pieces = weigh(span)
    pieces += known
    if not span.own_line and span.shapes.count("h") >= FEWEST:
        reads = likeness(span.view.words(span.first, span.last))
        most = MOST_LIKE if known[0].weight > 0 else 0.0  # it speaks for an ad only where both do
        pieces.append(Evidence("reads like a site's", LIKE * max(LEAST_LIKE, min(most, reads))))
    pieces += of_members(text, left, right)
    pieces += of_scene(text, left, right)
    pieces += of_notice(text, left, right, is_line=span.own_line)
    if known[0].weight <= DOUBTED and PRIVATE.isdisjoint(span.telling) and SEAM in [piece.kind for piece in pieces]:
        pieces.append(Evidence("a seam without an account", -CHANCE))
    score = 0.0
    for piece in pieces:
        score += piece.weight
    sure = known[0].weight >= READS
    if PRIVATE.isdisjoint(span.telling):
        sure = known[0].weight >= SURE_ANYHOW and sum(map(span.forms.count, COMMAS)) >= SEVERAL
    against = objections(text, left, right, is_line=span.own_line, is_sure=sure) if score >= AD else []
    told = Verdict(left, right, score, tuple(pieces))
    return told.refuted(against) if against else told
