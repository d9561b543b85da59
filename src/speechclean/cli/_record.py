"""What is kept of a run: the proof before a text is written, the journal, the report."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from speechclean.cli._inputs import field_names
from speechclean.cli._messages import shown
from speechclean.core.errors import SpeechcleanError
from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from pathlib import Path
    from typing import IO, Self

    from speechclean.api import Cleaner
    from speechclean.cli._resume import Resume
    from speechclean.cli._run import Tally
    from speechclean.config import Resolved
    from speechclean.core.result import Result
    from speechclean.report.forms import Report
    from speechclean.storage.append import Writer


def tool() -> str:
    """The name and version that journals and reports carry."""
    from speechclean import __version__

    return f"speechclean {__version__}"


def check_proof(
    result: Result, again: Cleaner | None = None, *, path: str | None = None, record: int | None = None
) -> None:
    """Refuse a result that cannot be undone; with a cleaner, also one in which a second run finds something."""
    if result.restore() != result.given:
        raise SpeechcleanError("the change cannot be proved to be undone, so nothing was written; please report this")
    if again is not None:
        from speechclean.cli._cleaners import chosen

        as_bytes = isinstance(result.given, bytes) and chosen(again, path).settings.encoding is None
        second = again(result.data if as_bytes else result.text, path=path, record=record)
        # a file is written with a newline at its end, which is no change
        if second.data != result.data if as_bytes else second.text != result.text:
            raise SpeechcleanError(
                "a second run would change the text again, so nothing was written; please report this"
            )


def journal_place(given: dict[str, Any], resolved: Resolved) -> Path:
    """The journal that was named, or the one beside the configuration or in the working directory."""
    from pathlib import Path

    from speechclean.storage.journal import PLACE

    named: Path | None = given["journal"]
    return named or (resolved.file.parent if resolved.file else Path()) / PLACE


def manifest_place(target: Path | None, given: dict[str, Any], resolved: Resolved) -> Path | None:
    """Where it is noted what was done to files that go to a directory, or in place; nowhere otherwise."""
    if given["diff"] or not (target or given["in_place"]):
        return None
    from pathlib import Path

    from speechclean.storage.manifest import name
    from speechclean.storage.outputs import FOLDER

    return (resolved.file.parent if resolved.file else Path()) / FOLDER / name(target)


class Wants(NamedTuple):
    """What is to be kept of each text, and whether a second run over it is to prove that it finds nothing."""

    journal: bool
    report: bool
    verified: bool


class Kept(NamedTuple):
    """A line of the journal and what the report is told; empty where they are not wanted."""

    journal: bytes
    result: Result | None
    text: Text


class Text(NamedTuple):
    """What a text is called, where it is written (there, when not said), and what tells a stream's texts apart.

    `literal` is a field's JSON string where that cannot be worked out; `field` its name.
    """

    name: str
    written: str | None = None
    number: int | None = None
    literal: str | None = None
    field: str | None = None


def kept(wants: Wants, result: Result, text: Text) -> Kept:
    """What is kept of one result."""
    journal = b""
    if wants.journal:
        from speechclean.core.journal import journal_record
        from speechclean.storage.append import line

        entry = journal_record(result, path=text.written or text.name, tool=tool(), record=text.number)
        if text.literal is not None:
            entry["literal"] = text.literal
        if text.field is not None:
            entry["field"] = text.field
        journal = line(entry)
    return Kept(journal, result if wants.report else None, text)


def renumbered(journal: bytes, path: str, number: int) -> bytes:
    """A journal's line for a record that is written elsewhere: at another place, or under another number."""
    from json import loads

    from speechclean.storage.append import line

    entry = loads(journal)
    entry["path"], entry["record"] = path, number
    return line(entry)


class Account:
    """The journal and the report of one run, written as it goes (journal) and at its end (report)."""

    def __init__(self, cleaner: Cleaner, given: dict[str, Any], tally: Tally, resume: Resume | None = None) -> None:
        self._tally = tally
        self._journal_path: Path | None = None if given["diff"] else given["journal"]
        self._continues = resume.continues if resume else None
        self._report_path: Path | None = given["report"]
        self._report = _report(self._report_path, cleaner) if self._report_path else None
        self._sync: bool = given["in_place"]
        self._verify: bool = given["verify"]
        self._journal: Writer | None = None
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        if self._journal_path:
            from speechclean.storage.append import Writer

            self._journal = self._stack.enter_context(Writer(self._journal_path, continues=self._continues))
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        self._stack.close()
        if self._report and self._report_path and kind is None:
            from speechclean.storage.atomic import write

            for name, why in self._tally.failures:
                self._report.fail(name, why)
            text = self._report.whole({**self._tally.counts, "failed": self._tally.failed})
            write(self._report_path, text.encode("utf-8", "backslashreplace"))

    @property
    def wants(self) -> Wants:
        """What is to be kept of each text."""
        return Wants(self._journal is not None, self._report_path is not None, self._verify)

    @property
    def open_files(self) -> tuple[IO[bytes], ...]:
        """What only the writing process may hold open."""
        return (self._journal.file,) if self._journal else ()

    def add(self, name: str, result: Result) -> None:
        """Take in one result before it is written."""
        self.take(kept(self.wants, result, Text(name)))

    @property
    def length(self) -> int:
        """How long the journal is by now."""
        return self._journal.length if self._journal else 0

    def take(self, kept: Kept, *, journal: bool = True) -> None:
        """Take in what is kept of a text before it is written; records, of which a file has many, `settle` together."""
        if self._journal and kept.journal and journal:
            self._journal.add_line(kept.journal, sync=self._sync and kept.text.number is None)
        if self._report and kept.result:
            self._report.add(kept.text.name, kept.result, kept.text.number)

    def settle(self) -> None:
        """Have on the disk what was taken in, before the file that it leads back from is replaced."""
        if self._journal and self._sync:
            self._journal.sync()


class Run(NamedTuple):
    """What holds for all files and streams of a run."""

    cleaner: Cleaner
    given: dict[str, Any]
    tally: Tally
    account: Account
    resume: Resume

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields to clean."""
        return field_names(self.given["field"])


def require_report(path: Path) -> None:
    """Raise click.UsageError unless a report can be written there."""
    import click

    from speechclean.report.forms import SUFFIXES

    if path.suffix not in SUFFIXES:
        told = f"{shown(path.suffix)} is not known" if path.suffix else "no suffix says in which form"
        raise click.UsageError(f"--report: {told}; use {', '.join(SUFFIXES)}")
    if not path.parent.is_dir():
        raise click.UsageError(f"--report: {shown(str(path.parent))} is no directory")


def _report(path: Path, cleaner: Cleaner) -> Report:
    from speechclean.report.forms import SUFFIXES, About, report

    return report(SUFFIXES[path.suffix], About(tool(), cleaner.settings, cleaner.stages))
