"""What is kept of a run: the proof before a text is written, the journal, the report."""

from __future__ import annotations

import json
from contextlib import ExitStack
from typing import IO, TYPE_CHECKING, Any

from speechclean.core.errors import SpeechcleanError, StorageError

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from speechclean.api import Cleaner
    from speechclean.core.result import Result


def tool() -> str:
    """The name and version that journals and reports carry."""
    from speechclean import __version__

    return f"speechclean {__version__}"


def check_proof(result: Result, again: Cleaner | None = None, *, path: str | None = None) -> None:
    """Refuse a result that cannot be undone; with a cleaner, also one in which a second run finds something."""
    if result.restore() != result.given:
        raise SpeechcleanError("the change cannot be proved to be undone, so nothing was written; please report this")
    if again is not None:
        second = again(result.data if isinstance(result.given, bytes) else result.text, path=path)
        if second.text != result.text:
            raise SpeechcleanError(
                "a second run would change the text again, so nothing was written; please report this"
            )


class Account:
    """The journal and the report of one run, written as it goes (journal) and at its end (report)."""

    def __init__(self, cleaner: Cleaner, given: dict[str, Any], *, journal: Path | None = None) -> None:
        self._cleaner = cleaner
        self._journal_path: Path | None = given["journal"] or journal
        self._report_path: Path | None = given["report"]
        self._journal: IO[bytes] | None = None
        self._files: list[dict[str, object]] = []
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        if self._journal_path:
            try:
                self._journal_path.parent.mkdir(parents=True, exist_ok=True)
                self._journal = self._stack.enter_context(self._journal_path.open("ab"))
                _lock(self._journal)
            except OSError as error:
                raise StorageError(f"journal {self._journal_path}: {error.strerror or error}") from None
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: BaseException | TracebackType | None) -> None:
        self._stack.close()
        if self._report_path and kind is None:
            from speechclean.report.json import report
            from speechclean.storage.atomic import write

            text = json.dumps(report(self._cleaner.settings, self._files, tool()), ensure_ascii=False, indent=1)
            write(self._report_path, (text + "\n").encode("utf-8", "backslashreplace"))

    def add(self, name: str, result: Result, *, record: int | None = None, written: str | None = None) -> None:
        """Take in one result before it is written; `written` is where it goes."""
        if self._journal:
            from speechclean.core.journal import journal_record

            entry = journal_record(result, path=written or name, tool=tool(), record=record)
            self._journal.write(json.dumps(entry, ensure_ascii=True).encode() + b"\n")
            self._journal.flush()
        if self._report_path:
            from speechclean.report.json import file_entry

            self._files.append(file_entry(name, result, self._cleaner.stages))

    def failed(self, name: str, why: str) -> None:
        """Take in an input that could not be done."""
        self._files.append({"path": name, "status": "failed", "error": why})


def _lock(file: IO[bytes]) -> None:
    """One writer at a time, where the system can tell."""
    try:
        import fcntl
    except ImportError:  # not a POSIX system
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise StorageError("another run is writing to this journal; wait for it, or name another --journal") from None
