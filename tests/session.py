"""The examples in a page of the docs: shell sessions and Python, run in order in one directory.

`python tests/session.py PAGE…` writes what the sessions of these pages print now into them.
"""

from __future__ import annotations

import doctest
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
FENCE = re.compile(r"^(?P<fence>```+)(?P<language>[\w-]*)[^\n]*\n(?P<text>.*?)^(?P=fence)$", re.DOTALL | re.MULTILINE)
NOT_RUN = re.compile(r"<!-- not run: (?P<why>[^\n]+?) -->\s*\Z")
PAGE_NOT_RUN = re.compile(r"<!-- page not run: (?P<why>[^\n]+?) -->")
SHELL = ("console", "shell-session", "sh-session")
PYTHON = ("python", "pycon", "py")
MARK = "\x01"
"""Stands in the output behind that of each command."""


class Block(NamedTuple):
    """A fenced example, and where it begins; `skipped` says why it is not run."""

    language: str
    text: str
    line: int
    skipped: str


class Step(NamedTuple):
    """A command and what it prints, with … for whatever stands there."""

    command: str
    output: str


def blocks(page: str) -> list[Block]:
    """The fenced examples of a page."""
    found = []
    for match in FENCE.finditer(page):
        marked = NOT_RUN.search(page, 0, match.start())
        line = page.count("\n", 0, match.start()) + 1
        found.append(Block(match["language"], match["text"], line, marked["why"] if marked else ""))
    return found


def steps(session: str) -> list[Step]:
    """The commands of a session: `$ ` begins one, `> ` goes on with it, and the rest is what it prints."""
    found: list[list[str]] = []
    for line in session.splitlines(keepends=True):
        if line.startswith("$ "):
            found.append([line[2:], ""])
        elif line.startswith("> ") and found and not found[-1][1]:
            found[-1][0] += line[2:]
        else:
            assert found, f"a session begins with $, not with {line!r}"
            found[-1][1] += line
    return [Step(command, output) for command, output in found]


def holds(expected: str, got: str) -> bool:
    """Whether an output is as it is shown: … alone is any lines, or none; in a line it is anything in it."""
    pieces = []
    for line in expected.rstrip("\n").split("\n"):
        told = "[^\n]*".join(re.escape(part) for part in line.split("…"))
        pieces.append("(?:[^\n]*\n)*?" if line.strip() == "…" else f"{told}\n")
    return re.fullmatch("".join(pieces), got.rstrip("\n") + "\n") is not None


def run_page(path: Path, place: Path) -> list[str]:
    """Run the examples of a page; what does not hold, a line or more each."""
    found = runnable(path)
    failures = _sessions(path.name, [block for block in found if block.language in SHELL], place)
    return failures + (_programs(path, place) if any(block.language in PYTHON for block in found) else [])


def runnable(path: Path) -> list[Block]:
    """The examples of a page that are run."""
    return [block for block in blocks(path.read_text(encoding="utf-8")) if not block.skipped]


def not_run(page: str) -> str:
    """Why a whole page is not run; empty for most."""
    marked = PAGE_NOT_RUN.search(page)
    return marked["why"] if marked else ""


def _sessions(name: str, found: list[Block], place: Path) -> list[str]:
    told = [(block.line, step) for block in found for step in steps(block.text)]
    outputs = _outputs([step for _, step in told], place)
    return [
        f"{name}:{line}: $ {step.command}expected:\n{step.output}got:\n{got}"
        for (line, step), got in zip(told, outputs, strict=True)
        if not holds(step.output, got)
    ]


def _outputs(told: list[Step], place: Path) -> list[str]:
    """What the commands print, one after the other in one shell."""
    script = [
        f'speechclean() {{ "{sys.executable}" -m speechclean "$@"; }}\n',
        *(f"{step.command}\nstatus=$?; printf '{MARK}'; (exit $status)\n" for step in told),
    ]
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "SPEECHCLEAN"))},
        "LC_ALL": "C.UTF-8",
        "HOME": str(place),
        "PYTHONPATH": str(ROOT / "src"),
        "NO_COLOR": "1",
    }
    done = subprocess.run(
        ["bash"],
        input="".join(script),
        cwd=place,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
        check=False,
    )
    return [*done.stdout.split(MARK), *[""] * len(told)][: len(told)]


def shown_again(page: str, place: Path) -> str:
    """The page with what its sessions print now; what holds as it is shown stays."""
    sessions = [block for block in blocks(page) if not block.skipped and block.language in SHELL]
    outputs = iter(_outputs([step for block in sessions for step in steps(block.text)], place))
    for block in sessions:
        told = ""
        for step, got in zip(steps(block.text), outputs, strict=False):
            typed = "$ " + "\n> ".join(step.command.removesuffix("\n").split("\n")) + "\n"
            told += typed + (step.output if holds(step.output, got) else got)
        page = page.replace(block.text, told if told.endswith("\n") else f"{told}\n", 1)
    return page


def _programs(path: Path, place: Path) -> list[str]:
    """Run Python in a process of its own: some of it starts others, and leaves things behind."""
    code = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import session; session.tell({str(path)!r})"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "HOME": str(place)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=place,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return json.loads(done.stdout.rpartition(MARK)[2]) if MARK in done.stdout else [done.stdout + done.stderr]


def tell(path: str) -> None:
    """Print what does not hold of the Python of a page, as JSON behind everything else."""
    sys.stdout.write(MARK + json.dumps(_wrong_programs(Path(path))))


def _wrong_programs(path: Path) -> list[str]:
    """Run Python, prompted or not, all of a page in one namespace."""
    names: dict[str, object] = {"__name__": "page"}
    failures: list[str] = []
    for block in runnable(path):
        if block.language in PYTHON and ">>> " in block.text:
            test = doctest.DocTestParser().get_doctest(block.text, names, path.name, path.name, block.line)
            doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=failures.append, clear_globs=False)
            names = test.globs
        elif block.language in PYTHON:
            try:
                exec(compile(block.text, f"{path.name}:{block.line}", "exec"), names)  # noqa: S102  # our own docs
            except Exception as error:  # noqa: BLE001  # whatever it is, the example does not hold
                failures.append(f"{path.name}:{block.line}: {type(error).__name__}: {error}")
    return failures


if __name__ == "__main__":
    for path in map(Path, sys.argv[1:]):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(ROOT / "seeds", Path(folder) / "seeds")
            path.write_text(shown_again(path.read_text(encoding="utf-8"), Path(folder)), encoding="utf-8")
