"""The examples in a page of the docs: shell sessions and Python, run in order in one directory.

`python tests/session.py PAGE…` writes what the sessions of these pages print now into them.
"""

from __future__ import annotations

import contextlib
import doctest
import io
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
    found = [block for block in blocks(path.read_text(encoding="utf-8")) if not block.skipped]
    sessions = [block for block in found if block.language in SHELL]
    programs = [block for block in found if block.language in PYTHON]
    return [*_sessions(path.name, sessions, place), *_programs(path.name, programs, place)]


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


def _programs(name: str, found: list[Block], place: Path) -> list[str]:
    """Run Python, prompted or not, all of a page in one namespace."""
    names: dict[str, object] = {}
    failures: list[str] = []
    with contextlib.chdir(place):
        for block in found:
            if ">>> " in block.text:
                test = doctest.DocTestParser().get_doctest(block.text, names, name, name, block.line)
                doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=failures.append, clear_globs=False)
                names = test.globs
                continue
            try:
                with contextlib.redirect_stdout(io.StringIO()):
                    exec(compile(block.text, f"{name}:{block.line}", "exec"), names)  # noqa: S102  # our own docs
            except Exception as error:  # noqa: BLE001  # whatever it is, the example does not hold
                failures.append(f"{name}:{block.line}: {type(error).__name__}: {error}")
    return failures


if __name__ == "__main__":
    for path in map(Path, sys.argv[1:]):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(ROOT / "seeds", Path(folder) / "seeds")
            path.write_text(shown_again(path.read_text(encoding="utf-8"), Path(folder)), encoding="utf-8")
