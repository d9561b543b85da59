"""What `fix --ask` shows: a change within its line, the question, and what the answers mean."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from speechclean.cli._messages import say
from speechclean.report.ink import wants_colours
from speechclean.report.rules import visible
from speechclean.wording import worded

if TYPE_CHECKING:
    from speechclean.core.result import Result
    from speechclean.decisions import Change

AROUND = 24
"""Characters of context on each side."""
LONGEST = 240
"""Characters of a change that are shown; its middle is left out beyond that."""
GOES, COMES, BOLD, DIM, PLAIN = "\x1b[9;31m", "\x1b[32m", "\x1b[1m", "\x1b[2m", "\x1b[0m"
HELP = """y - make this change
n - refuse it
a - make it and all that follow in this file
d - refuse it and all that follow in this file
r - make it and all of this rule from now on, in all files
q - quit: what was answered is done, the rest of this file and all other files stay as they are
? - show this"""


def show_change(change: Change, result: Result, where: str) -> None:
    """A change: its place, its rules with their evidence, and the text around it."""
    line, column = result.line_and_column(change.start)
    rules = ", ".join(f"{rule} ({worded(evidence)})" if evidence else rule for rule, evidence in change.parts)
    text = result.before
    before = _piece(text[max(0, change.start - AROUND) : change.start])
    after = _piece(text[change.end : change.end + AROUND])
    old, new = _piece(text[change.start : change.end] or change.old), _piece(change.new)
    say("")
    if wants_colours(sys.stderr):
        _tell(f"{BOLD}{where}{PLAIN}  {line}:{column}  {rules}")
        goes, comes = f"{GOES}{old}{PLAIN}" if old else "", f"{COMES}{new}{PLAIN}" if new else ""
        _tell(f"  {DIM}…{PLAIN}{before}{goes}{comes}{after}{DIM}…{PLAIN}")
    else:
        _tell(f"{where}  {line}:{column}  {rules}")
        goes, comes = f"[-{old}-]" if old else "", f"{{+{new}+}}" if new else ""
        _tell(f"  …{before}{goes}{comes}{after}…")


def show_question(keys: str) -> None:
    """The question, with what can be answered; the answer stands behind it."""
    question = f"{worded('make this change?')} [{','.join(keys)},?] "
    _tell(f"{BOLD}{question}{PLAIN}" if wants_colours(sys.stderr) else question, end="")


def show_answer(letter: str) -> None:
    """The answer behind the question, where no terminal has shown it."""
    if not sys.stdin.isatty():
        _tell(_piece(letter))


def show_help() -> None:
    """What the answers mean."""
    say(HELP)


def _piece(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > LONGEST:
        text = f"{text[: LONGEST // 2]}…{text[1 - LONGEST // 2 :]}"
    return visible(text)


def _tell(text: str, end: str = "\n") -> None:
    """Text on standard error as it is, whatever characters the terminal knows."""
    if sys.stderr is not None:
        encoding = sys.stderr.encoding or "utf-8"
        sys.stderr.write(text.encode(encoding, "backslashreplace").decode(encoding) + end)
        sys.stderr.flush()
