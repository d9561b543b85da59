"""Chinese text to encode, and ways to damage its bytes."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import opencc

SEEDS = Path(__file__).parents[2] / "seeds"
CODECS = {"big5": "cp950"}
"""What files that are called by a name are written with."""


@cache
def prose(script: str) -> str:
    """The seeds that are healthy, in Simplified or Traditional characters; only what every encoding here can hold."""
    numbers = ("000", "001", "002", "004")
    text = "".join(next(SEEDS.glob(f"{number}*")).read_text(encoding="utf-8") for number in numbers)
    text = text if script == "hans" else opencc.OpenCC("s2t").convert(text)
    held = "gb2312" if script == "hans" else "big5"
    return "".join(
        character for character in text if character.encode(held, "ignore").decode(held, "ignore") == character
    )


def codec(encoding: str) -> str:
    return CODECS.get(encoding, encoding)


def snippets(script: str, length: int, number: int) -> list[str]:
    """Random pieces; short ones are Han characters but for one."""
    dice = random.Random(f"{script} {length}")
    text = prose(script)
    found: list[str] = []
    while len(found) < number:
        start = dice.randrange(len(text) - length)
        piece = text[start : start + length]
        if sum("一" <= character <= "鿿" for character in piece) >= (length - 1 if length <= 8 else 4):
            found.append(piece)
    return found


def damaged(data: bytes, count: int, dice: random.Random, bad: str = "never valid") -> bytes:
    """Some bytes replaced by one that stands for nothing, or by any that is not ASCII."""
    broken = bytearray(data)
    for place in dice.sample(range(len(data)), count):
        broken[place] = 0xFF if bad == "never valid" else dice.randrange(0x80, 0x100)
    return bytes(broken)
