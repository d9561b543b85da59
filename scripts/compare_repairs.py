"""Print what speechclean and ftfy give back of mojibake, as the second table of docs/decoding.md.

    pip install ftfy
    python scripts/compare_repairs.py

The damage and the texts are those of tests/rules/transport: runs of 4 to 14 characters inside healthy text, by the way in
which they were misread. A character of which bytes were lost may be U+FFFD.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "rules" / "transport"))

from damage import KINDS
from test_mojibake_healthy import FRAMES, HEALTHY
from test_mojibake_repairs import passages, right

from speechclean import Cleaner, Settings

NOTHING = "nothing: healthy text of many languages, code, mathematics"
Repair = Callable[[str], str]
ALONE = (
    "fix_encoding",
    "restore_byte_a0",
    "replace_lossy_sequences",
    "decode_inconsistent_utf8",
    "fix_c1_controls",
    "explain",
)
"""What ftfy does to mojibake; what else it would tidy is left out."""


def ours() -> Repair:
    """This project."""
    cleaner = Cleaner(Settings(to="keep", select=("transport", "shift")))
    return lambda text: cleaner(text).text


def theirs() -> Repair:
    """Ftfy."""
    import ftfy

    rest = {
        name: None if name == "normalization" else False for name in ftfy.TextFixerConfig._fields if name not in ALONE
    }
    config = ftfy.TextFixerConfig(**(rest | {"max_decode_length": 1_000_000}))
    return lambda text: ftfy.fix_text(text, config)


def share(repair: Repair, kind: str) -> str:
    """How many percent of the passages come back, and how many are changed into something else."""
    back = wrong = 0
    found = passages(kind)
    for truth, start, end in found:
        seen = truth[:start] + KINDS[kind](truth[start:end]) + truth[end:]
        got = repair(seen)
        back += right(truth, got)
        wrong += got != seen and not right(truth, got)
    return f"{100 * back / len(found):.0f} % | {100 * wrong / len(found):.0f} %"


def main() -> None:
    """Print the table."""
    readers = (ours(), theirs())
    name = f"ftfy {version('ftfy')}"
    print(f"| misread | speechclean: repaired | wrong | {name}: repaired | wrong |")
    print("|---|" + "---|" * 4)
    for kind in KINDS:
        print(f"| {kind} |", " | ".join(share(reader, kind) for reader in readers), "|", flush=True)
    healthy = [frame.format(text) for frame in FRAMES.values() for text in HEALTHY.values()]
    touched = [sum(reader(text) != text for text in healthy) for reader in readers]
    print(f"| {NOTHING} |", " | ".join(f"| {100 * count / len(healthy):.0f} %" for count in touched), "|")


if __name__ == "__main__":
    main()
