"""Lays helps out in Chinese: translated where they are shown, and wrapped by how wide characters are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from speechclean.wording import worded
from speechclean.wording.width import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

AS_IT_IS = "\b\n"
"""What click takes for the mark of a paragraph that is not to be wrapped."""

EXTRA = re.compile(r"\s+(?=\[[^\]]*\](?:\s|$))")
"""The blanks before `[default: …]` and its like, which stand behind an option's help."""


class Formatter(click.HelpFormatter):
    """click's formatter, with every text translated before it is laid out."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that says what to type."""
        super().write_usage(prog, args, worded("Usage: ") if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """The name of a section."""
        super().write_heading(worded(heading))

    def write_text(self, text: str) -> None:
        """Paragraphs."""
        room = self.width - self.current_indent
        super().write_text("\n\n".join(_paragraph(part, room) for part in re.split(r"\n{2,}", text)))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Options or commands, each with what it is for."""
        rows = list(rows)
        first = min(max(len(name) for name, _ in rows), col_max) + col_spacing
        room = max(self.width - self.current_indent - first - col_spacing, 10)
        told = [(name, AS_IT_IS + wrapped(_told(text), room)) for name, text in rows]
        super().write_dl(told, col_max, col_spacing)


def _paragraph(text: str, room: int) -> str:
    if text.startswith("\b"):
        return AS_IT_IS + worded(text.lstrip("\b\n"))
    return AS_IT_IS + wrapped(worded(" ".join(text.split())), room)


def _told(text: str) -> str:
    """The help of an option; its default and its range are translated apart."""
    return " ".join(map(worded, EXTRA.split(text)))
