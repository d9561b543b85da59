"""EUC-TW, for which Python has no codec: plane 1 of CNS 11643, by way of Big5, whose order it keeps but for a few.

Plane 2 and above, rare characters, are not read. The bytes of such a file are kept whole in the receipt.
"""

from __future__ import annotations

import re
from functools import cache

from speechclean.decode.spans import LOST, REPLACEMENT, Span

NAME = "euc_tw"
_ROWS = ((0xA140, 0xA1F5, 0x2121), (0xA1F8, 0xA2AE, 0x2259), (0xA2AF, 0xA3BF, 0x2421), (0xA440, 0xC67E, 0x4421))
"""Big5 codes, first and last, and the code of plane 1 where they begin."""
_ELSEWHERE = {0xACFE: 0xAFD0, 0xBE52: 0xBBC8, 0xC2CB: 0xC1AB, 0xC456: 0xC361, 0xC3BA: 0xC3B9}
"""Characters whose strokes Big5 miscounted, and before which one they stand in CNS 11643."""


@cache
def _table() -> dict[bytes, str]:
    table: dict[bytes, str] = {}
    for first, last, start in _ROWS:
        order = [code for code in range(first, last + 1) if _is_big5(code)]
        for moved, before in _ELSEWHERE.items():
            if moved in order:
                order.remove(moved)
                order.insert(order.index(before), moved)
        row, cell = start >> 8, (start & 0xFF) - 0x21
        for number, code in enumerate(order):
            key = bytes([0x80 + row + (cell + number) // 94, 0xA1 + (cell + number) % 94])
            table[key] = code.to_bytes(2).decode("cp950")
    return table


def _is_big5(code: int) -> bool:
    trail = code & 0xFF
    return 0x40 <= trail <= 0x7E or 0xA1 <= trail <= 0xFE


def read(data: bytes) -> list[Span]:
    """The spans of the bytes as EUC-TW."""
    table = _table()
    return [
        Span(NAME if text else LOST, match.start(), match.end(), text or REPLACEMENT)
        for match in _token().finditer(data)
        for text in [match[0].decode("ascii") if match[0].isascii() else table.get(match[0], "")]
    ]


@cache
def _token() -> re.Pattern[bytes]:
    return re.compile(rb"[\x00-\x7f]+|\x8e[\xa1-\xb0][\xa1-\xfe]{2}|[\xa1-\xfe]{2}|.", re.DOTALL)
