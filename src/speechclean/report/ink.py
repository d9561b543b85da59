"""Whether what a person sees is coloured: `--color` says, or else the environment and the stream."""

from __future__ import annotations

import os
import sys
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

    from rich.console import Console

CHOICES = ("auto", "always", "never")
_CHOICE = ContextVar("color", default="auto")


def choose(choice: str) -> None:
    """Choose `auto`, `always` or `never` for what is shown from now on."""
    _CHOICE.set(choice)


def wants_colours(stream: TextIO | None) -> bool:
    """Whether to colour what goes to a stream: on a terminal that is not dumb, unless NO_COLOR or FORCE_COLOR is set."""
    choice = _CHOICE.get()
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def console(*, stderr: bool = False) -> Console:
    """What draws on standard output or standard error."""
    from rich.console import Console

    if wants_colours(sys.stderr if stderr else sys.stdout):
        plain = os.environ.get("TERM") in (None, "", "dumb")
        return Console(stderr=stderr, color_system="standard" if plain else "auto", force_terminal=True, no_color=False)
    return Console(stderr=stderr, color_system=None)
