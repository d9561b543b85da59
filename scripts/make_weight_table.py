"""Write the weights of the judge as the table that speechclean.native.tag reads, beside their text.

    python scripts/make_weight_table.py

train_judgement.py does the same with what it learned; this is for weights that were changed by hand or merged. The
table is words of eight bytes: MADE_BY, the number of slots, and the slots. A slot holds the last 48 bits of the hash of
a question's letter and an answer, and in its last 16 bits what the answer weighs, in hundredths; an empty one is 0. The
first 17 bits of a hash say where it is put, or the first free slot behind. No two answers have the same hash.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import TYPE_CHECKING

from speechclean.judgement import weights

if TYPE_CHECKING:
    from collections.abc import Mapping

MADE_BY = int.from_bytes(b"SPCWHT01", "little")
BASE, SPREAD = 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93
ALL = (1 << 64) - 1
PLACED_BY = 17
SLOTS = 1 << PLACED_BY
FOLDER = Path(weights.__file__).parent


def spread(value: int) -> int:
    """A number of 64 bits, each of which hangs on all of those of `value`."""
    for _ in range(2):
        value = (value ^ value >> 32) * SPREAD & ALL
    return value ^ value >> 32


def key(question: str, answer: str) -> int:
    """The hash of a question's letter and an answer, as the tagger puts it together from the parts of the answer."""
    value = 0
    for letter in answer:
        value = (value * BASE + spread(ord(letter) + 1)) & ALL
    return spread(value ^ ord(question) * BASE & ALL)


def table(of: Mapping[str, Mapping[str, int]]) -> bytes:
    """The table of these weights."""
    slots = [0] * SLOTS
    keys: set[int] = set()
    for question, answers in sorted(of.items()):
        for answer, weight in sorted(answers.items()):
            number = key(question, answer)
            keys.add(number & ALL >> 16)
            place = number >> 64 - PLACED_BY
            while slots[place]:
                place = (place + 1) % SLOTS
            slots[place] = number << 16 & ALL | weight & 0xFFFF
    count = sum(map(len, of.values()))
    if len(keys) < count or count > SLOTS * 3 // 4 or not all(keys):
        raise SystemExit(
            "two answers have one hash, or the table has too few slots: change SPREAD, here and in native/hashes.pxi"
        )
    return struct.pack(f"<{SLOTS + 2}Q", MADE_BY, SLOTS, *slots)


def main() -> None:
    """Write the table of the weights that stand in speechclean.judgement."""
    known = weights.weights()
    known.prepare_all()
    (FOLDER / "weights.bin").write_bytes(table(known.of))


if __name__ == "__main__":
    main()
