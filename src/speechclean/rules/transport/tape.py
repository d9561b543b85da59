"""The bytes that a reader took for the characters of a run."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple
from speechclean.rules.transport.channels import LOSS

if TYPE_CHECKING:
    from speechclean.rules.transport.channels import Channel


def bytes_of(text: str, channel: Channel) -> str:
    """The bytes that the reader took for these characters, as Latin-1."""
    seen = channel.seen
    return "".join([seen[character] or LOSS for character in text])


class Tape(NamedTuple):
    """The bytes of a run as Latin-1, and for each offset at which a character of the text begins that character."""

    raw: str
    units: dict[int, str]

    @classmethod
    def of(cls, text: str, channel: Channel) -> Tape:
        """The tape of a text of which every character has bytes."""
        seen = channel.seen
        raw = [seen[character] or LOSS for character in text]
        places = accumulate(map(len, raw), initial=0)
        return cls("".join(raw), dict(zip(places, text, strict=False)))
