"""`fix` on files: into an output directory, in place, to standard output, or as a diff."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from speechclean.cli._inputs import complain_of_nothing, sources, typed_paths
from speechclean.cli._messages import out, shown
from speechclean.cli._record import Account, check_proof
from speechclean.cli._run import Tally, attempt
from speechclean.core.errors import SpeechcleanError
from speechclean.storage.atomic import replace_unchanged, write

if TYPE_CHECKING:
    from speechclean.api import Cleaner
    from speechclean.config import Resolved
    from speechclean.core.result import Result
    from speechclean.storage.walk import Source

JOURNAL = Path(".speechclean", "journal.jsonl")


def fix_files(cleaner: Cleaner, resolved: Resolved, typed: tuple[str, ...], given: dict[str, Any]) -> int:
    """Clean the files that the paths lead to."""
    tally = Tally()
    paths = typed_paths(typed, given["files_from"], null=given["null"])
    target = _target(resolved, given)
    found = list(sources(paths, resolved, tally, output=target))
    if not found and not tally.failed:
        complain_of_nothing(paths, resolved)
    places = _places(found, target, given)
    journal = None
    if given["in_place"]:
        journal = (resolved.file.parent if resolved.file else Path.cwd()) / JOURNAL
    with Account(cleaner, given, journal=journal) as account, _progress(found, given) as step:
        work = _Work(cleaner, given, tally, account)
        for source, place in zip(found, places, strict=True):
            name = str(source.path)
            if not attempt(tally, name, lambda source=source, place=place: work.clean(source, place)):
                account.failed(name, "see standard error")
            step()
    if target and target.is_dir() and not given["in_place"] and not given["diff"] and tally.total > tally.failed:
        _sync()
    _close(tally, given)
    return tally.status(fail_on_held=given["fail_on"] == "held")


class _Work:
    """Cleans one file after the other."""

    def __init__(self, cleaner: Cleaner, given: dict[str, Any], tally: Tally, account: Account) -> None:
        self._cleaner = cleaner
        self._given = given
        self._tally = tally
        self._account = account

    def clean(self, source: Source, place: Path | None) -> None:
        """Read, clean, prove, journal and write one file."""
        seen = source.path.stat()
        data = source.path.read_bytes()
        try:
            result = self._cleaner(data, path=str(source.path))
        except SpeechcleanError as error:
            if not source.named and "binary" in str(error):
                return
            raise
        name = str(source.path)
        check_proof(result, self._cleaner if self._given["verify"] else None, path=name)
        if self._given["diff"]:
            self._diff(name, result)
        elif self._given["in_place"]:
            if result.data != data:
                self._account.add(name, result)
                replace_unchanged(source.path, result.data, seen)
        elif place is None:
            self._account.add(name, result)
            out(result.data)
        else:
            self._account.add(name, result, written=str(place))
            place.parent.mkdir(parents=True, exist_ok=True)
            write(place, result.data, like=seen)
        self._tally.count(name, result)
        self._tally.rows.append((name, result))

    def _diff(self, name: str, result: Result) -> None:
        from speechclean.report.diff import unified

        assert isinstance(result.given, bytes)  # noqa: S101  # files hold bytes
        self._account.add(name, result)
        self._tally.findings += result.data != result.given
        out(unified(name, result))


def _target(resolved: Resolved, given: dict[str, Any]) -> Path | None:
    """The output directory, or None for standard output, in place, or a diff."""
    output = resolved.value("output")
    if given["in_place"] or given["diff"] or output == "-":
        return None
    return Path(str(output))


def _places(found: list[Source], target: Path | None, given: dict[str, Any]) -> list[Path | None]:
    """Where each file goes. Raises click.UsageError before anything is written when that cannot work."""
    if target is None:
        if len(found) > 1 and not given["in_place"] and not given["diff"]:
            raise click.UsageError(f"-o - takes one file, not {len(found)}: their texts would run together")
        return [None] * len(found)
    if target.exists() and not target.is_dir():
        raise click.UsageError(f"the output {shown(str(target))} is a file, not a directory")
    places: dict[Path, Path] = {}
    inputs = {source.path.resolve() for source in found}
    for source in found:
        place = target / source.relative
        if place in places:
            both = f"{shown(str(places[place]))} and {shown(str(source.path))}"
            raise click.UsageError(f"{both} would both be written to {shown(str(place))}; clean them in two runs")
        if place.resolve() in inputs:
            raise click.UsageError(f"{shown(str(place))} is an input; choose another -o, or --in-place")
        places[place] = source.path
    return list(places)


class _progress:
    """A progress bar on standard error when it is a terminal and work takes longer than a second."""

    def __init__(self, found: list[Source], given: dict[str, Any]) -> None:
        from speechclean.cli._terminal import progress

        self._bar = progress(len(found), quiet=given["quiet"] or given["diff"])

    def __enter__(self) -> Any:
        return self._bar.step

    def __exit__(self, *error: object) -> None:
        self._bar.stop()


def _close(tally: Tally, given: dict[str, Any]) -> None:
    from speechclean.cli._terminal import on_terminal

    if not given["quiet"] and not given["diff"] and tally.total and on_terminal():
        from speechclean.report.terminal import print_table

        print_table(tally.rows)
    if tally.total:
        tally.say_summary(quiet=given["quiet"] or given["diff"])


def _sync() -> None:
    """Ask once for everything that was written to reach the disk."""
    if hasattr(os, "sync"):
        os.sync()
