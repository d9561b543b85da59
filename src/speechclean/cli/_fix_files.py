"""`fix` on files: into an output directory, in place, to standard output, or as a diff."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from speechclean.cli._fix_stream import say_held
from speechclean.cli._inputs import complain_of_nothing, sources, typed_paths
from speechclean.cli._messages import out, say, shown
from speechclean.cli._places import directory, places
from speechclean.cli._record import Account, check_proof, journal_place
from speechclean.cli._run import Tally, attempt, pass_over, stop_cleanly
from speechclean.cli._terminal import on_terminal, progress
from speechclean.core.errors import BinaryError
from speechclean.storage.atomic import replace_unchanged, write

if TYPE_CHECKING:
    from speechclean.api import Cleaner
    from speechclean.config import Resolved
    from speechclean.core.result import Result
    from speechclean.report.terminal import Row
    from speechclean.storage.walk import Source


def fix_files(cleaner: Cleaner, resolved: Resolved, typed: tuple[str, ...], given: dict[str, Any]) -> int:
    """Clean the files that the paths lead to."""
    tally = Tally()
    paths = typed_paths(typed, given)
    output = str(resolved.value("output"))
    skipped = None if given["in_place"] or output == "-" else Path(output)
    found = list(sources(paths, resolved, tally, output=skipped))
    target = None if given["diff"] else skipped
    if not found and not tally.failed:
        complain_of_nothing(paths, resolved)
    if target is None and len(found) > 1 and not given["in_place"] and not given["diff"]:
        raise click.UsageError(f"-o - takes one file, not {len(found)}: their texts would run together")
    aims = places(found, target)
    if target and found:
        directory(target)
    stop_cleanly()
    journal = journal_place(given, resolved) if given["in_place"] else None
    with Account(cleaner, given, tally, journal=journal) as account:
        work = _Work(cleaner, given, tally, account)
        with progress(len(found), quiet=given["quiet"] or given["diff"]) as step:
            for source, place in zip(found, aims, strict=True):
                attempt(tally, source.name, work.clean, source, place)
                step()
    if target and tally.total > tally.failed:
        _sync()
    work.close()
    return tally.status(fail_on_held=given["fail_on"] == "held")


class _Work:
    """Cleans one file after the other."""

    def __init__(self, cleaner: Cleaner, given: dict[str, Any], tally: Tally, account: Account) -> None:
        self._cleaner = cleaner
        self._given = given
        self._tally = tally
        self._account = account
        self._rows: list[Row] = []
        self._more = 0

    def clean(self, source: Source, place: Path | None) -> None:
        """Read, clean, prove, journal and write one file; a binary one is passed over unless it was named."""
        seen = source.path.stat()
        data = source.path.read_bytes()
        try:
            result = self._cleaner(data, path=source.name)
        except BinaryError:
            if source.named:
                raise
            pass_over(source.name, aloud=self._given["verbose"] > 0)
            return
        check_proof(result, self._cleaner if self._given["verify"] else None, path=source.name)
        if self._given["diff"]:
            self._diff(source.name, result)
        elif self._given["in_place"]:
            self._account.add(source.name, result)
            if result.data != data:
                replace_unchanged(source.path, result.data, seen)
        elif place is None:
            self._account.add(source.name, result)
            out(result.data)
        else:
            self._account.add(source.name, result, written=str(place))
            place.parent.mkdir(parents=True, exist_ok=True)
            write(place, result.data, like=seen)
        self._note(source.name, result)

    def close(self) -> None:
        """What is said at the end: a table on a terminal, and one line."""
        if self._given["quiet"] or self._given["diff"]:
            return
        if self._rows:
            from speechclean.report.terminal import print_table

            print_table(self._rows, self._more)
        if self._tally.total:
            self._tally.say_summary()

    def _diff(self, name: str, result: Result) -> None:
        from speechclean.report.diff import bytes_finding, unified

        self._account.add(name, result)
        assert isinstance(result.given, bytes)  # noqa: S101  # files hold bytes
        if result.data == result.given:
            return
        self._tally.findings += 1
        difference = unified(shown(name), result)
        out(difference)
        if not difference and not self._given["quiet"]:
            say(f"{shown(name)}: bytes: {bytes_finding(result)}")

    def _note(self, name: str, result: Result) -> None:
        self._tally.count(name, result)
        if self._given["quiet"]:
            return
        if on_terminal() and not self._given["diff"]:
            self._show(name, result)
        elif result.held:
            say_held(name, self._cleaner)

    def _show(self, name: str, result: Result) -> None:
        from speechclean.report.terminal import MOST, Row

        if len(self._rows) < MOST:
            self._rows.append(Row.of(shown(name), result))
        else:
            self._more += 1


def _sync() -> None:
    """Ask once for everything that was written to reach the disk."""
    if hasattr(os, "sync"):
        os.sync()
