"""What `--diff` prints: colours for a person, and for a program what `patch` reads."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from speechclean.report.ink import wants_colours

if TYPE_CHECKING:
    from speechclean.core.result import Result


def diff_form() -> str:
    """`colours` on a terminal, or where they are asked for, else `plain`."""
    return "colours" if wants_colours(sys.stdout) else "plain"


def difference(form: str, path: str, result: Result) -> bytes:
    """The diff of one result, as it is printed; empty where no line changes."""
    if form == "colours":
        from speechclean.report.colours import coloured

        return coloured(path, result)
    from speechclean.report.diff import unified

    return unified(path, result)
