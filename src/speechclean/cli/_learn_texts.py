"""The texts that `learn` reads, once for each pass; what cannot be read is told of in the first."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from speechclean.cli._inputs import OTHERS, files, reads_of
from speechclean.cli._run import Tally, told
from speechclean.core.errors import BinaryError, SpeechcleanError, StorageError, reason
from speechclean.learn import Text
from speechclean.storage.blocks import line_blocks
from speechclean.storage.compress import PACKINGS, unpacked
from speechclean.storage.forms import COLUMNS, LINES, TABLES, named
from speechclean.storage.walk import TEXTS, Missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.config import Resolved
    from speechclean.storage.walk import Source

USUAL = (*TEXTS, *(f"*{suffix}{packing}" for suffix in LINES for packing in ("", *PACKINGS)), f"*{COLUMNS}")


class Texts:
    """Called once for each pass; the texts come in the same order each time."""

    def __init__(self, paths: tuple[str, ...], resolved: Resolved, given: dict[str, Any]) -> None:
        self.tally = Tally("text", ("read",))
        self._paths = paths
        self._resolved = resolved
        self._given = given
        self._passes = 0
        self.reads = reads_of(given, str(resolved.value("output")))._replace(fields=False, usual=USUAL)

    def __call__(self) -> Iterator[Text]:
        """All texts, in the order of the paths."""
        self._passes += 1
        reads = self.reads if self._passes == 1 else self.reads._replace(earlier="silent")
        for found in files(self._paths, self._resolved, reads):
            if isinstance(found, Missing):
                self._fail(found.path, found.why)
                continue
            try:
                yield from self._of(found)
            except BinaryError as error:
                if found.named:
                    self._fail(found.name, str(error))
                elif self._passes == 1:
                    self.tally.pass_over(found.name, aloud=self._given["verbose"] > 0)
            except SpeechcleanError as error:
                self._fail(found.name, str(error))
            except OSError as error:
                self._fail(found.name, told(error, found.name))

    def reals(self) -> set[str]:
        """The real paths of all files that are read."""
        found = files(self._paths, self._resolved, self.reads._replace(earlier="silent"))
        return {source.real for source in found if not isinstance(source, Missing)}

    def _of(self, source: Source) -> Iterator[Text]:
        form = named(source.path.name).form
        if form in LINES:
            return self._records(source)
        return self._columns(source) if form in (COLUMNS, *TABLES) else self._file(source)

    def _columns(self, source: Source) -> Iterator[Text]:
        """The texts of a table or of columns."""
        from speechclean.decode import decode
        from speechclean.storage.records import records

        fields = tuple(self._given[key] for key in ("field", "source_field") if self._given[key])
        for record in records(source.path, named(source.path.name), fields):
            if record.error:
                self._fail(f"{source.name}:{record.number + 1}", record.error)
                continue
            self._count()
            text, site = (*record.values, source.name)[:2]
            if isinstance(text, bytes):
                try:
                    text = decode(text, None, "keep")[0]
                except BinaryError as error:
                    self._fail(f"{source.name}:{record.number + 1}", str(error))
                    continue
            if text is not None:
                yield Text(text, "" if site is None else str(site))

    def _file(self, source: Source) -> Iterator[Text]:
        from speechclean.decode import decode

        suffix = source.path.suffix.lower()
        if suffix in OTHERS:
            raise StorageError(f"{suffix} files are not read; learn reads texts and records")
        text, _ = decode(source.path.read_bytes(), None, "keep")
        self._count()
        yield Text(text, str(PurePath(source.name).parent))

    def _records(self, source: Source) -> Iterator[Text]:
        with source.path.open("rb") as file:
            for block in line_blocks(unpacked(file, named(source.path.name).packing)):
                for number, line in enumerate(block.data.split(b"\n"), block.first + 1):
                    yield from self._line(line, source.name, number)

    def _line(self, line: bytes, name: str, number: int) -> Iterator[Text]:
        if not line.strip():
            return
        try:
            found = self._record(line, name)
        except (ValueError, RecursionError) as error:
            self._fail(f"{name}:{number}", reason(error))
            return
        self._count()
        if found:
            yield found

    def _record(self, line: bytes, name: str) -> Text | None:
        """The text of a record; None for null. Raises ValueError."""
        record = json.loads(line)
        field = self._given["field"]
        if not isinstance(record, dict) or field not in record:
            raise ValueError(f"it has no field {field!r}")
        text = record[field]
        if not isinstance(text, str | None):
            raise ValueError(f"its field {field!r} is not a string")  # noqa: TRY004  # as for every other wrong line
        source = record.get(self._given["source_field"]) if self._given["source_field"] else name
        return None if text is None else Text(text, "" if source is None else str(source))

    def _count(self) -> None:
        """Count a text, in the first pass."""
        self.tally.counts["read"] += self._passes == 1

    def _fail(self, name: str, why: str) -> None:
        """Tell what could not be read, in the first pass."""
        if self._passes == 1:
            self.tally.fail(name, why)
