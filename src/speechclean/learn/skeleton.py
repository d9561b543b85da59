"""What stands beside a span in all its places: frames around what changes, more that stays, the document's own title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.core.named import NamedTuple
from speechclean.learn.candidate import Sample
from speechclean.learn.features import hidden
from speechclean.learn.patterns import counted_pattern, shared_head
from speechclean.plausibility import is_han

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechclean.learn.candidate import Candidate

FEWEST = 4
"""What so many places have alike is no chance."""
FRAMED, TITLE = 40, 60
"""Characters of what changes in a frame, and of a title."""
STAYS = 4
"""So many Chinese characters stay behind a title that nothing frames."""
MOST_PARTS = 4
CALLED = 0.8
"""What changes is the title when so many documents are called so, by their own first lines."""
PAIRS = dict(zip("《“「『【〖([〈<", "》”」』】〗)]〉>", strict=True))
BACK = {close: opening for opening, close in PAIRS.items()}
WIDE = {"(": "（", ")": "）", "[": "［", "]": "］", "<": "＜", ">": "＞"}
SEPARATORS = ",_|-·"
ENDS = "。！？!?;；…”"
EDGE = "(?:(?m:^)[ \u3000]*|(?<=[。！？!?;；…”]))"
"""Where a line or a sentence begins."""
STOPS = re.compile("[。!?;]")


class Side(NamedTuple):
    """What stands on one side of a span in each sample, folded, numbers hidden, away from it; and its parts so far."""

    rest: list[str]
    parts: list[str]
    back: bool

    def taken(self, rest: list[str], part: str) -> Side:
        """The side with one more part."""
        return Side(rest, [*self.parts, part], self.back)

    def words(self, text: str) -> str:
        """The pattern of what stays."""
        return counted_pattern(text[::-1] if self.back else text)

    def joined(self) -> str:
        """The pattern of all parts."""
        return "".join(reversed(self.parts) if self.back else self.parts)


def without_half(samples: Sequence[Sample]) -> list[Sample]:
    """The samples without the sign at the head that closes a frame which began before it."""
    first = samples[0].text
    sign = fold(first[0])
    if sign not in BACK or BACK[sign] in fold(first):
        return list(samples)
    return [Sample(one.before + one.text[0], one.text[1:], one.after) for one in samples]


def around(samples: Sequence[Sample], candidate: Candidate) -> tuple[str, str]:
    """The patterns of what belongs to a span before and behind it; empty strings where nothing does."""
    if len(samples) < FEWEST:
        return "", ""
    called = CALLED * candidate.documents
    left = _side([sample.before.rpartition("\n")[2][::-1] for sample in samples], back=True)
    right = _side([sample.after.partition("\n")[0] for sample in samples], back=False)
    left, right = _separator(left, right), _grown(right)
    left = _grown(left)
    if candidate.called_before >= called:
        left = _title(left)
    if candidate.called_behind >= called:
        right = _title(right)
    return left.joined(), right.joined()


def framed(candidate: Candidate) -> bool:
    """Whether a frame with something else each time stands beside a span in all its places."""
    samples = without_half(candidate.samples)
    before = _side([sample.before.rpartition("\n")[2][::-1] for sample in samples], back=True)
    behind = _side([sample.after.partition("\n")[0] for sample in samples], back=False)
    return len(samples) >= FEWEST and any(all(side.rest) and _frame(side) for side in (before, behind))


def _side(texts: list[str], *, back: bool) -> Side:
    return Side([hidden(fold(text)) for text in texts], [], back)


def _separator(left: Side, right: Side) -> Side:
    """The sign between a title and what ends its line: nothing stands behind it then."""
    signs = {text[:1] for text in left.rest}
    if len(signs) > 1 or any(right.rest) or not signs <= set(SEPARATORS):
        return left
    return left.taken([text[1:] for text in left.rest], left.words(signs.pop()))


def _grown(side: Side) -> Side:
    for _ in range(MOST_PARTS):
        if not all(side.rest):
            break
        grown = _frame(side) or (_stays(side) if side.parts else None) or _gap(side)
        if not grown:
            break
        side = grown
    return side


def _frame(side: Side) -> Side | None:
    """A frame that all have there, each with something else in it."""
    signs = {text[0] for text in side.rest}
    sign = min(signs)
    other = (BACK if side.back else PAIRS).get(sign, "")
    ends = [text.find(other, 1, FRAMED) for text in side.rest] if len(signs) == 1 and other else [0]
    inner = {text[1:end] for text, end in zip(side.rest, ends, strict=False)}
    if min(ends) < 2 or len(inner) < 2:
        return None
    opening, close = (other, sign) if side.back else (sign, other)
    most = min(FRAMED, 2 * max(map(len, inner)))
    wide = re.escape(close) + WIDE.get(close, "")
    pattern = f"[{re.escape(opening)}{WIDE.get(opening, '')}][^\\n{wide}]{{1,{most}}}[{wide}]"
    return side.taken([text[end + 1 :] for text, end in zip(side.rest, ends, strict=True)], pattern)


def _stays(side: Side) -> Side | None:
    """What all have there, to the end of the sentence."""
    same = shared_head(side.rest)
    if side.back:
        same = re.split("[。!?;]", same)[0]
    elif found := STOPS.search(same):
        same = same[: found.end()]
    return side.taken([text[len(same) :] for text in side.rest], side.words(same)) if same else None


def _gap(side: Side) -> Side | None:
    """A title without a frame, and what stays behind it."""
    first = side.rest[0]
    for at in range(1, min(TITLE, len(first) - STAYS)):
        if STOPS.match(first[at - 1]):
            return None
        said = first[at : at + STAYS]
        ends = [text.find(said, 1, TITLE) for text in side.rest]
        if sum(map(is_han, said)) < STAYS - 1 - (":" in said) or min(ends) < 1:
            continue
        gaps = {text[:end] for text, end in zip(side.rest, ends, strict=True)}
        if len(gaps) > 1 and not any(map(STOPS.search, gaps)):
            most = min(TITLE, 2 * max(map(len, gaps)))
            return side.taken(
                [text[end:] for text, end in zip(side.rest, ends, strict=True)], f"[^\\n。！？；]{{1,{most}}}?"
            )
    return None


def _title(side: Side) -> Side:
    """A title between the span and the end of its line, or the beginning of its sentence."""
    gaps = [STOPS.split(text)[0] for text in side.rest] if side.rest else [""]
    if not all(gaps) or len(set(gaps)) < 2 or max(map(len, gaps)) > TITLE:
        return side
    if not side.back and any(gap != text.rstrip("!?") for gap, text in zip(gaps, side.rest, strict=True)):
        return side
    most = min(TITLE, 2 * max(map(len, gaps)))
    slot = f"[^\\n。！？；]{{1,{most}}}"
    return side.taken([], EDGE + slot if side.back else f"{slot}[!?！？]?(?m:$)")
