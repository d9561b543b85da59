"""Write the tables of src/speechclean/plausibility: how often Chinese characters and pairs of them occur.

    python scripts/make_plausibility.py ../shared/clean       # with jieba installed

Four sources, each brought to its share of one total, so that the size of a source does not decide: a word list of
modern Chinese with frequencies (jieba's dict.txt, MIT licence), laws, technical documentation and Tang poems. A pair
that a single document repeats counts at most CAP times, so that a law's own terms do not rule. In the word list a
pair counts inside words; across words, the end of one meets the beginning of any other. The texts also say
which marks follow a character, and what follows a mark.

Pairs are counted folded to Simplified, so that one table serves both scripts; characters are counted in each,
the Traditional ones on the texts as OpenCC's s2t and s2tw convert them. The conditional
probabilities are smoothed after Witten and Bell; of all pairs the PAIRS that say most stay.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import opencc

from speechclean.core.fold import fold
from speechclean.plausibility import CHARACTER_STEP, PAIR_STEP, START, folded

OUT = Path(__file__).parents[1] / "src" / "speechclean" / "plausibility"
SHARES = {"words": 0.60, "laws": 0.22, "techdocs": 0.08, "poems": 0.10}
TOTAL = 10_000_000
CAP = 3
PAIRS = 100_000
PAUSES = ",。、:;!?“”()《》0"
"""The marks that are counted with the characters, folded to their plain width; 0 stands for any digit."""
RAREST = 1e-8

Pairs = Counter[tuple[str, str]]
Convert = Callable[[str], str]


def han(character: str) -> bool:
    """Whether this is a character of the Han blocks that GB18030, Big5 and everyday text use."""
    return "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or character >= "\U00020000"


def documents(path: Path) -> Iterator[str]:
    """The texts of a record file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)["text"]


@cache
def words() -> list[tuple[str, int]]:
    """The purely Han words of jieba's list, with their frequencies.

    The list was counted on text of which some was mojibake (锛 stands in it as often as 斌): a character
    that hardly occurs in longer words counts no more by itself than they bear out.
    """
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        sys.exit("make_plausibility: install jieba, whose word list is counted")
    lines = Path(spec.origin).with_name("dict.txt").read_text(encoding="utf-8").splitlines()
    entries = [(word, int(count)) for word, count, *_ in (line.split(" ") for line in lines) if all(map(han, word))]
    inside = Counter[str]()
    for word, count in entries:
        if len(word) > 1:
            inside.update(dict.fromkeys(word, count))
    return [
        (word, min(count, 3 * inside[word] + 3) if len(word) == 1 and inside[word] < 30 else count)
        for word, count in entries
    ]


def pairs_of_text(text: str) -> Pairs:
    """The capped pairs of one document; what is neither Han nor a pause starts a clause."""
    plain = "".join(character if han(character) or character in PAUSES else START for character in folded(text))
    counted = Counter(pairwise(START + plain))
    return Counter({pair: min(CAP, count) for pair, count in counted.items() if pair[1] != START})


def pairs_of_words() -> Pairs:
    """Pairs inside the words, and pairs across two words that meet by chance."""
    inner, first, last = Pairs(), Counter[str](), Counter[str]()
    for listed, count in words():
        word = fold(listed)
        first[word[0]] += count
        last[word[-1]] += count
        for pair in pairwise(word):
            inner[pair] += count
    total = first.total()
    for end, ends in last.items():
        for start, starts in first.most_common(1500):
            if (met := ends * starts / total) < 20:
                break
            inner[end, start] += round(met)
    return inner


def joined_pairs(clean: Path) -> dict[tuple[str, str], float]:
    """All sources' pairs, each source at its share."""
    sources = {"words": pairs_of_words()}
    for name in ("laws", "techdocs", "poems"):
        sources[name] = Pairs()
        for text in documents(clean / f"{name}.jsonl"):
            sources[name].update(pairs_of_text(text))
    joined: dict[tuple[str, str], float] = defaultdict(float)
    for name, counted in sources.items():
        scale = SHARES[name] * TOTAL / counted.total()
        for pair, count in counted.items():
            joined[pair] += count * scale
    return joined


def characters(clean: Path) -> dict[str, dict[str, float]]:
    """Each character's share in Simplified and in Traditional text (the mainland's or Taiwan's)."""
    return {
        "hans": _shares(clean, str, fold),
        "hant": _higher(
            _shares(clean, opencc.OpenCC("s2t").convert, str), _shares(clean, opencc.OpenCC("s2tw").convert, str)
        ),
    }


