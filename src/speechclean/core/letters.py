"""Puts characters in the place of others all over a text: compiled where that is built, by `str.translate` where not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean import native

if TYPE_CHECKING:
    from collections.abc import Callable


def replacing(known: str, become: str, tell: Callable[[str], str] | None = None) -> Callable[[str], str]:
    """What puts for each of the known characters the one that stands in its place in `become`.

    What becomes of another one `tell` says, when it is first met; without it, it stays.
    """
    if compiled := native.replacer():
        return compiled(known, become, tell)
    table = _Told(zip(map(ord, known), become, strict=True))
    table.tell = tell or str
    return lambda text: text.translate(table)


class _Told(dict[int, str]):
    """A table for `str.translate` that asks for what it does not know, once."""

    tell: Callable[[str], str]

    def __missing__(self, code: int) -> str:
        self[code] = self.tell(chr(code))
        return self[code]
