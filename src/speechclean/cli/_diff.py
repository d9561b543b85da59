"""What `--diff` prints: colours for a person, and for a program what `patch` reads."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechclean.core.result import Result


def diff_form() -> str:
    """`colours` on a terminal, else `plain`."""
    return "colours" if sys.stdout is not None and sys.stdout.isatty() else "plain"


def difference(form: str, path: str, result: Result) -> bytes:
    """The diff of one result, as it is printed; empty where no line changes."""
    if form == "colours":
        from speechclean.report.colours import coloured

        return coloured(path, result)
    from speechclean.report.diff import unified

    return unified(path, result)
