"""How fast corpora go through `speechclean fix`: short records, two cores, many small files, and how much memory.

    python benchmarks/corpora.py            # needs speechclean installed, and 2 GB of disk; takes some minutes

Every figure is wall time of whole processes, which take turns, so the start of the command is in it.
"""

from __future__ import annotations

import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from throughput import documents, sentences

RECORDS = 200_000
LENGTH = 200
FILES = 100_000
FILE_BYTES = 2_000
ROUNDS = 3
COPY = "import json,sys\nfor line in sys.stdin: print(json.dumps(json.loads(line), ensure_ascii=False))"


def short_records(path: Path) -> None:
    """Write JSON lines of 200 characters each, a tenth of them with noise."""
    dice = random.Random(3)
    pool = sentences()
    with path.open("w", encoding="utf-8") as file:
        for number in range(RECORDS):
            text = "".join(dice.choices(pool, k=9))[:LENGTH]
            if number % 10 == 0:
                text += f"防断更加微信gw20871{number}"
            file.write(json.dumps({"id": number, "text": text}, ensure_ascii=False) + "\n")


def small_files(folder: Path) -> None:
    """Write many small files into folders of a thousand."""
    texts = [data.decode() for data in documents(200, noises=1)]
    for number in range(FILES):
        place = folder / f"{number // 1000:03d}" / f"{number:06d}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(texts[number % 200].encode()[:FILE_BYTES].decode(errors="ignore").encode())


def run(*command: str, source: Path | None = None) -> float:
    """Seconds of one process."""
    with (source or Path(os.devnull)).open("rb") as given:
        began = time.perf_counter()
        subprocess.run(command, stdin=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        return time.perf_counter() - began


def fix(*arguments: object) -> tuple[str, ...]:
    """The command."""
    return (sys.executable, "-m", "speechclean", "fix", "-q", *map(str, arguments))


def records(folder: Path) -> None:
    """Short records on one core and on two, beside json alone."""
    data = folder / "records.jsonl"
    short_records(data)
    ways = {
        "json loads and dumps": ((sys.executable, "-c", COPY), data),
        "… --ignore all": (fix("--field", "text", "--ignore", "all"), data),
        "fix --field text < …": (fix("--field", "text"), data),
        "fix, --jobs 1": (fix("--jobs", 1, "--force", "-o", folder / "one", data), None),
        "fix, --jobs 2": (fix("--jobs", 2, "--force", "-o", folder / "two", data), None),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, (command, source) in ways.items():
            times[name].append(run(*command, source=source))
    for name, taken in times.items():
        median = statistics.median(taken)
        print(f"{name:<28}{RECORDS / median:>10.0f} records/s")
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    print(f"{'two cores beside one':<28}{medians['fix, --jobs 1'] / medians['fix, --jobs 2']:>10.2f} ×")


def files(folder: Path) -> None:
    """Many small files, and a second run over them."""
    source = folder / "files"
    small_files(source)
    first = run(*fix("--jobs", 2, "-o", folder / "cleaned", source))
    again = run(*fix("--jobs", 2, "-o", folder / "cleaned", source))
    print(f"{'small files, --jobs 2':<28}{FILES / first:>10.0f} files/s")
    print(f"{'a second run over them':<28}{again:>10.1f} s")


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as place:
        records(Path(place))
        files(Path(place))
    print(f"{'most memory of a process':<28}{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:>10.0f} MB")


if __name__ == "__main__":
    main()
