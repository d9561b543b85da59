"""What a run need not do again, and what it leaves behind so that the next one need not either."""

from __future__ import annotations

import os
import re
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from speechclean.cli._messages import complain
from speechclean.config.file import FILES
from speechclean.core.errors import StorageError
from speechclean.storage.append import BusyError
from speechclean.storage.atomic import writer_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import IO

    from speechclean.api import Cleaner
    from speechclean.cli._record import Account
    from speechclean.storage.manifest import Entry, Known, Manifest

CHOICES = ("field", "verify", "output_format", "add_columns", "drop")
"""What was typed, besides the settings, that decides what is written."""
SOURCES = (".c", ".pxd", ".pxi", ".pyi", ".pyx")
"""What compiled code is made of: what runs is that code itself, which is a sixth of them."""
LIBRARIES = re.compile(r"(?:chardet|opencc|regex)-[^-]+\.(?:dist|egg)-info", re.IGNORECASE)
"""What is installed of others' code that decides what a text becomes, with its version."""


class Resume:
    """The manifest of a run, if it has one: `place` is where it is kept. With `--force` nothing is known."""

    def __init__(self, place: Path | None, cleaner: Cleaner, given: dict[str, Any]) -> None:
        self._force: bool = given["force"]
        self._manifest = _manifest(place, key(cleaner, given), given["journal"]) if place else None
        self._done: list[tuple[str, Entry]] = []
        self._full = False

    @property
    def on(self) -> bool:
        """Whether anything is noted."""
        return self._manifest is not None

    @property
    def continues(self) -> tuple[int, bool] | None:
        """Where in the journal a run that was broken off stood, which this one goes on with."""
        return None if self._manifest is None or self._force else self._manifest.continues

    @property
    def open_files(self) -> tuple[IO[bytes], ...]:
        """What only the writing process may hold open."""
        return (self._manifest.file,) if self._manifest else ()

    def begin(self, places: Iterable[Path]) -> None:
        """Begin; what a run that was killed left half written beside these files goes."""
        if self._manifest is None:
            return
        if self._manifest.broken_off:
            for folder in {place.parent for place in places}:
                sweep(folder)
        with self._noting():
            self._manifest.begin(anew=self._force)

    def known(self, name: str) -> Known | None:
        """What is known of a file."""
        return None if self._manifest is None or self._force else self._manifest.known(name)

    def beside(self, name: str) -> str:
        """The digest of what an earlier run left out of a file, and wrote beside it; with `--force`, too."""
        known = self._manifest.known(name) if self._manifest else None
        return known.entry.side if known else ""

    def written(
        self, name: str, place: Path, digests: tuple[str, str], counts: tuple[dict[str, int], int], side: str = ""
    ) -> None:
        """A text stands at its place; `digests` are those of its file before and after, `counts` tell what became of it."""
        if self._manifest:
            from speechclean.storage.manifest import Entry

            found = place.stat()
            self._done.append((name, Entry(*digests, found.st_size, found.st_mtime_ns, *counts, side)))

    def settle(self, account: Account) -> None:
        """Note what was done up to here, after its journal and its texts were written."""
        if self._manifest and self._done and not self._full:
            with self._noting():
                self._manifest.add(self._done, account.length)
        self._done = []

    def end(self) -> None:
        """The run came to its end."""
        if self._manifest and not self._full:
            with self._noting():
                self._manifest.end()

    @contextmanager
    def _noting(self) -> Iterator[None]:
        """Where there is no room for more notes, the run goes on without; what it knows of earlier ones holds."""
        try:
            yield
        except StorageError as error:
            complain(f"{error}; what is done from here on is not noted, and the next run does it again")
            self._full = True


def sweep(folder: Path) -> None:
    """Delete the temporary files of speechclean in a directory whose writers are gone; no other program's."""
    with suppress(OSError):
        for name in os.listdir(folder):  # noqa: PTH208  # hot
            writer = writer_of(name)
            if writer is not None and not _lives(writer):
                os.unlink(os.path.join(folder, name))  # noqa: PTH108, PTH118  # the same


def key(cleaner: Cleaner, given: dict[str, Any]) -> str:
    """What decides the results besides the files: this very code, that of others, the settings, and the files they name.

    So do overrides, which give other settings to some files, and what was refused when it was asked about.
    """
    from hashlib import blake2b
    from json import dumps

    from speechclean.cli._cleaners import overrides

    settings, others = cleaner.settings, overrides(cleaner)
    found = blake2b(digest_size=16)
    for path in _code():
        found.update(path.encode())
        with open(path, "rb") as file:  # noqa: PTH123  # hot
            found.update(file.read())
    found.update(" ".join(_libraries()).encode())
    typed = {name: given.get(name) for name in CHOICES}
    refused = cleaner.decisions.refusals if cleaner.decisions else ()
    basis = [settings._asdict(), typed, [(other.paths, other.values) for other in others], refused]
    found.update(dumps(basis, sort_keys=True).encode("utf-8", "surrogatepass"))
    files = (str(path) for other in others for key in FILES for path in _several(other.values.get(key)))
    for named in (*settings.rules, *settings.decisions, *files):
        with suppress(OSError):
            found.update(Path(named).read_bytes())
    return found.hexdigest()


def _several(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()


def _code() -> list[str]:
    import speechclean

    top = os.path.dirname(speechclean.__file__)  # noqa: PTH120  # hot
    found = []
    for folder, below, names in os.walk(top):
        below[:] = [name for name in below if name not in ("__pycache__", "cli", "report", "storage")]
        found += [os.path.join(folder, name) for name in names if not name.endswith(SOURCES)]  # noqa: PTH118  # the same
    return sorted(found)


def _libraries() -> list[str]:
    """The others' code, by the folders that tell its versions: to ask the installer's records takes as long as a run."""
    found: set[str] = set()
    for folder in sys.path:
        with suppress(OSError):
            found.update(filter(LIBRARIES.fullmatch, os.listdir(folder or ".")))  # noqa: PTH208  # hot
    return sorted(found)


def _manifest(place: Path, key: str, journal: Path | None) -> Manifest | None:
    from speechclean.storage.manifest import Manifest

    try:
        return Manifest(place, key, journal)
    except (BusyError, OSError):  # another run writes into the same directory, or there is no room for notes
        return None


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
