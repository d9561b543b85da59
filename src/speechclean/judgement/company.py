"""What the rest of a page tells of a line: what was taken of it, the run of short lines it stands in, what it is made of."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple
from speechclean.judgement.likeness import of_place
from speechclean.judgement.page_line import read

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from speechclean.judgement.rows import Rows

TAKEN = 4.0
"""A line that another rule took is a site's: it counts as if it read so well."""
STRONG = 1.5
STOPS = frozenset("。！!？?…”；;")
NONE = "-"
MANY_TAKEN, SHARES, MANY = (1, 2, 4, 8, 16), (0.1, 0.25, 0.5, 0.75), (2, 4, 8, 16, 32)
LONG_RUN, SHARES_OF_RUN, STOPPED = (2, 3, 5, 9, 17), (0.01, 0.2, 0.4, 0.6, 0.8), (0.01, 0.2, 0.5)
WEIGHTS, REST, ITEMS = (0.5, 1, 2, 3, 5), (1, 3, 6, 12, 25), (1, 2, 3, 5, 8)


class Standing(NamedTuple):
    """Where a line stands among all of its page, in steps."""

    page: tuple[int, int, int]
    run: tuple[int, int, int]
    stops: tuple[str, str, str]


class Company:
    """The lines of a page as a whole; `taken` are the numbers of those that other rules took."""

    def __init__(self, rows: Rows, scores: list[float], taken: Collection[int]) -> None:
        size = rows.size
        self._stops = [rows.text[slice(*rows.span(number))].rstrip()[-1] in STOPS for number in range(size)]
        self._short = rows.short()
        sites = [score > STRONG for score in scores]
        self._sites = [0, *accumulate(sites)]
        self._stopped = [0, *accumulate(self._stops)]
        self._runs = _runs(size, self._short)
        short = len(self._short)
        sites_of_short = self._sites[-1] / max(1, short)
        self._page = _step(len(taken), MANY_TAKEN), _step(sites_of_short, SHARES), _step(short, MANY)

    def standing(self, number: int) -> Standing:
        """Where a line stands."""
        first, behind = self._runs[number]
        length, stopped = behind - first, self._stopped[behind] - self._stopped[first]
        own = self._sites[number + 1] - self._sites[number]
        around = self._sites[behind] - self._sites[first] - own
        sites = _step(around / max(1, length - 1), SHARES_OF_RUN)
        run = _step(length, LONG_RUN), sites, _step(stopped / length, STOPPED)
        return Standing(self._page, run, (self._stop(number), self._stop(number - 1), self._stop(number + 1)))

    def _stop(self, number: int) -> str:
        return f"{self._stops[number]:d}" if 0 <= number < len(self._stops) else NONE


def _runs(size: int, short: list[int]) -> list[tuple[int, int]]:
    """For each line where the run of lines without a paragraph begins and ends in which it stands."""
    prose = sorted(set(range(size)) - set(short))
    runs: list[tuple[int, int]] = []
    first = 0
    for behind in (*prose, size):
        runs += [(first, behind)] * (behind - first)
        if behind < size:
            runs.append((behind, behind + 1))
        first = behind + 1
    return runs


def names_of_standing(standing: Standing, own: int, place: str) -> tuple[str, ...]:
    """The features of where a line stands."""
    (taken, share, short), (length, sites, stopped), stops = standing
    stop = stops[0]
    return (
        *(f"taken{taken}", f"taken{taken}own{own}", f"taken{taken}{place}"),
        *(
            f"sites{share}",
            f"sites{share}own{own}",
            f"sites{share}{place}",
            f"short{short}",
            f"short{short}sites{share}",
        ),
        *(f"run{length}", f"run-{sites}", f"run-{sites}{place}", f"run-{sites}own{own}", f"run{length}-{sites}"),
        *(f"stops{stopped}", f"stops{stopped}{place}", f"stops{stopped}-{sites}"),
        *("stop" + "".join(stops), f"stop{stop}{place}", f"stop{stop}own{own}"),
    )


@lru_cache(maxsize=1 << 12)
def weight_of_standing(standing: Standing, own: int, place: str) -> int:
    """What these features weigh."""
    table = of_place()
    return sum(table.get(name, 0) for name in names_of_standing(standing, own, place))


def names_of_items(line: str, own: int, place: str) -> Iterator[str]:
    """The features of what a folded line is made of: controls, labels, values, numbers and unknown text."""
    reading = read(line)
    weight, rest = _step(reading.weight, WEIGHTS), _step(reading.text, REST)
    yield from (f"items{_step(len(reading.items), ITEMS)}", f"parted{reading.parted:d}")
    yield from (f"controls{weight}", f"rest{rest}", f"controls{weight}rest{rest}")
    yield from (f"controls{weight}{place}", f"controls{weight}own{own}")
    for kind in {item.kind for item in reading.items}:
        yield f"with-{kind}"
        yield f"with-{kind}-{place}"


def _step(value: float, edges: tuple[float, ...]) -> int:
    return sum([value >= edge for edge in edges])
