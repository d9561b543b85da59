"""The dialogue of `fix --ask`: file by file and change by change, until every change is answered for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from speechclean.cli._ask_screen import show_answer, show_change, show_help, show_question
from speechclean.cli._cleaners import chosen, with_refusals
from speechclean.cli._messages import say, shown
from speechclean.cli._run import counted
from speechclean.core.errors import SpeechcleanError
from speechclean.core.fold import fold
from speechclean.decisions import changes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import stat_result
    from pathlib import Path

    from speechclean.api import Cleaner
    from speechclean.cli._run import Tally
    from speechclean.core.result import Result
    from speechclean.decisions import Change, Refusal
    from speechclean.storage.walk import Source

KEYS = "ynadrq"
MOST_ROUNDS = 8
"""What was refused may let other rules find something else; how often that is asked about."""


class _Answers:
    """What was said about one file, by the place and the texts of a change."""

    def __init__(self) -> None:
        self.made: dict[object, Change] = {}
        self.refused: dict[object, Change] = {}
        self.open: dict[object, Change] = {}
        self.rest = ""

    def asks(self, change: Change) -> bool:
        """Whether a change is still to be asked about: not within a cut that is made."""
        key = _key(change)
        if key in self.made or key in self.refused or key in self.open:
            return False
        return not any(
            not made.new and made.start <= change.start and change.end <= made.end for made in self.made.values()
        )


class Dialogue:
    """Asks about one file after the other."""

    def __init__(self, cleaner: Cleaner, *, in_place: bool, tally: Tally) -> None:
        self._cleaner = cleaner
        self._in_place = in_place
        self._tally = tally
        self._rules: set[str] = set()
        self._over = False
        self.carried: list[Refusal] = []
        self.refused: list[Refusal] = []
        self.open: list[Refusal] = []
        self.unasked = 0

    def wants(self, source: Source) -> bool:
        """Ask about a file; whether it is to be written. What cannot be read is left to the run to tell of."""
        if self._over:
            self.unasked += 1
            return False
        try:
            seen = source.path.stat()
            data = source.path.read_bytes()
            result = self._cleaner(data, path=source.name)
        except (SpeechcleanError, OSError):
            return True
        if not changes(result):
            return True
        answers, left = self._ask(source.name, data, result)
        if left or _moved(source.path, seen):
            why = "what was refused in it would be changed all the same; please report this"
            self._tally.fail(source.name, why if left else "it changed while it was asked about; run again")
            return False
        if answers.made or not (answers.open or self._in_place):
            return True
        self.unasked += bool(answers.open)
        self._tally.counts["unchanged"] += not answers.open
        return False

    def _ask(self, name: str, data: bytes, result: Result) -> tuple[_Answers, bool]:
        """The answers about one file, and whether something refused would be made all the same."""
        answers = _Answers()
        known = chosen(self._cleaner, name).decisions
        carried = [one._replace(path=name) for one, _ in known.of(name)] if known else []
        carried = [one for one in carried if one.told() not in result.unmatched]
        for _ in range(MOST_ROUNDS):
            waiting = [change for change in changes(result) if answers.asks(change)]
            for number, change in enumerate(waiting, 1):
                if answers.asks(change):
                    self._answer(answers, change, result, f"{shown(name)}  {number}/{len(waiting)}")
            refusals = _refusals(name, answers.refused.values())
            opened = _refusals(name, answers.open.values())
            if not waiting or not (refusals or opened):
                break
            again = with_refusals(self._cleaner, [*carried, *refusals, *opened])
            result = again(data, path=name)
        else:
            answers.open |= {_key(change): change for change in changes(result) if answers.asks(change)}
        kept = {*answers.refused, *answers.open}
        if kept:
            self.carried += carried
            _tell_of_lost(name, answers, result)
        self.refused += _refusals(name, answers.refused.values())
        self.open += _refusals(name, answers.open.values())
        return answers, any(_key(change) in kept for change in changes(result))

    def _answer(self, answers: _Answers, change: Change, result: Result, where: str) -> None:
        said = answers.rest or ("y" if change.rule in self._rules else "") or self._said(change, result, where)
        if said in "adq":
            answers.rest = said
        self._over = self._over or said == "q"
        if said == "r":
            self._rules.add(change.rule)
        kept = {"n": answers.refused, "d": answers.refused, "q": answers.open}.get(said, answers.made)
        kept[_key(change)] = change

    def _said(self, change: Change, result: Result, where: str) -> str:
        """The letter that was typed; `q` where nobody answers."""
        show_change(change, result, where)
        while True:
            show_question(KEYS)
            line = sys.stdin.buffer.readline() if sys.stdin is not None else b""
            if not line:
                say("")
                return "q"
            letter = fold(line.decode("utf-8", "replace").strip())[:1]
            show_answer(letter)
            if letter and letter in KEYS:
                return letter
            show_help()


def _tell_of_lost(name: str, answers: _Answers, result: Result) -> None:
    """Say how many changes were agreed to that are not made: they came of what was refused."""
    final = changes(result)
    lost = sum(
        not any(one.start <= made.end and made.start <= one.end for one in final) for made in answers.made.values()
    )
    if lost:
        say(f"{shown(name)}: not made, since it came of what was refused: {counted(lost, 'change')}")


def _key(change: Change) -> object:
    return change.start, change.end, change.old, change.new


def _refusals(name: str, refused: Iterable[Change]) -> list[Refusal]:
    return [change.refusal(name) for change in refused]


def _moved(path: Path, seen: stat_result) -> bool:
    try:
        now = path.stat()
    except OSError:
        return True
    return (now.st_mtime_ns, now.st_size, now.st_ino) != (seen.st_mtime_ns, seen.st_size, seen.st_ino)
