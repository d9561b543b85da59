r"""Learn how sites' lines and sentences read, from marked cases.

    pip install scikit-learn
    cd tests/corpus && python ../../scripts/train_likeness.py \
        $(ls */*.jsonl | grep -v -e offers -e ^lines -e afterwards) > likeness.txt
    mv likeness.txt ../../src/speechclean/judgement/

The index of the rules is made again then: its triggers stand in that file.

Each case is {"id", "text", …} with its noise marked as ⟦noise⟧. Two models are learned, both logistic regressions with a
ridge: how a piece reads by itself, and how a line reads among its neighbours. Small weights are left out. For the second
one the scores of the first are needed on cases that it was not learned from: it is learned FOLDS times more, each time
without one part of the cases. Losing an author's words is the dearer mistake. The same input gives the same output.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from functools import cache
from math import fsum, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import normalize

from speechclean import Cleaner, Settings
from speechclean.core.choices import Choices
from speechclean.core.document import Document
from speechclean.core.fold import fold
from speechclean.judgement.likeness import ALWAYS, TENTHS, features, is_words
from speechclean.judgement.parting import brackets, sentences
from speechclean.judgement.rows import rows_of
from speechclean.judgement.surroundings import Lines
from speechclean.rules.index import waiting_stages

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    Example = tuple[set[str], bool]
    Marked = tuple[str, str, list[int]]

PART = re.compile("(⟦[^⟦⟧]*⟧|⟨[^⟨⟩]*⟩)")
FOLDS, DEAR, LEAST = 5, 2.0, 2
MOSTLY = 0.7


class Fit(NamedTuple):
    """How something is learned: how little large weights cost, what they are multiplied by, which are too small, what is added."""

    strength: float
    scale: float
    least: float
    always: float


OF_TEXT, OF_PLACE = Fit(5.0, 1.6, 0.7, 1.2), Fit(1.0, 1.0, 0.05, 0.0)
WORST = -3.0
"""A line that reads worse is never asked about."""
SELECTED = (
    "furniture",
    "end-related-list",
    "boilerplate-page-phrase",
    "boilerplate-platform-line",
    "boilerplate-set-phrase",
)
FEWEST_HAN = 2
PURE, SUPPORT = 8, 3
"""A trigger stands in so many times more pieces of sites than of authors, and in so many that no other covers."""
HAN = re.compile("[\u4e00-\u9fff]")
OWN, NOISE, EITHER = range(3)


def marked(case: dict[str, str]) -> Marked:
    """The id, the text as a cleaner gets it, and for each character whose it is."""
    text, marks = "", []
    for part in PART.split(case["text"]):
        inside = part[1:-1].partition("=>")
        if part.startswith("⟦"):
            text += inside[0]
            marks += [EITHER if inside[1] else NOISE] * len(inside[0])
        elif part.startswith("⟨"):
            text += part[1:-1]
            marks += [EITHER] * (len(part) - 2)
        else:
            text += part
            marks += [OWN] * len(part)
    return case["id"], text, marks


def truth(text: str, marks: list[int], start: int, end: int) -> int:
    """Whose a span is, mostly."""
    own = [mark for mark, letter in zip(marks[start:end], text[start:end], strict=True) if not letter.isspace()]
    return next((whose for whose in (OWN, NOISE) if own.count(whose) > MOSTLY * len(own)), EITHER)


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a text, their brackets, and their sentences."""
    for line in Document(text).lines():
        if text[line.start : line.end].strip():
            yield line
            yield from ((piece.start, piece.end) for piece in brackets(text, line))
            parts = sentences(text, line)
            yield from ((piece.start, piece.end) for piece in parts if len(parts) > 1)


def of_text(case: Marked) -> Iterator[Example]:
    """The pieces of a case, and whether each is a site's."""
    _, text, marks = case
    for start, end in pieces(text):
        whose = truth(text, marks, start, end)
        if whose != EITHER and len(HAN.findall(text, start, end)) >= FEWEST_HAN:
            yield features(fold(text[start:end])), whose == NOISE


def scored(table: dict[str, float], names: set[str]) -> float:
    """What `likeness` gives with weights that are not rounded to tenths."""
    return fsum(table.get(name, 0.0) for name in names) / sqrt(len(names)) + table.get(ALWAYS, 0.0)


