"""Print how speechclean and other detectors fare on the same bytes, as the table of docs/decoding.md.

    pip install chardet charset-normalizer cchardet ftfy      # those that are missing are left out
    python scripts/compare_detectors.py [trials]

A case is right when the text is: the detector's own answer decodes the bytes (with `errors="replace"`, a BOM taken
off), and all but the damaged characters are the original ones. The text is that of the tests: the healthy seeds, in
Simplified and, by OpenCC, in Traditional characters.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "decode"))

from bytes_of import codec, damaged, snippets

from speechclean.decode import decode

Reader = Callable[[bytes], str]


class Case(NamedTuple):
    """Bytes, the text they stand for, and how many characters may be wrong."""

    data: bytes
    text: str
    allowed: int = 0


def speechclean(data: bytes) -> str:
    """This project."""
    return decode(data)[0]


def by_name(data: bytes, name: str | None) -> str:
    """The text by the encoding that a detector names."""
    try:
        return data.decode(name or "ascii", "replace").removeprefix("\ufeff")
    except LookupError:
        return ""


def readers() -> Iterator[tuple[str, Reader]]:
    """The detectors that are installed."""
    yield "speechclean", speechclean
    for module, package in (("chardet", "chardet"), ("cchardet", "cchardet"), ("cchardet", "faust-cchardet")):
        if found := _module(module, package):
            yield (
                f"{package} {version(package)}",
                lambda data, found=found: by_name(data, found.detect(data)["encoding"]),
            )
    if found := _module("charset_normalizer", "charset-normalizer"):
        name = f"charset-normalizer {version('charset-normalizer')}"
        yield name, lambda data: str(found.from_bytes(data).best() or "").removeprefix("\ufeff")
    if ftfy := _module("ftfy", "ftfy"):
        yield f"ftfy {version('ftfy')} guess_bytes", lambda data: ftfy.guess_bytes(data)[0].removeprefix("\ufeff")


def _module(name: str, package: str):  # noqa: ANN202 - other people's modules, without types
    try:
        version(package)
        return import_module(name)
    except ImportError:
        return None


def plain(encoding: str, script: str, length: int, trials: int) -> list[Case]:
    """Healthy text."""
    return [Case(text.encode(codec(encoding)), text) for text in snippets(script, length, trials)]


def broken(encoding: str, script: str, count: int, trials: int) -> list[Case]:
    """400 characters with bytes that stand for nothing."""
    dice = random.Random(count)
    texts = snippets(script, 400, trials)
    return [Case(damaged(text.encode(codec(encoding)), count, dice), text, 2 * count) for text in texts]


def cut(encoding: str, script: str, trials: int) -> list[Case]:
    """64 characters, the last of them cut."""
    texts = [text for text in snippets(script, 64, trials) if not text[-1].isascii()]
    return [Case(text.encode(codec(encoding))[:-1], text, 1) for text in texts]


def late(trials: int) -> list[Case]:
    """GBK after 300 KB of ASCII."""
    head = "The quick brown fox jumps over the lazy dog.\n" * 7000
    return [Case((head + text).encode("gbk"), head + text) for text in snippets("hans", 200, max(1, trials // 20))]


def euro(trials: int) -> list[Case]:
    """A euro sign as Windows writes it in GBK."""
    return [
        Case(t[:99].encode("gbk") + b"\x80" + t[99:].encode("gbk"), f"{t[:99]}€{t[99:]}")
        for t in snippets("hans", 200, trials)
    ]


def mixed(one: str, other: str, trials: int) -> list[Case]:
    """Twenty lines in two encodings, by turns of chance."""
    dice, cases = random.Random(one + other), []
    lines = {script: [text.replace("\n", "") for text in snippets(script, 24, 200)] for script in ("hans", "hant")}
    for _ in range(max(1, trials // 4)):
        names = [dice.choice((one, other)) for _ in range(20)]
        texts = [dice.choice(lines["hant" if name == "big5" else "hans"]) for name in names]
        data = b"\n".join(text.encode(codec(name)) for text, name in zip(texts, names, strict=True))
        cases.append(Case(data, "\n".join(texts)))
    return cases


def rows(trials: int) -> Iterator[tuple[str, list[Case]]]:
    """The inputs of the table."""
    for encoding, script in (
        ("utf-8", "hans"),
        ("gb18030", "hans"),
        ("gb18030", "hant"),
        ("big5", "hant"),
        ("hz", "hans"),
    ):
        for length in (4, 8, 16, 64, 400):
            yield f"{encoding} {script.title()}, {length} characters", plain(encoding, script, length, trials)
    for encoding in ("utf-16-le", "utf-16-be"):
        for length in (8, 16, 64, 400):
            yield f"{encoding} without BOM, {length} characters", plain(encoding, "hans", length, trials)
    for encoding, script in (("utf-8", "hans"), ("gb18030", "hans"), ("gb18030", "hant"), ("big5", "hant")):
        for count in (1, 3):
            yield (
                f"{encoding} {script.title()}, {count} bad in 400 characters",
                broken(encoding, script, count, trials // 2),
            )
        yield f"{encoding} {script.title()}, cut inside a character", cut(encoding, script, trials)
    yield "GBK after 300 KB of ASCII", late(trials)
    yield "GBK with the euro of cp936", euro(trials // 2)
    for one, other in (("utf-8", "gb18030"), ("utf-8", "big5"), ("gb18030", "big5")):
        yield f"{one} and {other}, line by line", mixed(one, other, trials)


def right(case: Case, got: str) -> bool:
    """Whether all but the damaged characters came back."""
    if got == case.text or not case.allowed:
        return got == case.text
    if not got or abs(len(got) - len(case.text)) > case.allowed * 2:
        return False
    codes = SequenceMatcher(None, case.text, got, autojunk=False).get_opcodes()
    return sum(max(to - at, end - start) for tag, at, to, start, end in codes if tag != "equal") <= case.allowed


def share(reader: Reader, cases: list[Case]) -> tuple[float, float]:
    """How many percent are right, and the mean time in milliseconds."""
    hits, spent = 0, 0.0
    for case in cases:
        start = time.perf_counter()
        try:
            got = reader(case.data)
        except Exception:  # noqa: BLE001 - whatever another project raises counts as a miss
            got = ""
        spent += time.perf_counter() - start
        hits += right(case, got)
    return 100 * hits / len(cases), 1000 * spent / len(cases)


def main() -> None:
    """Print the table."""
    trials = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    named = list(readers())
    print("| input |", " | ".join(name for name, _ in named), "|")
    print("|---|" + "---|" * len(named))
    for title, cases in rows(trials):
        cells = [share(reader, cases) for _, reader in named]
        print(f"| {title} |", " | ".join(f"{hits:.0f} % ({spent:.1f} ms)" for hits, spent in cells), "|", flush=True)


if __name__ == "__main__":
    main()
