"""Write the lexicons `mojibake_*.txt`: what shows that a text may have been read with the wrong encoding.

    python scripts/make_mojibake_words.py       # with jieba installed

Words of jieba's list (MIT licence), drawn by their frequency, make up sample text in both scripts. Chunks of CHUNK
characters are damaged, and of what comes out the fewest strings are chosen that meet nearly every chunk: Han
characters and pairs of them that healthy text hardly holds, letters of other scripts, or pairs of western letters.
"""

from __future__ import annotations

import math
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import opencc

from speechclean import plausibility

LEXICON = Path(__file__).parents[1] / "src" / "speechclean" / "lexicon"
CHUNK, CHUNKS = 4, 16_000
MISSED = {"mojibake_utf8_gbk": 0.01}
"""The share of chunks that no word needs to meet, by default MISSED_BY_OTHERS: longer runs are met by other words."""
MISSED_BY_OTHERS = 0.02
MOST = 900
"""No lexicon is longer."""
RARE = -5.0
"""log10 of how often a sign may occur in healthy text at most."""
PRICE = 1e-7
"""A sign that healthy text holds this often must meet twice as many chunks as one that it never holds."""
FEWEST = 2
"""What fewer damaged chunks hold is no sign."""
PRICE_OF_ODD = 3.0
BOXES = "─│┌┐└┘├┤"
"""What tables and trees are drawn with."""
MARKS = "，，，。。、、：“”《》；！？"


def misread(text: str, written: str, read: str) -> str:
    """Text read with the wrong encoding, what cannot be read dropped."""
    return text.encode(written, "ignore").decode(read, "ignore")


def windows(text: str, written: str) -> str:
    """Text read as Windows-1252 by a browser: undefined bytes stay as control characters."""
    return "".join(bytes([n]).decode("cp1252", "ignore") or chr(n) for n in text.encode(written, "ignore"))


def privately(text: str, written: str, read: str) -> str:
    """Text read with user-defined characters kept."""
    return text.encode(written, "ignore").decode(read, "replace").replace("\ufffd", "")


Damage = Callable[[str], str]
CHANNELS: dict[str, tuple[Damage, ...]] = {
    "mojibake_utf8_gbk": (
        lambda text: misread(text, "utf-8", "gbk"),
        lambda text: privately(text, "utf-8", "gb18030"),
        lambda text: misread(misread(text, "utf-8", "gbk"), "utf-8", "gbk"),
        lambda text: misread(misread(text, "utf-8", "latin-1"), "utf-8", "gbk"),
    ),
    "mojibake_utf8_big5": (lambda text: misread(text, "utf-8", "cp950"),),
    "mojibake_utf8_latin": (
        lambda text: misread(text, "utf-8", "latin-1"),
        lambda text: misread(text, "utf-8", "cp1252"),
        lambda text: windows(windows(text, "utf-8"), "utf-8"),
        lambda text: windows(misread(text, "gbk", "latin-1"), "utf-8"),
        lambda text: misread(misread(text, "utf-8", "gbk"), "utf-8", "latin-1"),
    ),
    "mojibake_gbk_latin": (lambda text: misread(text, "gbk", "latin-1"), lambda text: windows(text, "gbk")),
    "mojibake_big5_latin": (lambda text: misread(text, "cp950", "latin-1"), lambda text: windows(text, "cp950")),
    "mojibake_big5_gbk": (lambda text: misread(text, "cp950", "gbk"), lambda text: privately(text, "cp950", "gb18030")),
    "mojibake_gbk_big5": (lambda text: misread(text, "gbk", "cp950"),),
}