def of_place(case: Marked, table: dict[str, float]) -> Iterator[Example]:
    """The lines of a case among their neighbours, scored by a table that was learned without it."""
    _, text, marks = case
    page = rows_of(text)
    lines = Lines(page, rows_of(others()(text).text), lambda line: scored(table, features(line)))
    for number in page.short():
        whose = truth(text, marks, *page.span(number))
        if whose != EITHER and number not in lines.taken() and lines.score(number) > WORST:
            yield set(lines.features(number)), whose == NOISE


@cache
def others() -> Cleaner:
    """The rules that know what pages print, none of which asks how a line reads."""
    return Cleaner(Settings(to="keep", max_removal=1.0, select=SELECTED))


def learn(examples: list[Example], fit: Fit) -> dict[str, float]:
    """The weights of the features that occur often enough; those that say little are left out."""
    counter = CountVectorizer(analyzer=sorted, binary=True, min_df=LEAST)
    table = normalize(counter.fit_transform([names for names, _ in examples]))
    costs = {True: 1.0, False: DEAR}
    model = LogisticRegression(C=fit.strength, class_weight=costs, solver="liblinear", max_iter=300, random_state=1)
    model.fit(table, [site for _, site in examples])
    weights = {name: fit.scale * float(model.coef_[0][n]) for name, n in counter.vocabulary_.items()}
    telling = {name: weight for name, weight in weights.items() if abs(weight) >= fit.least}
    return {**telling, ALWAYS: fit.scale * float(model.intercept_[0]) + fit.always}


def triggers(examples: list[Example]) -> Iterator[str]:
    """Words that together stand in nearly every piece of a site and in few of an author's: the best one first."""
    own = Counter(name for names, site in examples if not site for name in names)
    holds: dict[str, set[int]] = defaultdict(set)
    for number, (names, site) in enumerate(examples):
        for name in names if site else ():
            if is_words(name) and HAN.search(name):
                holds[name].add(number)
    holds = {name: numbers for name, numbers in holds.items() if PURE * own[name] <= len(numbers)}
    while holds:
        best = max(sorted(holds), key=lambda name: len(holds[name]) / (1 + own[name]))
        covered = holds.pop(best)
        if len(covered) < SUPPORT:
            break
        yield best
        holds = {name: left for name, numbers in holds.items() if len(left := numbers - covered) >= SUPPORT}


def known_words() -> Iterator[str]:
    """The triggers of the other rules for what sites print: two characters or more, as they are found in folded text."""
    for stage in waiting_stages(Choices()):
        for rule in stage.rules:
            if rule.family in {"boilerplate", "furniture"} and not rule.name.startswith("site-"):
                yield from (word for word in map(fold, rule.triggers) if len(word) > 1 and HAN.search(word))


def section(name: str, table: dict[str, float]) -> Iterator[str]:
    """A section of the file: each weight, in tenths, the runs that have it, those of one length in one string, and names."""
    yield name
    alike: dict[int, list[str]] = defaultdict(list)
    for feature, weight in table.items():
        if rounded := round(TENTHS * weight):
            alike[rounded].append(feature)
    for weight, names in sorted(alike.items(), reverse=True):
        runs = ["".join(sorted(run for run in names if len(run) == size)) for size in (1, 2, 3)]
        yield "\t".join((f"{weight}", *runs, *sorted(name for name in names if len(name) > len(runs))))


def main(paths: Collection[str]) -> None:
    """Read the cases, learn, print."""
    lines = [line for path in sorted(paths) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    cases = [marked(json.loads(line)) for line in lines]
    fold_of = [crc32(case[0].encode()) % FOLDS for case in cases]
    pieces_of = [list(of_text(case)) for case in cases]
    every = [example for own in pieces_of for example in own]
    print(f"learning from {len(every)} pieces of {len(cases)} cases", file=sys.stderr)
    text = learn(every, OF_TEXT)
    around: list[Example] = []
    for part in range(FOLDS):
        others = [example for own, n in zip(pieces_of, fold_of, strict=True) if n != part for example in own]
        table = learn(others, OF_TEXT)
        around += [e for case, n in zip(cases, fold_of, strict=True) if n == part for e in of_place(case, table)]
    place = learn(around, OF_PLACE)
    print(
        "# How sites' lines read: a weight, and the runs of characters and the shapes that have it (judgement/likeness.py)."
    )
    print("# Generated by scripts/train_likeness.py; do not edit.")
    print(*section("[text]", text), *section("[place]", place), sep="\n")
    print("[triggers]", "\t".join(sorted({*triggers(every), *known_words()})), sep="\n")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    main(sys.argv[1:])
