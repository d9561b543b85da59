"""Clean a text: bytes or str in, Result out. The only place where decoding, rules and the pipeline meet."""

from __future__ import annotations

import os
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from speechclean.core.errors import JournalError
from speechclean.core.newlines import split_newlines
from speechclean.core.receipt import Receipt
from speechclean.core.result import Result
from speechclean.core.rule import Stage
from speechclean.pipeline import Pipeline
from speechclean.rules.index import SPELLED, waiting_stages
from speechclean.rules.selection import known_names, select
from speechclean.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from speechclean.core.journal import JournalRecord
    from speechclean.decisions import Decisions
    from speechclean.rules.custom import Rulebook

_DEFAULT = Settings()
_NO_BYTES = Receipt("", "text")


class Cleaner:
    """Cleans many texts with the same settings; callable. Building one costs a few milliseconds, once.

    `decisions` are honoured in place of those in the settings' files.
    """

    def __init__(self, settings: Settings = _DEFAULT, decisions: Decisions | None = None) -> None:
        self.settings = settings
        self.decisions: Decisions | None = decisions or _decisions(settings)
        self._own = _own_rules(settings)
        self._spelled = SPELLED.including(self._own.triggers) if self._own else SPELLED
        own = (self._own.stages, self._own.early) if self._own else ()
        self.stages: tuple[Stage, ...] = select(waiting_stages(settings.choices, *own), settings)
        self._pipelines: dict[frozenset[str], Pipeline] = {}

    def __call__(self, data: bytes | str, *, path: str | None = None, record: int | None = None) -> Result:
        """Clean bytes in any encoding, or a text; the user's own rules may hold for some paths only.

        `record` is the number, from 0, of an item of a stream: decisions know it by that.
        Raises DecodeError for bytes that are no text, RuleTimeout when a pattern of the user's runs out of time.
        """
        data = _exact(data)
        if isinstance(data, str):
            decoded, receipt = data, _NO_BYTES
        else:
            decoded, receipt = _decoder()(data, self.settings.encoding, self.settings.encoding_errors)
        text, newlines = split_newlines(decoded)
        refusals = self.decisions.of(path, record) if self.decisions else ()
        return Result(data, text, receipt, newlines, self._pipeline(path).run(text, refusals))

    def __reduce__(self) -> tuple[type[Cleaner], tuple[Settings, Decisions | None]]:
        """Another process builds it again from its settings."""
        return Cleaner, (self.settings, self.decisions)

    def _pipeline(self, path: str | None) -> Pipeline:
        """The stages without the user's rules that do not hold for this path; made once for each such choice."""
        silent: frozenset[str] = self._own.silent(path) if self._own else frozenset()
        if silent not in self._pipelines:
            held = (
                Stage(stage.name, tuple(rule for rule in stage.rules if rule.name not in silent), stage.removes)
                for stage in self.stages
            )
            settings = self.settings
            self._pipelines[silent] = Pipeline(
                held, self._spelled, max_removal=settings.max_removal, keep=settings.keep
            )
        return self._pipelines[silent]


@cache
def _decoder() -> Callable[[bytes, str | None, str], tuple[str, Receipt]]:
    """What reads bytes: its room is entered with the first of them, and the way there not asked for again."""
    from speechclean.decode import decode

    return decode


def _exact(data: bytes | str) -> bytes | str:
    """The same as `str` or `bytes` and nothing more: of a subclass its characters, whatever it prints itself as.

    Raises TypeError for what is neither text nor bytes.
    """
    if type(data) is str or type(data) is bytes:
        return data
    if isinstance(data, str):
        return str.__str__(data)
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError(f"a text is str or bytes, not {type(data).__name__}") from None


def _decisions(settings: Settings) -> Decisions | None:
    """What was refused; its room is not entered without any."""
    if not settings.decisions:
        return None
    from speechclean.decisions import load

    return load(*settings.decisions)


def _own_rules(settings: Settings) -> Rulebook | None:
    """The user's own rules; their room is not entered without any."""
    if not settings.rules:
        return None
    from speechclean.rules.custom import rulebook

    return rulebook(settings.rules, known_names(waiting_stages(settings.choices)))


@lru_cache(maxsize=8)
def _cleaner(settings: Settings, written: tuple[int, ...]) -> Cleaner:  # noqa: ARG001  # a key of the cache
    return Cleaner(settings)


def cleaner(settings: Settings = _DEFAULT) -> Cleaner:
    """A cleaner for these settings, made once, and again when a file that they name was written meanwhile."""
    return _cleaner(
        settings, _written(settings.rules + settings.decisions) if settings.rules or settings.decisions else ()
    )


def _written(names: tuple[str, ...]) -> tuple[int, ...]:
    """When the files were last written, in nanoseconds."""
    from pathlib import Path

    return tuple(path.stat().st_mtime_ns for path in map(Path, names) if path.exists())


def clean(data: bytes | str, settings: Settings = _DEFAULT, *, path: str | None = None) -> Result:
    """Clean one text: bytes in any encoding, or str. For many texts, keep a `Cleaner`."""
    return cleaner(settings)(data, path=path)


def journal(result: Result, path: str = "") -> JournalRecord:
    """What `restore` needs to go back from the clean text, as JSON can hold it: a line of a journal file."""
    from speechclean import __version__
    from speechclean.core.journal import journal_record

    return journal_record(result, path=path, tool=f"speechclean {__version__}")


def restore(cleaned: bytes | str, journal: str | os.PathLike[str] | JournalRecord) -> bytes | str:
    """The original of a clean text (bytes of a file, or `Result.text`) from its journal record, or the path of a journal.

    It undoes one run, the last that changed the text; the text of the run before it is again one that a journal may
    know. Raises JournalError when no record belongs to the text, or several that lead to different originals do.
    """
    from speechclean.core.journal import restored

    cleaned = _exact(cleaned)
    if isinstance(journal, str | os.PathLike):
        journal = _record_of(cleaned, journal)
    elif not isinstance(journal, dict):
        raise TypeError(f"a journal is its path or one record of it, not {type(journal).__name__}")
    return restored(cleaned, journal)


def _record_of(cleaned: bytes | str, path: str | os.PathLike[str]) -> JournalRecord:
    """The record in a journal file that leads back from this text: of a run that changed it, if there is one."""
    import json

    from speechclean.core.journal import digest

    after = digest(cleaned)
    try:
        with open(path, "rb") as lines:  # noqa: PTH123  # what is named may be any path
            near: Iterator[JournalRecord] = (json.loads(line) for line in lines if after.encode() in line)
            found = [record for record in near if record["after"] == after]
        changed = [record for record in found if record["before"] != after]
        others = {record["before"] for record in changed}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise JournalError(f"{os.fspath(path)}: {error}") from None
    if not found:
        raise JournalError(f"{path} has no record of this text; it was changed since, or cleaned in another run")
    if len(others) > 1:
        raise JournalError(f"{path} knows several originals that became this text; name the record of the one you mean")
    return (changed or found)[-1]
