"""How fast `clean` is beside the cleaners that people come from, on the same documents, in one run.

    python benchmarks/peers.py            # makes an environment for each under build/peers (1 GB), then measures

Each cleaner runs in an environment and a process of its own and takes turns with the others; a figure is the median
of MB/s of UTF-8 over the rounds, in processor time. They do different things: none of the others removes an ad. Data-Juicer
runs the mappers that its recipes use for Chinese text, with and without the one that repairs encodings.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from throughput import SEEDS, documents

PLACE = Path(__file__).parent.parent / "build" / "peers"
ROUNDS = 5
PEERS = {
    "ftfy": (("ftfy",), "import ftfy\nway = ftfy.fix_text"),
    "clean-text": (
        ("clean-text",),
        "import cleantext\nway = lambda text: cleantext.clean(text, to_ascii=False, lower=False, no_urls=True)",
    ),
    "JioNLP": (("jionlp",), "import jionlp\nway = jionlp.clean_text"),
    "Data-Juicer": (
        ("py-data-juicer", "aiohttp", "ftfy", "opencc", "selectolax"),
        "LEFT_OUT = ()\n{mappers}",
    ),
    "Data-Juicer, no fix_unicode": ((), "LEFT_OUT = ('fix_unicode',)\n{mappers}"),
}
MAPPERS = """
NAMES = (
    'fix_unicode', 'chinese_convert', 'clean_links', 'clean_email', 'clean_html',
    'remove_specific_chars', 'whitespace_normalization',
)
from importlib import import_module
def mapper(name):
    module = import_module(f'data_juicer.ops.mapper.{name}_mapper')
    made = getattr(module, name.title().replace('_', '') + 'Mapper')
    return made(mode='t2s') if name == 'chinese_convert' else made()
MADE = [mapper(name) for name in NAMES if name not in LEFT_OUT]
def way(text):
    sample = {'text': [text]}
    for made in MADE:
        sample = made.process_batched(sample)
    return sample['text'][0]
"""
WORKER = """
import json, sys, time
texts = json.load(open(sys.argv[1], encoding='utf-8'))
{way}
for text in texts:  # tables are read and patterns compiled
    way(text)
began = time.process_time()
for text in texts:
    way(text)
sys.stderr.flush()
print('\\nseconds', time.process_time() - began)
"""
OURS = "from speechclean import Cleaner\ncleaner = Cleaner()\ndef way(text): return cleaner(text.encode()).data"


def python_of(name: str, packages: tuple[str, ...]) -> str:
    """The interpreter of a peer's environment, made when it is not there."""
    place = PLACE / name.partition(",")[0]
    python = place / "bin" / "python"
    if not python.exists():
        print(f"making an environment with {', '.join(packages)} …", file=sys.stderr)
        venv.create(place, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
    return str(python)


def seconds(python: str, way: str, data: Path) -> float:
    """How long one process takes over the documents when it meets them again: without its start."""
    script = WORKER.replace("{way}", way.replace("{mappers}", MAPPERS))
    ran = subprocess.run([python, "-c", script, str(data)], capture_output=True, text=True, check=True, cwd=data.parent)
    return float(next(line.split()[1] for line in ran.stdout.splitlines() if line.startswith("seconds")))


def main() -> None:
    """Measure and print a table."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))] * 4
    texts += [data.decode() for data in documents(20, noises=4)]
    size = sum(len(text.encode()) for text in texts) / 1e6
    ways = {"speechclean": (sys.executable, OURS)}
    ways |= {name: (python_of(name, packages), way) for name, (packages, way) in PEERS.items()}
    times: dict[str, list[float]] = {name: [] for name in ways}
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "texts.json"
        data.write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")
        for _ in range(ROUNDS):
            for name, (python, way) in ways.items():
                times[name].append(seconds(python, way, data))
    ours = statistics.median(times["speechclean"])
    print(f"{len(texts)} documents, {size:.2f} MB")
    for name, taken in times.items():
        median = statistics.median(taken)
        print(f"{name:<28}{size / median:>8.2f} MB/s{median / ours:>8.1f} × the time of speechclean")


if __name__ == "__main__":
    main()
