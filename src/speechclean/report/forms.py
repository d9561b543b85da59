"""The forms that a report has: each a module of this room with a `Report`, found by the suffix of the file."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from speechclean.core.result import Result
    from speechclean.core.rule import Stage
    from speechclean.settings import Settings

SUFFIXES = {".json": "json", ".sarif": "sarif", ".html": "page"}
"""What `fix --report FILE` writes, by suffix."""


class About(NamedTuple):
    """What a report tells of the run; `notes` says whether what was seen and left alone belongs in it."""

    tool: str
    settings: Settings
    stages: tuple[Stage, ...]
    notes: bool = True


class Report(Protocol):
    """Takes in results one by one. What a method returns is what can be written by then; most tell all at the end."""

    def add(self, path: str, result: Result, record: int | None = None) -> str:
        """Take in what became of a file, or of an item (from 0) of a stream of records."""

    def fail(self, path: str, why: str) -> str:
        """Take in a file that could not be done."""

    def whole(self, counts: Mapping[str, int]) -> str:
        """The end of the report; `counts` tells how many came to which status."""


def report(form: str, about: About) -> Report:
    """A report in one of the forms, to be filled."""
    made: Report = import_module(f"speechclean.report.{form}").Report(about)
    return made
