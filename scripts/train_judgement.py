"""Learn the weights of the judge from marked cases.

    python scripts/train_judgement.py CASES.jsonl… [PARTS.txt] > src/speechclean/judgement/weights.txt

With a file of parts (tests/corpus/ad_parts.txt) among the arguments, ads are made up from them, too, and set into sentences
of the cases. Each case is {"text", …} with its noise marked as ⟦noise⟧ (⟦bad=>good⟧ and ⟨either⟩ are read as the author's). The model is a
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

from speechclean.judgement.features import borders, classify, features
from speechclean.judgement.tokens import view

MARK = re.compile("⟦([^⟦⟧]*)⟧")
NOT_WORDS = re.compile(r"\s*(&|<|//|var |\{\"|\(\w+\)$|\[\$|\[!|[\x00-\x7f]{12,}$)")
EPOCHS, LAST, RATE, DECAY, LEAST, DEAR = 5, 3, 0.3, 1e-3, 2, 0.1
LONG = 220
HAN = re.compile("[\u4e00-\u9fff]")
HAN_PAIR = re.compile("[\u4e00-\u9fff](?=[\u4e00-\u9fff])")


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


INVENTED, NOTICES = 500, 2
ENDINGS = ("com", "cn", "net", "org", "cc", "vip", "top", "xyz", "club", "tv", "me", "com.cn")
DISGUISES = ("⓪①②③④⑤⑥⑦⑧⑨", "零一二三四五六七八九", "０１２３４５６７８９", "〇壹贰叁肆伍陆柒捌玖", "⓿❶❷❸❹❺❻❼❽❾")
SEPARATORS = (" ", ".", "-", "/", "_", "·", "|", "*", "~", "丨")


def parts(path):
    """The parts of made-up ads by their place."""
    found: dict[str, list[str]] = {}
    for line in Path(path).read_text(encoding="utf-8").splitlines()[1:]:
        if line.startswith("[") and line.endswith("]") and "{" not in line:
            found[line[1:-1]] = current = []
        elif line:
            current.append(line)
    return found


def invented(kit, cases):
    """Cases with made-up ads: behind a sentence's end, inside a word, or as a line."""
    chance = random.Random(7)
    hosts = [line for case in cases for line in MARK.sub("", case["text"]).split("\n") if len(HAN.findall(line)) > 24]
    for _ in range(INVENTED):
        host = chance.choice(hosts)
        ends = [match.end() for match in re.finditer("[。！？]", host) if 6 < match.end() < len(host) - 6]
        inside = not ends or chance.random() < 0.22
        if inside:
            place = chance.choice([m.end() for m in HAN_PAIR.finditer(host, 2)] or [len(host) // 2])
        else:
            place = chance.choice(ends)
        yield {"text": f"{host[max(0, place - 80) : place]}⟦{advertisement(kit, chance, short=inside)}⟧{host[place : place + 80]}"}


def notices(kit, cases):
    """Cases that are no ads and hold what ads hold, alone or between two sentences of a case."""
    chance = random.Random(8)
    hosts = [part for case in cases for part in re.findall("[^。！？\\n⟦⟧]{12,60}[。！？]", MARK.sub("", case["text"]))]
    for template in kit["notice"] * NOTICES:
        text = template
        for sign, make in (("{l}", landline), ("{p}", phone), ("{n}", number), ("{i}", account)):
            while sign in text:
                text = text.replace(sign, make(chance), 1)
        before = chance.choice(hosts) if chance.random() < 0.5 else ""
        yield {"text": before + text + (chance.choice(hosts) if chance.random() < 0.5 else "")}


def advertisement(kit, chance, *, short):
    """One ad: a contact, a site or an offer, plain or in disguise."""
    pick = chance.choice
    kind = chance.random()
    if kind < 0.2:
        return pick(kit["siteframe"][-20:]).replace("{s}", pick(kit["site"])).replace("{d}", host_name(chance))
    if kind < 0.32 and not short:
        contact = chance.random()
        tail = f"，{pick(kit['call'])}{pick(kit['channel'])}{identifier(chance)}" if contact < 0.4 else ""
        tail = tail or (f"，{pick(('电话', '热线', '致电', '联系'))}{phone(chance)}" if contact < 0.8 else "")
        return pick(kit["service"]) + tail
    if kind < 0.45:
        named = pick(kit["named"]) + pick(("：", "“", "", " ")) + pick(kit["name"])
        named += "”" if "“" in named else ""
        return (pick(("", "关注", "搜", "更多内容在")) + named + ("" if short else pick(("", "", pick(kit["tail"])))))
    head = "" if short and chance.random() < 0.7 else pick(kit["head"])
    contact = pick(kit["call"]) + pick(kit["channel"]) + pick(("：", ":", "", " ", "", "→")) + identifier(chance)
    tail = pick(kit["tail"]) if chance.random() < (0.3 if short else 0.7) else ""
    text = head + contact + tail
    if chance.random() < 0.12:
        signs = pick(("👉👈", "🔥🔥", "★★", "📢📢", "💥💥", "❤❤", "◆◆", "☞☜"))
        text = signs[0] + text + signs[1]
    if chance.random() < 0.08 and not tail:
        text = pick(SEPARATORS).join(text)
    return pick(("{}", "{}", "{}", "{}", "（{}）", "【{}】", "[{}]")).format(text)


def account(chance):
    """A made-up Latin account."""
    letters = "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(3, 8)))
    return letters + "".join(chance.choices("0123456789", k=chance.randint(0, 4)))


def number(chance):
    """A made-up account of digits."""
    return "".join(chance.choices("0123456789", k=chance.randint(7, 10)))


def landline(chance):
    """A made-up telephone number of an office."""
    return chance.choice(("0571-", "010-", "(0755)", "2", "")) + "".join(chance.choices("0123456789", k=7))


def identifier(chance):
    """A made-up account: Latin, a number, a number in disguise."""
    letters, digits = "abcdefghijklmnopqrstuvwxyz", "0123456789"
    kind = chance.random()
    if kind < 0.5:
        name = "".join(chance.choices(letters, k=chance.randint(2, 8))) + chance.choice(("", "_", "-"))
        text = name + "".join(chance.choices(digits, k=chance.randint(1, 5)))
        return "".join(chr(ord(c) + 0xFEE0) for c in text) if kind < 0.06 else text
    number = "".join(chance.choices(digits, k=chance.randint(7, 11)))
    if kind < 0.8:
        return number
    if kind < 0.85:
        return chance.choice(" -").join((number[:3], number[3:6], number[6:]))
    style = chance.choice(DISGUISES)
    return "".join(style[int(digit)] for digit in number)


def phone(chance):
    """A made-up mobile number."""
    return "1" + chance.choice("3589") + "".join(chance.choices("0123456789", k=9))


def host_name(chance):
    """A made-up host, its dots at times in disguise."""
    name = "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(3, 9)))
    name += chance.choice(("", "", "8", "66", "-wx"))
    host = chance.choice(("", "www.", "m.", "www.")) + name + "." + chance.choice(ENDINGS)
    style = chance.random()
    if style < 0.1:
        return "".join(chr(ord(c) + 0xFEE0) for c in host)
    if style < 0.2:
        return "http://" + host + chance.choice(("", "/a/1.html"))
    return host.replace(".", chance.choice(("点", "·", "。", "．"))) if style > 0.75 else host


def example(line, labels):
    """Feature rows, border rows and the truth of one line."""
    seen = view(line)
    truth = []
    for token in seen.tokens:
        places = seen.squeezed.places[token.start : token.end]
        truth.append(2 * sum(labels[place] for place in places) > len(places))
    return features(seen, classify(seen)), borders(seen), truth


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
    """The weights of all features: the mean of those at the ends of the later rounds, which is steadier than the last."""
    data, numbers = indexed(examples)
    weights, squares, sums = [0.0] * len(numbers), [1e-2] * len(numbers), [0.0] * len(numbers)
    order, chance = list(range(len(data))), random.Random(1)
    for epoch in range(EPOCHS):
        chance.shuffle(order)
        for number in order:
            for row, slope in list(slopes(*data[number], weights)):
                if abs(slope) > 1e-3:
                    for f in row:
                        step = slope - DECAY * weights[f]
                        squares[f] += step * step
                        weights[f] += RATE * step / sqrt(squares[f])
        if epoch >= EPOCHS - LAST:
            sums = [total + weight / LAST for total, weight in zip(sums, weights, strict=True)]
    return {name: sums[number] for name, number in numbers.items()}


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
    marked = [path for path in sys.argv[1:] if path.endswith(".jsonl")]
    cases = [json.loads(line) for path in marked for line in Path(path).read_text(encoding="utf-8").splitlines()]
    for path in sys.argv[1:]:
        if path.endswith(".txt"):
            kit = parts(path)
            cases += [*invented(kit, cases), *notices(kit, cases)]
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
