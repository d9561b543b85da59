"""Learn the weights of the judge from marked cases.

    python scripts/train_judgement.py CASES.jsonl… > src/speechclean/judgement/weights.txt

Each case is {"text", …} with its noise marked as ⟦noise⟧ (⟦bad=>good⟧ and ⟨either⟩ are read as the author's). The model is a
linear-chain conditional random field of two states, the author's and foreign; its features are those of
speechclean.judgement.features, kept when they occur in two lines or more; trained by AdaGrad with a margin
that makes calling the author's tokens foreign the dearer mistake. The same input gives the same output.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter
from math import exp, inf, log1p, sqrt
from pathlib import Path

from speechclean.judgement.features import borders, features
from speechclean.judgement.tokens import view

MARK = re.compile("⟦([^⟦⟧]*)⟧")
NOT_WORDS = re.compile(r"\s*(&|<|//|var |\{\"|\(\w+\)$|\[\$|\[!|[\x00-\x7f]{12,}$)")
EPOCHS, RATE, DECAY, LEAST, DEAR = 12, 0.3, 1e-3, 2, 0.5
LONG = 220


def labelled_lines(case):
    """The lines of a case with a label for each character; of a foreign block only the first line is taken."""
    text, labels = "", []
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


def pieces(line, labels):
    """A long line in pieces of whole sentences."""
    start = 0
    stops = [match.end() for match in re.finditer("[。！？]", line)]
    for stop in [*stops, len(line)]:
        inside = 0 < stop < len(line) and labels[stop - 1] and labels[stop]
        if stop == len(line) or (stop - start >= LONG - 60 and not inside):
            if stop > start:
                yield line[start:stop], labels[start:stop]
            start = stop


def example(line, labels):
    """Feature rows, border rows and the truth of one line."""
    seen = view(line)
    truth = []
    for token in seen.tokens:
        places = seen.squeezed.places[token.start : token.end]
        truth.append(2 * sum(labels[place] for place in places) > len(places))
    return features(seen), borders(seen), truth


def indexed(examples):
    """The examples with numbers for the features that occur often enough, and those numbers."""
    count = Counter()
    for rows, edges, _ in examples:
        count.update({name for row in rows for name in row} | {"<" + name for edge in edges for name in edge})
    numbers: dict[str, int] = {}

    def of(row, sign="", counted=""):
        return [numbers.setdefault(sign + x, len(numbers)) for x in row if count[(counted or sign) + x] >= LEAST]

    data = [
        ([of(row) for row in rows], [of(e, "<") for e in edges], [of(e, ">", "<") for e in edges], truth)
        for rows, edges, truth in examples
    ]
    return data, numbers


def add(first, second):
    """log(exp(first) + exp(second))."""
    if first < second:
        first, second = second, first
    return first if second == -inf else first + log1p(exp(second - first))


def slopes(rows, begins, ends, truth, weights):
    """The features of one example with how far the truth is from what is expected."""
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


def learn(examples):
    """The weights of all features."""
    data, numbers = indexed(examples)
    weights, squares = [0.0] * len(numbers), [1e-2] * len(numbers)
    order, chance = list(range(len(data))), random.Random(1)
    for _ in range(EPOCHS):
        chance.shuffle(order)
        for number in order:
            for row, slope in list(slopes(*data[number], weights)):
                if abs(slope) > 1e-3:
                    for f in row:
                        step = slope - DECAY * weights[f]
                        squares[f] += step * step
                        weights[f] += RATE * step / sqrt(squares[f])
    return {name: weights[number] for name, number in numbers.items()}


def written(weights, least=0.05):
    """The lines of the data file: the weight in hundredths, then the features that have it."""
    groups: dict[int, list[str]] = {}
    for name, weight in weights.items():
        if abs(weight) >= least and "\t" not in name and "\n" not in name:
            groups.setdefault(round(weight * 100), []).append(name)
    for hundredths in sorted(groups):
        yield f"{hundredths}\t" + "\t".join(sorted(groups[hundredths]))


def main():
    """Read the cases, learn, print."""
    cases = [json.loads(line) for path in sys.argv[1:] for line in Path(path).read_text(encoding="utf-8").splitlines()]
    examples = [e for case in cases for e in (example(*line) for line in labelled_lines(case)) if e[2]]
    print(f"learning from {len(examples)} lines of {len(cases)} cases", file=sys.stderr)
    print(
        "# Weights of the judge, in hundredths: positive speaks for foreign text. See speechclean.judgement.features for the features."
    )
    print("# Generated by scripts/train_judgement.py; do not edit.")
    for line in written(learn(examples)):
        print(line)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    main()
