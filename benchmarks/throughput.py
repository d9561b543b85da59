"""How fast `clean` is, beside the loop that nobody can avoid: decode, OpenCC t2s, encode.

    python benchmarks/throughput.py            # needs speechclean installed, and the repository's seeds/

Prints MB/s of input bytes on one core, the ratio to the unavoidable loop in the same run, and the start-up time of
`speechclean fix` on one file beside `python -c "import click"`. Every figure is a median of processor time; the runs of
the things that are compared take turns, since machines are noisy.
"""

from __future__ import annotations

import random
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import opencc

from speechclean import Cleaner

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 15
SEEDS = Path(__file__).parent.parent / "seeds"
NOISE = (
    "防断更加微信gw20871{0}",
    "（更多讲话稿请关注公众号：材料小铺{0}）",
    "&nbsp;&nbsp;",
    "\n下面是小编为大家整理的讲话稿{0},供大家参考。\n",
    "\n请点击👉 ab{0} 👈联系老师\n",
)


def sentences() -> list[str]:
    """The sentences of the clean seed, to build documents from."""
    text = (SEEDS / "002_d7023401cbc8bc4a.txt").read_text(encoding="utf-8")
    return [sentence + "。" for sentence in text.replace("\n", "").split("。") if len(sentence) > 10]


def documents(count: int, *, noises: int) -> list[bytes]:
    """Documents of about 10 KB with so many pieces of noise each."""
    dice = random.Random(7)
    pool = sentences()
    made = []
    for _ in range(count):
        paragraphs = ["".join(dice.choices(pool, k=dice.randint(3, 7))) for _ in range(9)]
        for number in range(noises):
            place = dice.randrange(len(paragraphs))
            paragraphs[place] += dice.choice(NOISE).format(dice.randint(100, 999) + number)
        made.append("\n".join(paragraphs).encode())
    return made


def compare(bytes_of: list[bytes], ways: dict[str, Callable[[bytes], object]]) -> dict[str, float]:
    """Median MB/s of each way over the documents; the ways take turns."""
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            began = time.process_time()
            for data in bytes_of:
                way(data)
            seconds[name].append(time.process_time() - began)
    size = sum(map(len, bytes_of)) / 1e6
    return {name: size / statistics.median(times) for name, times in seconds.items()}


def _spent_by_children() -> float:
    """Processor time of all processes that were started, in seconds."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def start_up() -> None:
    """Processor time of whole processes, in turns."""
    commands = {
        "import click": ([sys.executable, "-c", "import click"], None),
        "fix, seed 000": ([sys.executable, "-m", "speechclean", "fix"], "000"),
        "fix, seed 003": ([sys.executable, "-m", "speechclean", "fix"], "003"),
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, (command, seed) in commands.items():
            data = next(SEEDS.glob(f"{seed}_*")).read_bytes() if seed else b""
            before = _spent_by_children()
            subprocess.run(command, input=data, stdout=subprocess.DEVNULL, check=True)
            times[name].append(_spent_by_children() - before)
    least = statistics.median(times["import click"])
    for name, taken in times.items():
        median = statistics.median(taken)
        print(f"{name:<24}{median * 1000:>8.0f} ms{median / least:>8.2f} × import click")


def main() -> None:
    """Measure and print."""
    convert = opencc.OpenCC("t2s").convert
    cleaner = Cleaner()
    ways: dict[str, Callable[[bytes], object]] = {
        "unavoidable": lambda data: convert(data.decode("utf-8")).encode("utf-8"),
        "clean": lambda data: cleaner(data).data,
    }
    sets = {
        "seeds": [path.read_bytes() for path in sorted(SEEDS.glob("*.txt"))] * 4,
        "generated, 4 noises": documents(20, noises=4),
        "generated, clean": documents(20, noises=0),
    }
    print(f"{'':<24}{'unavoidable':>12}{'clean':>10}{'ratio':>8}")
    for name, data in sets.items():
        speed = compare(data, ways)
        print(
            f"{name:<24}{speed['unavoidable']:>7.1f} MB/s{speed['clean']:>5.1f} MB/s{speed['clean'] / speed['unavoidable']:>8.2f}"
        )
    print()
    start_up()


if __name__ == "__main__":
    main()
