r"""Learn the weights of the judge from marked cases.

    cd tests/corpus && python ../../scripts/train_judgement.py \
        $(ls */*.jsonl | grep -v -e apart -e blind -e browsed -e unread -e sealed -e outside -e reserve -e abroad \
        -e twins -e aside -e crawled -e markdown -e passages -e provoked -e afterwards) \
        judgement.jsonl sentences.jsonl ad_parts.txt

Each case is {"text", …} with its noise marked as ⟦noise⟧ (⟦bad=>good⟧ and ⟨either⟩ are read as the author's). From a
file of parts ads are made up, too, and set into sentences of the cases. The model is a linear-chain conditional random
field of two states, the author's and foreign; its features are those of speechclean.judgement.features that occur in
three lines or more, and of them the MOST that matter most after a first training: what is learned again from few is
smaller and loses less of the author's. It is trained by AdaGrad with a margin that makes calling the author's tokens
foreign the dearer mistake, in several orders of the examples, each with other made-up ads, and of those the mean is
taken: it loses half as much of the author's as one order does, and hangs less on what was made up. The same input gives
the same output: weights.txt, and weights.bin, which holds the same for the compiled tagger (make_weight_table.py). Both
are written when all is learned, beside speechclean.judgement's code or where --output FOLDER says; the old weights are
not read. It takes twenty minutes.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from itertools import chain, pairwise
from math import exp, inf, log1p, sqrt
from pathlib import Path
from typing import TYPE_CHECKING

from invent_ads import MARK, invented, notices, parts
from make_weight_table import FOLDER, table
from speechclean.judgement.features import borders, classify, features
from speechclean.judgement.tokens import view
from speechclean.judgement.weights import BY_FIRST, ZERO, Weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Labelled = tuple[str, list[int]]
    Example = tuple[list[list[str]], list[tuple[str, ...]], list[bool]]
    Indexed = tuple[list[list[int]], list[list[int]], list[list[int]], list[bool]]

NOT_WORDS = re.compile(r"\s*(&|<|//|var |\{\"|\(\w+\)$|\[\$|\[!|[\x00-\x7f]{12,}$)")
EPOCHS, LAST, RATE, DECAY, LEAST, DEAR = 5, 3, 0.3, 1e-3, 3, 0.3
MOST, DRAWS, ORDERS = 80_000, 4, (4, 8)
"""Features, draws of made-up ads, and orders of the first training and of the second."""
LONG = 220


def labelled_lines(case: dict[str, str]) -> Iterator[Labelled]:
    """The lines of a case with a label for each character; of a foreign block only the first line is taken."""
    text = ""
    labels: list[int] = []
    for number, part in enumerate(MARK.split(case["text"].replace("⟨", "").replace("⟩", ""))):
        bad, swapped, good = part.partition("=>")
        if number % 2 == 0 or swapped:
            kept = good if swapped else part
            text += kept
            labels += [0] * len(kept)
        elif bad.strip(" \u200b\ufeff\u00ad\u200c") and not NOT_WORDS.match(bad):
            first = len(bad.split("\n")[0])
            text += bad
            labels += [1] * first + [2] * (len(bad) - first)
    start = 0
    for line in text.split("\n"):
        own = labels[start : start + len(line)]
        if line.strip() and 2 not in own:
            yield from pieces(line, own)
        start += len(line) + 1


def pieces(line: str, labels: list[int]) -> Iterator[Labelled]:
    """A long line in pieces of whole sentences."""
    start = 0
    stops = [match.end() for match in re.finditer("[。！？]", line)]
    for stop in [*stops, len(line)]:
        inside = 0 < stop < len(line) and labels[stop - 1] and labels[stop]
        if stop == len(line) or (stop - start >= LONG - 60 and not inside):
            if stop > start:
                yield line[start:stop], labels[start:stop]
            start = stop


def example(line: str, labels: list[int]) -> Example:
    """Feature rows, border rows and the truth of one line."""
    seen = view(line)
    truth = []
    for start, end in pairwise(seen.starts):
        places = seen.squeezed.places[start:end]
        truth.append(2 * sum(labels[place] for place in places) > len(places))
    columns = [[letter + answer for answer in column] for letter, column in features(seen, classify(seen)).items()]
    return [list(row) for row in zip(*columns, strict=False)], borders(seen), truth


def most_telling(drawn: list[list[Example]], weights: dict[str, float]) -> list[list[Example]]:
    """The examples with those features only that weigh most for how often they occur; borders keep all of theirs."""
    count = Counter(name for examples in drawn for rows, _, _ in examples for row in rows for name in row)
    ranked = sorted(count, key=lambda name: (-abs(weights.get(name, 0.0)) * sqrt(count[name]), name))
    best = set(ranked[:MOST])
    return [
        [([[name for name in row if name in best] for row in rows], edges, truth) for rows, edges, truth in examples]
        for examples in drawn
    ]


def indexed(drawn: list[list[Example]]) -> tuple[list[list[Indexed]], dict[str, int]]:
    """The examples with numbers for the features that occur often enough, and those numbers."""
    count: Counter[str] = Counter()
    for rows, edges, _ in chain.from_iterable(drawn):
        count.update({name for row in rows for name in row} | {"<" + name for edge in edges for name in edge})
    numbers: dict[str, int] = {}

    def of(row: Sequence[str], sign: str = "", counted: str = "") -> list[int]:
        return [numbers.setdefault(sign + x, len(numbers)) for x in row if count[(counted or sign) + x] >= LEAST]

    data = [
        [
            ([of(row) for row in rows], [of(e, "<") for e in edges], [of(e, ">", "<") for e in edges], truth)
            for rows, edges, truth in examples
        ]
        for examples in drawn
    ]
    return data, numbers


def add(first: float, second: float) -> float:
    """log(exp(first) + exp(second))."""
    if first < second:
        first, second = second, first
    return first if second == -inf else first + log1p(exp(second - first))


def slopes(one: Indexed, weights: list[float]) -> Iterator[tuple[list[int], float]]:
    """The features of one example with how far the truth is from what is expected."""
    rows, begins, ends, truth = one
    token = [sum([weights[f] for f in row]) + (0.0 if yes else DEAR) for row, yes in zip(rows, truth, strict=True)]
    begin = [sum([weights[f] for f in row]) for row in begins]
    end = [sum([weights[f] for f in row]) for row in ends]
    size = len(rows)
    own, foreign = [0.0], [-inf]
    for n in range(size):
        own.append(add(own[n], foreign[n] + end[n]))
        foreign.append(add(own[n] + begin[n], foreign[n]) + token[n])
    whole = add(own[size], foreign[size] + end[size])
    yield ends[size], float(truth[-1]) - exp(foreign[size] + end[size] - whole)
    rest_own, rest_foreign = 0.0, end[size]
    for n in range(size - 1, -1, -1):
        before = n > 0 and truth[n - 1]
        yield rows[n], truth[n] - exp(foreign[n + 1] + rest_foreign - whole)
        yield begins[n], (truth[n] and not before) - exp(own[n] + begin[n] + token[n] + rest_foreign - whole)
        yield ends[n], (before and not truth[n]) - exp(foreign[n] + end[n] + rest_own - whole)
        rest_own, rest_foreign = (
            add(rest_own, begin[n] + token[n] + rest_foreign),
            add(token[n] + rest_foreign, end[n] + rest_own),
        )


def learn(drawn: list[list[Example]], orders: int) -> dict[str, float]:
    """The weights of all features: the mean of what is learned in some orders, since each order has its own mistakes."""
    (marked, *made), numbers = indexed(drawn)
    sums = [0.0] * len(numbers)
    for order in range(orders):
        data = marked + made[order % len(made)]
        learned = learn_in_order(data, len(numbers), random.Random(order + 1))  # shuffles, no secrets
        sums = [total + weight / orders for total, weight in zip(sums, learned, strict=True)]
    return {name: sums[number] for name, number in numbers.items()}


def learn_in_order(data: list[Indexed], size: int, chance: random.Random) -> list[float]:
    """What is learned in one order: the mean after each of the later rounds, steadier than the last."""
    weights, squares, sums = [0.0] * size, [1e-2] * size, [0.0] * size
    order = list(range(len(data)))
    for epoch in range(EPOCHS):
        chance.shuffle(order)
        for number in order:
            for row, slope in list(slopes(data[number], weights)):
                if abs(slope) > 1e-3:
                    for f in row:
                        step = slope - DECAY * weights[f]
                        squares[f] += step * step
                        weights[f] += RATE * step / sqrt(squares[f])
        if epoch >= EPOCHS - LAST:
            sums = [total + weight / LAST for total, weight in zip(sums, weights, strict=True)]
    return sums


def written(weights: dict[str, float], least: float = 0.05) -> Iterator[str]:
    """The lines of the data file: the questions with few answers, then for each first character those with many."""
    lines: dict[str, dict[str, list[tuple[str, int]]]] = {"": {}}
    for name, weight in sorted(weights.items()):
        if abs(weight) >= least and not set(name) & set("\t\n\v"):
            first = name[1] if name[0] in BY_FIRST else ""
            lines.setdefault(first, {}).setdefault(name[0], []).append((name[1:], round(weight * 100)))
    for first, questions in sorted(lines.items()):
        told = [
            "\t".join((letter, "".join(chr(ZERO + figure) for _, figure in answers), *(name for name, _ in answers)))
            for letter, answers in sorted(questions.items())
        ]
        yield (first and first + "\t") + "\v".join(told)


def text(weights: dict[str, float]) -> str:
    """What weights.txt holds."""
    head = (
        "# Weights of the judge, positive for foreign text. The first line holds the questions with few answers, each"
        " other one those whose answers begin with a character. A question: its letter (judgement/features.py), a"
        f" character for each weight, in hundredths from U+{ZERO:X}, and the answers."
    )
    return "\n".join([head, "# Generated by scripts/train_judgement.py; do not edit.", *written(weights), ""])


def drawn_from(paths: Sequence[Path]) -> list[list[Example]]:
    """The lines of the marked cases, which every order learns from, and those of each draw of made-up ads."""
    cases = [json.loads(line) for path in paths if path.suffix == ".jsonl" for line in path.open(encoding="utf-8")]
    kits = [parts(path) for path in paths if path.suffix == ".txt"]
    made = [case for kit in kits for case in invented(kit, cases)]
    marked = cases + [case for kit in kits for case in notices(kit, cases)]
    return [examples(marked), *(examples(made[draw::DRAWS]) for draw in range(DRAWS))]


def examples(cases: list[dict[str, str]]) -> list[Example]:
    """What there is to learn from the lines of these cases."""
    return [made for case in cases for line in labelled_lines(case) if (made := example(*line))[2]]


def main() -> None:
    """Read the cases, learn, write."""
    parser = argparse.ArgumentParser(description="Learn the weights of the judge from marked cases.")
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="cases (.jsonl) and parts of ads (.txt)")
    parser.add_argument("--output", type=Path, default=FOLDER, metavar="FOLDER", help="where the weights go")
    asked = parser.parse_args()
    first, second = ORDERS
    drawn = drawn_from(asked.paths)
    print(f"learning from {len(drawn[0])} lines, and {len(drawn[1])} made up for each order", file=sys.stderr)
    learned = text(learn(most_telling(drawn, learn(drawn, first)), second))
    known = Weights(learned.encode())
    known.prepare_all()
    packed = table(known.of)
    (asked.output / "weights.txt").write_text(learned, encoding="utf-8", newline="\n")
    (asked.output / "weights.bin").write_bytes(packed)
    print(f"wrote weights.txt and weights.bin in {asked.output}", file=sys.stderr)


if __name__ == "__main__":
    main()
