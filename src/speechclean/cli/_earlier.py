"""Whether an earlier run has done a file already, and whether a person has been at what it wrote."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from speechclean.core.errors import StorageError
from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from pathlib import Path
    from typing import NoReturn

    from speechclean.storage.manifest import Entry, Known


class DoneBefore(NamedTuple):
    """A file that need not be done again, what was counted then, and which text of it was changed by hand since."""

    counts: dict[str, int]
    removed: int
    edited: str = ""


class Journaled(NamedTuple):
    """A file in place that an earlier run put into the journal; it was ended before it replaced the file."""


class Other(NamedTuple):
    """A file whose text is not what is known to have been written there: a person wrote it, or a run that was killed."""

    place: str

    def refuse(self) -> NoReturn:
        """Raise StorageError, as over what a person wrote nothing is written."""
        raise StorageError(
            f"{self.place} was changed by hand since it was written, so it is left as it is; --force writes over it"
        )

    def refuse_unless(self, clean: str) -> None:
        """The same, unless the text has this digest, as one that is to be written there."""
        from speechclean.storage.manifest import digest_of_file

        if digest_of_file(self.place) != clean:
            self.refuse()


def earlier(known: Known, before: str, place: str | None) -> DoneBefore | Journaled | Other | None:
    """What an earlier run did to a file with this digest; `place` is None in place."""
    entry = known.entry
    done = DoneBefore(entry.counts, entry.removed)
    if place is None:
        if known.current and before == entry.after:
            return done
        return Journaled() if known.current and before == entry.before else None
    same = known.current and before == entry.before
    found = _as_written(place, entry)
    if found is False and not same:
        return Other(place)
    return done._replace(edited="" if found else place) if same and found is not None else None


def surely_earlier(known: Known, before: str, place: str | None, side: Path | None) -> DoneBefore | Journaled | None:
    """The same of records, beside which those stand that were left out; raises StorageError where a person's text is."""
    done = earlier(known, before, place)
    if isinstance(done, Other):
        done.refuse()
    beside = _is_as_noted(side, known.entry.side) if side and known.entry.side else True
    if isinstance(done, DoneBefore) and beside is None:
        return Other(done.edited).refuse() if done.edited else None
    if isinstance(done, DoneBefore):
        return done if beside else done._replace(edited=done.edited or str(side))
    return done if beside is not False else Other(str(side)).refuse()


def _as_written(place: str, entry: Entry) -> bool | None:
    """Whether a text is as it was written; None where it is gone."""
    try:
        now = os.stat(place)  # noqa: PTH116  # hot: a path costs more
    except FileNotFoundError:
        return None
    if (now.st_size, now.st_mtime_ns) == (entry.size, entry.mtime):
        return True
    return _is_as_noted(place, entry.after)


def _is_as_noted(place: str | Path, digest: str) -> bool | None:
    """Whether a file has this digest; None where it is gone."""
    from speechclean.storage.manifest import digest_of_file

    try:
        return digest_of_file(place) == digest
    except FileNotFoundError:
        return None
