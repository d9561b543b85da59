r"""What Legado puts in the place of a match (`$1`, `${name}`, `\$`) in our templates, and back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speechclean.rules.custom.legado.escapes import UntranslatableError

if TYPE_CHECKING:
    from speechclean.rules.custom.engine import Compiled

PIECE = re.compile(r"\\(?P<escaped>[\s\S])|\$(?P<number>[0-9]+)|\$\{(?P<name>\w+)\}|(?P<wrong>[\\$])")


def translated(replacement: str, pattern: Compiled) -> str:
    """The template for matches of a pattern, which is one of ours already. Raises UntranslatableError."""
    pieces: list[str] = []
    position = 0
    for found in PIECE.finditer(replacement):
        if found.start() < position:
            continue
        pieces.append(plain(replacement[position : found.start()]))
        position = found.end()
        if found["wrong"]:
            raise UntranslatableError(
                f"{found['wrong']} in its replacement is followed by no group; Legado refuses it as well"
            )
        if found["escaped"]:
            pieces.append(plain(found["escaped"]))
        elif found["name"]:
            pieces.append(_named(found["name"], pattern))
        else:
            digits = _digits(found["number"], pattern)
            pieces.append(rf"\g<{digits}>")
            position = found.start() + 1 + len(digits)
    return "".join(pieces) + plain(replacement[position:])


def plain(text: str) -> str:
    """A text that stands for itself in our templates."""
    return text.replace("\\", "\\\\")


def _named(name: str, pattern: Compiled) -> str:
    if name not in pattern.groupindex:
        raise UntranslatableError(f"its replacement names a group {name!r} that its pattern has not")
    return rf"\g<{name}>"


def _digits(digits: str, pattern: Compiled) -> str:
    """As many digits as make a group that there is, one at least."""
    while len(digits) > 1 and int(digits) > pattern.groups:
        digits = digits[:-1]
    if int(digits) > pattern.groups:
        raise UntranslatableError(f"its replacement names group {digits}, and its pattern has {pattern.groups}")
    return digits
