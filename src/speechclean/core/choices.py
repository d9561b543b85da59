"""What rules may know of the settings."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choices:
    """The part of the settings that changes what a rule finds.

    `to` is hans, hant, tw, hk or keep; `gaps` is break, join, mark or trim.
    """

    to: str = "hans"
    idioms: bool = False
    gaps: str = "break"
