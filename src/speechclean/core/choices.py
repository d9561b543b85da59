"""What rules may know of the settings."""

from __future__ import annotations

from speechclean.core.named import NamedTuple


class Choices(NamedTuple):
    """The part of the settings that changes what a rule finds.

    `to` is hans, hant, tw, hk or keep; `gaps` is break, join, mark or trim.
    """

    to: str = "hans"
    idioms: bool = False
    gaps: str = "break"
