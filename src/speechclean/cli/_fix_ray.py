"""`fix --engine ray`: files of records on any filesystem that pyarrow reads, cleaned on the machines of a Ray cluster."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from speechclean.cli._inputs import field_names, typed_paths
from speechclean.cli._messages import complain, say, shown
from speechclean.cli._reading import Complaints
from speechclean.cli._record import Account, Kept, Text
from speechclean.cli._run import Refused, Tally, tried
from speechclean.core.errors import SpeechcleanError
from speechclean.core.named import NamedTuple
from speechclean.storage.extras import missing
from speechclean.storage.forms import GLOBS, LINES, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.api import Cleaner
    from speechclean.batch.files import File
    from speechclean.cli._ray_work import Unit, UnitDone
    from speechclean.config import Resolved

PARQUET = ".parquet"
TASK = 64 << 20
"""Bytes of files that are one task: a task costs some milliseconds, and small files go together."""
ALONE = (
    "in_place",
    "diff",
    "report",
    "jobs",
    "stdin_filename",
    "ask",
    "save_decisions",
    "output_format",
    "add_columns",
    "drop",
)
"""What only the local engine can do."""


class _Run(NamedTuple):
    """What holds for the whole run."""

    cleaner: Cleaner
    given: dict[str, Any]
    tally: Tally
    account: Account

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields to clean."""
        return field_names(self.given["field"])


class _Source(NamedTuple):
    file: File
    target: str


def fix_ray(cleaner: Cleaner, resolved: Resolved, typed: tuple[str, ...], given: dict[str, Any]) -> int:
    """Clean the files of records that the paths or URIs lead to."""
    _require(given)
    paths = typed_paths(typed, given)
    target = str(resolved.value("output"))
    if not paths or target == "-":
        raise click.UsageError("--engine ray reads files and directories, and writes to a directory; give both")
    tally = Tally("record")
    sources = list(_sources(paths, resolved, target, tally))
    if not sources:
        if not tally.failed:
            complain(f"nothing to do: no file of records ({', '.join((f'*{PARQUET}', *GLOBS[:1]))} …) there")
        return tally.status()
    with Account(cleaner, given, tally) as account:
        _clean(_Run(cleaner, given, tally, account), list(_tasks(sources, tally)))
    from speechclean.batch.files import sweep

    sweep(target)
    if not given["quiet"]:
        tally.say_summary()
    return tally.status(fail_on_held=given["fail_on"] == "held")


def _require(given: dict[str, Any]) -> None:
    """Raise click.UsageError for what does not go together, StorageError without Ray."""
    for name in ALONE:
        if given[name]:
            raise click.UsageError(f"--{name.replace('_', '-')} does not go with --engine ray")
    from importlib.util import find_spec

    if find_spec("ray") is None or find_spec("pyarrow") is None:
        raise missing("--engine ray", "ray", "ray")


def _sources(paths: tuple[str, ...], resolved: Resolved, target: str, tally: Tally) -> Iterator[_Source]:
    """The files, each with the place where it goes. Raises click.UsageError when two would go to one place."""
    from speechclean.batch.files import found, place

    globs, excludes = resolved.value("glob"), resolved.value("exclude")
    assert isinstance(globs, tuple)  # noqa: S101  # checked when they were resolved
    assert isinstance(excludes, tuple)  # noqa: S101  # the same
    taken: dict[str, str] = {}
    for path in paths:
        files = tried(path, list, found(path, globs or (f"*{PARQUET}", *GLOBS), excludes))
        if isinstance(files, Refused):
            tally.fail(path, files.why)
            continue
        for file in files:
            goes = f"{target.rstrip('/')}/{file.relative}"
            if file.relative in taken:
                both = f"{shown(taken[file.relative])} and {shown(file.name)}"
                raise click.UsageError(f"{both} would both be written to {shown(goes)}; do them in two runs")
            if place(goes) == place(file.name):
                raise click.UsageError(f"{shown(goes)} is an input; choose another -o")
            taken[file.relative] = file.name
            if file.name.endswith(PARQUET) or named(file.name).form in LINES:
                yield _Source(file, goes)
            else:
                tally.fail(file.name, "--engine ray reads parquet and JSON lines")


def _tasks(sources: list[_Source], tally: Tally) -> Iterator[list[Unit]]:
    """The units of work, small ones together, in order."""
    waiting: list[Unit] = []
    size = 0
    for source in sources:
        units = tried(source.file.name, _units, source)
        if isinstance(units, Refused):
            tally.fail(source.file.name, units.why)
            continue
        for unit in units:
            waiting.append(unit)
            size += source.file.size // len(units)
            if size >= TASK:
                yield waiting
                waiting, size = [], 0
    if waiting:
        yield waiting


def _units(source: _Source) -> list[Unit]:
    """A file, or the parts of a large one."""
    from speechclean.cli._ray_work import Unit

    name, target = source.file.name, source.target
    if not name.endswith(PARQUET):
        return [Unit(name, target, parquet=False)]
    from speechclean.batch.parquet import SPLIT, parts

    divided = parts(name, SPLIT) if source.file.size > SPLIT else []
    if len(divided) < 2:
        return [Unit(name, target, parquet=True)]
    stem = target.removesuffix(PARQUET)
    return [
        Unit(
            name,
            f"{stem}-{number:05}-of-{len(divided):05}{PARQUET}",
            parquet=True,
            groups=part.groups,
            first=part.first,
        )
        for number, part in enumerate(divided)
    ]


def _clean(run: _Run, tasks: list[list[Unit]]) -> None:
    """Have the work done, and take in what comes of it, in order."""
    from speechclean.batch.ray import answers
    from speechclean.cli._ray_work import RayWork
    from speechclean.report.statistics import Statistics

    statistics = Statistics(run.cleaner.stages)
    wants = run.account.wants._replace(report=run.given["verbose"] > 0)
    try:
        for answer in answers(RayWork(run.cleaner, wants, run.fields), tasks, run.given["address"]):
            for done in answer:
                _take(run, done)
                statistics.unite(done.rules)
    except (ConnectionError, RuntimeError) as error:
        raise SpeechcleanError(f"Ray: {str(error).splitlines()[0] if str(error) else type(error).__name__}") from None
    if run.given["verbose"]:
        for line in statistics.table("records"):
            say(line)


def _take(run: _Run, done: UnitDone) -> None:
    for line in done.journal:
        run.account.take(Kept(line, None, Text(done.name)))
    for status, number in done.counts.items():
        run.tally.counts[status] += number
    run.tally.removed += done.removed
    for number, unmatched, failures in done.told:
        run.tally.tell(f"{done.name}:{number + 1}", unmatched, failures)
    complaints = Complaints(run.tally, done.name)
    for number, why in done.refused:
        complaints.add(number, why)
    complaints.end()
    if done.error:
        run.tally.fail(done.name, done.error)
