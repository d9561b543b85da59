"""What is said of bytes that nothing could read: the text has U+FFFD for them, which nobody should find by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.cli._cleaners import chosen
from speechclean.cli._messages import shown
from speechclean.cli._run import counted

if TYPE_CHECKING:
    from speechclean.api import Cleaner
    from speechclean.core.result import Result


def undecodable(name: str, result: Result, cleaner: Cleaner, path: str | None = None) -> str:
    """A line on the bytes of one text, which there are; `path` is what its settings go by."""
    lost, first = counted(result.receipt.lost, "byte"), result.receipt.undecodable[0][0]
    told = f"{shown(name)}: {lost} undecodable as {result.encoding}, the first at offset {first}; U+FFFD stands there"
    if chosen(cleaner, path or name).settings.encoding is None:
        return told
    return f"{told}; that encoding was named, `speechclean detect` tells which it is"