def _shares(clean: Path, convert: Convert, convert_poems: Convert) -> dict[str, float]:
    sources = {"words": _characters_of_words(convert)}
    for name in ("laws", "techdocs", "poems"):
        texts = documents(clean / f"{name}.jsonl")
        sources[name] = _characters_of_texts(texts, convert_poems if name == "poems" else convert)
    shares: dict[str, float] = defaultdict(float)
    for name, counts in sources.items():
        for character, count in counts.items():
            shares[character] += SHARES[name] * count / counts.total()
    return shares


def _higher(one: dict[str, float], other: dict[str, float]) -> dict[str, float]:
    return {character: max(one.get(character, 0.0), other.get(character, 0.0)) for character in {*one, *other}}


def _characters_of_words(convert: Convert) -> Counter[str]:
    counts = Counter[str]()
    for word, count in words():
        for character in convert(word):
            counts[character] += count
    return counts


def _characters_of_texts(texts: Iterator[str], convert: Convert) -> Counter[str]:
    counts = Counter[str]()
    for text in texts:
        counts.update({c: min(20, n) for c, n in Counter(convert(text)).items() if han(c)})
    return counts


def conditional(joined: dict[tuple[str, str], float]) -> tuple[dict[tuple[str, str], float], dict[str, float]]:
    """P(second | first), smoothed, for the pairs that say most; and the weight left for all others."""
    after, kinds, single = defaultdict(float), defaultdict(float), defaultdict(float)
    for (first, second), count in joined.items():
        after[first] += count
        kinds[first] += min(1.0, count)
        single[second] += count
    total = sum(single.values())
    chance = {character: count / total for character, count in single.items()}
    likely, gain = {}, {}
    for (first, second), count in joined.items():
        smooth = (count + kinds[first] * chance[second]) / (after[first] + kinds[first])
        likely[first, second] = smooth
        gain[first, second] = count * math.log(smooth / chance[second])
    chosen = sorted(gain, key=gain.__getitem__, reverse=True)[:PAIRS]
    kept = {pair: likely[pair] for pair in chosen}
    told, by_chance = defaultdict(float), defaultdict(float)
    for (first, second), part in kept.items():
        told[first] += part
        by_chance[first] += chance[second]
    left = {first: max(0.01, (1 - told[first]) / (1 - by_chance[first])) for first in told}
    return kept, left


def level(share: float, step: float) -> int:
    """How many steps of log10 a share lies below 1."""
    return max(0, round(-math.log10(share) / step))


def write_characters(scripts: dict[str, dict[str, float]]) -> None:
    """One line a script and level: `hans` or `hant`, the level's number, its characters, with tabs between."""
    lines = []
    for script, share in scripts.items():
        levels = defaultdict(list)
        for character, part in share.items():
            levels[level(max(part, RAREST), CHARACTER_STEP)].append(character)
        lines += [f"{script}\t{number}\t{''.join(sorted(levels[number]))}" for number in sorted(levels)]
    _write(
        "characters.txt", f"# Han characters by frequency: -log10 of the share, in steps of {CHARACTER_STEP}.", lines
    )


def write_pairs(kept: dict[tuple[str, str], float], left: dict[str, float]) -> None:
    """One line a first character: itself, a letter for the weight of others, its followers with `|` between levels."""
    follow: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for (first, second), part in kept.items():
        follow[first][level(part, PAIR_STEP)].append(second)
    lines = []
    for first in sorted(follow):
        levels = follow[first]
        groups = "|".join("".join(sorted(levels[number])) for number in range(max(levels) + 1))
        lines.append(f"{first}{chr(65 + level(left[first], CHARACTER_STEP))}{groups}")
    _write(
        "pairs.txt",
        f"# Followers of each character (Simplified): -log10 P(second | first), in steps of {PAIR_STEP}.",
        lines,
    )


def _write(name: str, title: str, lines: list[str]) -> None:
    source = "# Counted by scripts/make_plausibility.py; word frequencies from jieba's dict.txt (MIT). Do not edit."
    (OUT / name).write_text("\n".join([title, source, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    clean = Path(sys.argv[1])
    write_characters(characters(clean))
    write_pairs(*conditional(joined_pairs(clean)))
