"""The squeezed view: separators between single characters, invisible characters and keycaps undone, with a map back."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.core.letters import replacing
from speechclean.core.named import NamedTuple
from speechclean.core.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

UNIT = "[0-9a-z\u3400-\u4e27\u4e29-\u9fff❤♥]"
SEPARATORS = frozenset(
    "- \t\u3000._/*~|丨｜¦·•‧,，+✘×✖@#^=§$&﹒∙`'’:☆★○●◆◇▲▼◎※✓✔✗✚✦✧✿❀⁄―–—−;‖∣∥│┃┆┇┊┋╎╏║△▽◈◉✩✪✰❖❉❋✽︱︳"
)
BETWEEN = f"[{re.escape(''.join(sorted(SEPARATORS)))}]"
HELD = f"(?:[【】「」『』“”《》〔〕…⋯]{BETWEEN}{{1,3}})?"
"""A name's bracket, or an ellipsis, that is spaced out like a character: `号.【.甲.】.乙`."""
FEWEST = 4
"""So many separators stand in a run, or more."""
FRAMES = "([【〔（"
UNDONE = "u", "n", "s s", "f  f"
"""What shows, in the letters for the sorts of characters, that there may be something to undo: what is not seen, a number
beyond nine, one character between two separators, two in frames."""
UNSEEN = frozenset(
    "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063"
    "\u2064\u20e3\ufe00\ufe01\ufe02\ufe03\ufe04\ufe05\ufe06\ufe07\ufe08\ufe09\ufe0a\ufe0b\ufe0c\ufe0d"
    "\ufe0e\ufe0f\ufeff"
)
"""Characters of no width."""
SPACED = Pattern(f"(?<![0-9a-z])(?:{UNIT}{BETWEEN}{{1,7}}{HELD}){{{FEWEST},}}{UNIT}(?![0-9a-z])")
FRAMED = Pattern(r"(?:[(\[【〔（][0-9a-z\u3400-\u9fff][)\]】〕）]){2,}")
BEYOND_NINE = "⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
BLANKS = " \t\u3000"
HAN = "\u3400"


class Squeezed(NamedTuple):
    """The squeezed text, where each of its characters stood, the spans in it that were spaced out, and what began before.

    The last are characters of the window that were written as two, of which the text holds the second one.
    """

    text: str
    places: Sequence[int]
    runs: tuple[tuple[int, int], ...] = ()
    begun: Mapping[int, int] = MappingProxyType({})

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]`, which is not empty, stood in the window."""
        first = self.places[start]
        return self.begun.get(first, first), self.places[end - 1] + 1

    def without(self, dropped: set[int]) -> Squeezed:
        """The same without these characters of `text`."""
        kept = [place for place in range(len(self.text)) if place not in dropped]
        runs = tuple(_moved(self.runs, dropped))
        return Squeezed("".join(self.text[place] for place in kept), [self.places[place] for place in kept], runs)

    def without_firsts(self, firsts: Iterable[int]) -> Squeezed:
        """The same without the first of each two characters of `text` that are one."""
        begun = {self.places[first + 1]: self.places[first] for first in firsts}
        return self.without(set(firsts))._replace(begun=begun)


@cache
def _sorts() -> Callable[[str], str]:
    """What writes for each character a letter: for one that is not seen, a number beyond nine, a separator, a frame."""
    sorts = {"u": "".join(UNSEEN), "n": BEYOND_NINE, "s": "".join(SEPARATORS), "f": FRAMES}
    become = "".join(sort * len(letters) for sort, letters in sorts.items())
    return replacing("".join(sorts.values()), become, lambda _: " ")


def squeeze(text: str) -> Squeezed:
    """Fold a window and undo what stands between its characters: `公-众-号-甲-乙` reads `公众号甲乙`, `①②` reads `12`.

    Dropped are invisible characters, and the separator that most often stands between the single characters of a
    run of five or more; what else stands there is kept (`h t t p : / / a b . c n` reads `http://ab.cn`).
    """
    view = Squeezed(fold(text), range(len(text)))
    sorts = _sorts()(view.text)
    if not any(map(sorts.__contains__, UNDONE)):
        return view
    if "u" in sorts:
        view = view.without({place for place, sort in enumerate(sorts) if sort == "u"})
    if "n" in sorts:
        view = _numbers_written_out(view)
    apart = sorts.count("s") >= FEWEST
    spans = [_own_part(view.text, *match.span()) for match in SPACED.finditer(view.text)] if apart else []
    dropped = {place for start, end in spans for place in _separators(view.text, start, end)}
    for match in FRAMED.finditer(view.text) if sorts.count("f") > 1 else ():
        spans.append(match.span())
        dropped.update(place for place in range(*match.span()) if not view.text[place].isalnum())
    if not dropped:
        return view
    return view._replace(runs=tuple(sorted(spans))).without(dropped)


def _own_part(text: str, start: int, end: int) -> tuple[int, int]:
    """A run without a last Han character that belongs to the word behind it: `6 6 8 燃气` is spaced out to the 8."""
    last = end - 2
    while not text[last].isalnum():
        last -= 1
    if text[end - 1] >= HAN and text[end : end + 1] >= HAN and text[last] < HAN:
        return start, last + 1
    return start, end


def _separators(text: str, start: int, end: int) -> Iterable[int]:
    """The places of a spaced run's own separators: blanks, or the sign that occurs most often and those that recur."""
    signs = Counter(sign for sign in text[start:end] if sign == "丨" or not (sign.isalnum() or sign in "❤♥"))
    main = max(signs, key=lambda sign: (signs[sign], sign in BLANKS))
    if main in BLANKS:
        return (place for place in range(start, end) if text[place] in BLANKS)
    return (place for place in range(start, end) if text[place] == main or (signs[text[place]] > 1))


def _moved(spans: Iterable[tuple[int, int]], dropped: set[int]) -> Iterable[tuple[int, int]]:
    gone = sorted(dropped)
    for start, end in sorted(spans):
        yield start - sum(place < start for place in gone), end - sum(place < end for place in gone)


def _numbers_written_out(view: Squeezed) -> Squeezed:
    letters = [(_plain(sign), place) for sign, place in zip(view.text, view.places, strict=True)]
    return Squeezed("".join(form for form, _ in letters), [place for form, place in letters for _ in form])


def _plain(sign: str) -> str:
    number = ord(sign) - 0x2469 if "⑩" <= sign <= "⑳" else ord(sign) - 0x247D
    return str(10 + number) if 0 <= number <= 10 else sign
