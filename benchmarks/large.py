"""How much memory large files of records take, in all processes together, and what they cost.

    python benchmarks/large.py                          # 0.5 and 2 GB of JSON lines and of Parquet: 10 GB of disk, Linux
    python benchmarks/large.py --megabytes 100 400 --forms .jsonl

Three documents in four are clean, one has an ad. Memory is the proportional set size (PSS), which counts what processes
share once, sampled five times a second; time is processor time of all processes.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from throughput import NOISE, documents

if TYPE_CHECKING:
    from collections.abc import Iterator

JOBS = 2
GROUP = 64 << 20
"""Bytes of a row group."""
PAUSE = 0.2
"""Seconds between two looks at the memory."""


def texts(size: int) -> Iterator[str]:
    """Different documents until they hold so many bytes."""
    dice = random.Random(5)
    paragraphs = sorted({part for data in documents(300, noises=0) for part in data.decode().split("\n")})
    for number in count():
        ad = "" if number % 4 else dice.choice(NOISE).format(number)
        text = "\n".join((f"第{number}号", *dice.choices(paragraphs, k=8))) + ad
        size -= len(text.encode())
        yield text
        if size <= 0:
            return


def write_lines(path: Path, size: int) -> None:
    """A file of JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(texts(size)):
            file.write(
                json.dumps({"id": number, "url": f"https://example.com/{number}", "text": text}, ensure_ascii=False)
            )
            file.write("\n")


def write_parquet(path: Path, size: int) -> None:
    """A Parquet file with row groups of 64 MB."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([("id", pa.int64()), ("text", pa.string())])
    with pq.ParquetWriter(path, schema, compression="snappy") as writer:
        held: list[str] = []
        length = first = 0
        for text in chain(texts(size), (None,)):
            if text is None or length >= GROUP:
                numbers = range(first, first + len(held))
                writer.write_table(pa.table({"id": numbers, "text": held}, schema=schema))
                first, length, held = first + len(held), 0, []
            if text is not None:
                held.append(text)
                length += len(text.encode())


FORMS = {".jsonl": write_lines, ".parquet": write_parquet}


def family(process: int) -> Iterator[int]:
    """A process and all below it."""
    yield process
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except OSError:
        return
    for child in children.split():
        yield from family(int(child))


def memory(process: int) -> int:
    """Kilobytes of a process and all below it."""
    found = 0
    for one in family(process):
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text(encoding="ascii").splitlines()
        except OSError:
            continue
        found += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return found


def measured(path: Path, output: Path) -> str:
    """Clean a file, and tell of it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    command = (sys.executable, "-m", "speechclean", "fix", "-q", "--jobs", str(JOBS), "--force", "-o", output, path)
    process = subprocess.Popen(command, cwd=output.parent)
    most = 0
    while process.poll() is None:
        most = max(most, memory(process.pid))
        time.sleep(PAUSE)
    taken = time.perf_counter() - began
    if process.returncode:
        raise SystemExit(f"{path.name}: status {process.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return f"{most / 1000:>8.0f} MB at most {spent:>8.0f} s of processor {taken:>8.0f} s of the clock"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megabytes", type=int, nargs="+", default=[500, 2000])
    parser.add_argument("--forms", nargs="+", choices=FORMS, default=list(FORMS))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        for form in given.forms:
            for size in given.megabytes:
                path = Path(place) / f"large{form}"
                FORMS[form](path, size * 1_000_000)
                told = measured(path, Path(place) / "out")
                print(f"{form:<9}{size:>6} MB of text, {path.stat().st_size / 1e6:>6.0f} MB on disk {told}", flush=True)
                path.unlink()


if __name__ == "__main__":
    main()
