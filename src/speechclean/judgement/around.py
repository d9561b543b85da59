"""What is known of a line and of those around it on its page, in steps, as the weights were learned for it."""

from __future__ import annotations

from functools import lru_cache

from speechclean.core.named import NamedTuple
from speechclean.judgement.likeness import of_place

MOST, NOTHING = 4, 9
NAMES_OF_AROUND = 18
"""So many names `names_of` gives, all different."""


class Around(NamedTuple):
    """What is known of a line and of those around it, in steps."""

    own: int
    above: int
    below: int
    place: str
    company: int
    length: int
    enclosed: str
    first: int
    last: int


def names_of(around: Around) -> tuple[str, ...]:
    """What the weights call it, alone and with what stands beside it."""
    own, above, below, place, company, length, enclosed, first, last = around
    return (
        *(f"own{own}", f"above{above}", f"below{below}", place, f"company{company}", f"length{length}"),
        *(f"own{own}{place}", f"own{own}company{company}", f"own{own}above{above}", f"own{own}below{below}"),
        *(f"above{above}below{below}", f"above{above}below{below}{place}", f"length{length}{place}"),
        *(f"enclosed{enclosed}{place}", f"company{company}{place}", f"own{own}{place}company{company}"),
        *(f"line{first}", f"line-{last}"),
    )


@lru_cache(maxsize=1 << 12)
def weight_of(around: Around) -> int:
    """How much it weighs, by all its names."""
    table = of_place()
    return sum(table.get(name, 0) for name in names_of(around))


def step(score: float) -> int:
    """A score in steps."""
    return max(-MOST, min(MOST, round(score)))


def mean(scores: list[float]) -> int:
    """What several scores are in the middle, in steps; NOTHING where there are none."""
    return step(sum(scores) / len(scores)) if scores else NOTHING
