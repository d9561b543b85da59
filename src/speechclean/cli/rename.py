"""`speechclean rename`: file names without the ads in them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from speechclean.cli import _options
from speechclean.cli._inputs import complain_of_nothing, files, typed_paths
from speechclean.cli._language import Command
from speechclean.cli._messages import out_lines, shown
from speechclean.cli._run import Tally, attempt, stop_cleanly, told
from speechclean.core.errors import SpeechcleanError
from speechclean.storage.renames import PLACE, Journal, Renamed, read
from speechclean.storage.walk import Missing

if TYPE_CHECKING:
    from speechclean.config import Resolved
    from speechclean.judgement.names import Ad

PACKED = (".gz", ".zst", ".xz", ".bz2")
"""Suffixes that stand behind another one."""


@click.command(cls=Command, short_help="Take ads out of file names.")
@_options.options(_options.PATHS)
@click.option("--dry-run", is_flag=True, help="Propose only; exit 1 if anything would be renamed.")
@click.option("--undo", is_flag=True, help="Give the files that the journal knows their old names back.")
@click.option(
    "--journal",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where renamings are kept.  [default: .speechclean/renames.jsonl]",
)
@_options.options(_options.FILES, _options.CONFIGURATION, _options.VOLUME)
def command(paths: tuple[str, ...], **given: Any) -> int:
    """Take ads and accounts out of file names, judged as ads in texts are: 讲话防断更zk000001.txt becomes 讲话.txt.

    The suffix stays, contents are not read, and no file takes the name of another: a second one of a name gets a number.
    Strings that the configuration keeps are kept here, too. Exit status: 0 done, 1 --dry-run would rename something,
    2 something could not be renamed.
    """
    resolved = _options.resolve(given)
    if given["null"] and not given["files_from"]:
        raise click.UsageError("-0 goes with --files-from")
    place: Path = given["journal"] or (resolved.file.parent if resolved.file else Path()) / PLACE
    if given["undo"]:
        if given["dry_run"] or paths or given["files_from"]:
            raise click.UsageError("--undo takes back all that the journal knows; leave out --dry-run and PATH")
        return _undo(place, given)
    if not paths and not given["files_from"]:
        raise click.UsageError("nothing is named; say which files or directories: speechclean rename --dry-run PATH…")
    work = _Rename(resolved, given, place)
    work.files(typed_paths(paths, given))
    return work.close()


class _Rename:
    """Renames one file after the other, or says how it would."""

    def __init__(self, resolved: Resolved, given: dict[str, Any], place: Path) -> None:
        self._resolved = resolved
        self._given = given
        self._place = place
        self._journal: Journal | None = None
        self._taken: set[str] = set()
        self._next: dict[tuple[Path, str], int] = {}
        """The number that the next file of a name in a directory may get: those before it are taken."""
        self._tally = Tally(kinds=("to rename" if given["dry_run"] else "renamed", "unchanged"))

    def files(self, paths: tuple[str, ...]) -> None:
        """Rename the files that the paths lead to."""
        found = list(files(paths, self._resolved))
        for file in found:
            if isinstance(file, Missing):
                self._tally.fail(file.path, file.why)
        if not found:
            complain_of_nothing(paths, self._resolved)
        stop_cleanly(files=not self._given["dry_run"])
        for file in found:
            if not isinstance(file, Missing):
                attempt(self._tally, file.name, self._file, file.path)

    def close(self) -> int:
        """Say the totals and return the exit status."""
        if self._journal:
            self._journal.close()
        if not self._given["quiet"] and self._tally.total:
            self._tally.say_summary()
        return self._tally.status()

    def _file(self, path: Path) -> None:
        stem, suffix = _parted(path.name)
        ad = _ad(stem, self._resolved.settings.keep)
        if ad is None:
            self._tally.counts["unchanged"] += 1
            return
        same = path.parent, ad.left + suffix
        number = self._next.get(same, 1)
        while True:
            name = ad.left + (f" ({number})" if number > 1 else "") + suffix
            new = path.with_name(name)
            number += 1
            if os.path.lexists(new) or str(new) in self._taken:
                continue
            try:
                self._do(Renamed(path.parent, path.name, name))
            except FileExistsError:
                continue
            break
        self._next[same] = number
        self._say(path, new, ad)

    def _do(self, change: Renamed) -> None:
        if self._given["dry_run"]:
            self._taken.add(str(change.directory / change.new))
            self._tally.findings += 1
            return
        if self._journal is None:
            self._journal = Journal(self._place)
        self._journal.rename(change)

    def _say(self, path: Path, new: Path, ad: Ad) -> None:
        self._tally.counts["to rename" if self._given["dry_run"] else "renamed"] += 1
        if not self._given["quiet"]:
            because = f"  ({ad.verdict.account()})" if self._given["verbose"] else ""
            out_lines(f"{shown(str(path))} → {shown(new.name)}{because}\n")


def _ad(stem: str, keep: tuple[str, ...]) -> Ad | None:
    """The ad in a name, unless it holds something that is to be kept."""
    from speechclean.judgement.names import ad_in_name

    ad = ad_in_name(stem)
    return None if ad is None or any(kept in stem and kept not in ad.left for kept in keep) else ad


def _parted(name: str) -> tuple[str, str]:
    stem, suffix = os.path.splitext(name)  # noqa: PTH122  # a name, no path
    if suffix.lower() in PACKED:
        stem, inner = os.path.splitext(stem)  # noqa: PTH122  # the same
        suffix = inner + suffix
    return stem, suffix


def _undo(place: Path, given: dict[str, Any]) -> int:
    """Take all renamings of the journal back, the last one first."""
    tally = Tally(kinds=("renamed back",))
    try:
        changes = read(place)
    except OSError as error:
        raise click.UsageError(f"journal {shown(str(place))}: {told(error, str(place))}") from None
    with Journal(place) as journal:
        for change in reversed(changes):
            attempt(tally, str(change.directory / change.new), _take_back, change, journal, tally)
    if not given["quiet"]:
        tally.say_summary()
    return tally.status()


def _take_back(change: Renamed, journal: Journal, tally: Tally) -> None:
    try:
        journal.undo(change)
    except FileExistsError:
        raise SpeechcleanError(f"there is another {shown(change.old)} now, so it keeps its name") from None
    tally.counts["renamed back"] += 1
