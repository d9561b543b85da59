"""A stream of records from a WARC or WET file: its texts, cleaned and written as JSON lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.cli._reading import tell_of_pages
from speechclean.cli._record_lines import Lines
from speechclean.core.errors import StorageError
from speechclean.storage.blocks import line_blocks
from speechclean.storage.compress import unpacked
from speechclean.storage.forms import LINES
from speechclean.storage.warc import Archive

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from speechclean.cli._record import Run
    from speechclean.cli._record_lines import Place
    from speechclean.storage.blocks import Block, Values


class Texts(Lines):
    """Reads an archive as if it were JSON lines."""

    def __init__(self, run: Run, name: str, place: Place) -> None:
        super().__init__(run, name, place._replace(named=place.named._replace(form=LINES[0])))

    def _read(self, path: Path) -> Iterator[Block | Values]:
        if self._in_place:
            raise StorageError("a WARC file is not written, its texts become JSON lines; choose -o, not --in-place")
        with path.open("rb") as file:
            archive = Archive(unpacked(self._digested(file), self._packing))
            try:
                yield from line_blocks(archive.lines())
            finally:
                if archive.passed_over:
                    tell_of_pages(self._name, archive.passed_over)