def sample() -> str:
    """Words by frequency, with marks among them: no text, but its characters and pairs are those of text."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        sys.exit("make_mojibake_words: install jieba, whose word list is sampled")
    entries = [line.split(" ") for line in Path(spec.origin).with_name("dict.txt").read_text("utf-8").splitlines()]
    words = [word for word, *_ in entries]
    draw = random.Random(2018)
    drawn = draw.choices(words, [int(count) for _, count, *_ in entries], k=CHUNK * CHUNKS)
    return "".join(word + (draw.choice(MARKS) if draw.random() < 0.13 else "") for word in drawn)


def chunks(text: str) -> list[str]:
    """The sample cut into chunks."""
    return [text[n : n + CHUNK] for n in range(0, CHUNK * CHUNKS, CHUNK)]


def marks_of(damaged: str) -> Iterator[str]:
    """What in a damaged chunk could be a sign; one of the characters of a pair must be uncommon."""
    yield from (character for character in damaged if han(character) or odd(character))
    pairs = (a + b for a, b in pairwise(damaged) if (han(a) and han(b)) or (letter(a) and letter(b)))
    yield from (pair for pair in pairs if pair.encode("gb2312", "ignore").decode("gb2312") != pair)


def letter(character: str) -> bool:
    """Whether this is one of the visible characters of Latin-1 and Windows-1252 beyond ASCII."""
    return "\xa0" < character != "\xad" and len(character.encode("cp1252", "ignore")) == 1


def odd(character: str) -> bool:
    """Whether this is a letter or a line that readers of GBK make of Big5's commonest characters, and Chinese text seldom holds."""
    kana, greek, cyrillic = "ぁ" <= character <= "ヶ", "Α" <= character <= "ω", "Ё" <= character <= "ё"
    return kana or greek or cyrillic or ("─" <= character <= "╿" and character not in BOXES)


def han(character: str) -> bool:
    """Whether this is a Han character."""
    return plausibility.is_han(character)


@cache
def price(word: str) -> float:
    """What a sign costs: more, the more often healthy text holds it."""
    if odd(word):
        return PRICE_OF_ODD
    if not han(word[0]):
        return 1.0
    share = 10 ** (plausibility.char(word[0]) + (plausibility.pair(*word) if len(word) == 2 else 0.0))
    return 1.0 + share / PRICE if share < 10**RARE else math.inf


def cover(damaged: list[str], missed: float) -> list[str]:
    """The cheapest marks, greedily, that meet all but this share of the chunks."""
    left = [{mark for mark in marks_of(chunk) if price(mark) < math.inf} for chunk in damaged]
    counts = Counter(mark for marks in left for mark in marks)
    chosen = []
    while len(left) > missed * len(damaged) and len(chosen) < MOST:
        known = (mark for mark in counts if counts[mark] >= FEWEST)
        best = max(known, key=lambda mark: (counts[mark] / price(mark), mark), default="")
        if not best:
            break
        chosen.append(best)
        for marks in left:
            if best in marks:
                counts.subtract(marks)
        left = [marks for marks in left if best not in marks]
    print(f"  {len(chosen)} words, {len(left) / len(damaged):.1%} missed")
    return chosen


def main() -> None:
    """Write one lexicon a channel; what two of them leave stands in both lexicons."""
    hans = sample()
    hant = opencc.OpenCC("s2tw").convert(hans)
    for name, damages in CHANNELS.items():
        print(name)
        texts = (hant,) if "mojibake_big5" in name else (hans,) if name == "mojibake_gbk_big5" else (hans, hant)
        words = {
            *cover(
                [damage(chunk) for text in texts for chunk in chunks(text) for damage in damages],
                MISSED.get(name, MISSED_BY_OTHERS),
            )
        }
        title = f"# Signs of text {name.removeprefix('mojibake_').replace('_', ' read as ')}. Made by scripts/make_mojibake_words.py."
        (LEXICON / f"{name}.txt").write_text("\n".join([title, *sorted(words)]) + "\n", encoding="utf-8")
        print(f"  {len(words)} words, {sum(map(price, words)) * PRICE:.1e} in healthy text")


if __name__ == "__main__":
    main()
