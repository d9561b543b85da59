"""WARC and WET files: the texts among their records, as JSON lines. Loads warcio when a file is opened."""

from __future__ import annotations

import io
from contextlib import redirect_stderr
from json import dumps
from typing import TYPE_CHECKING, Any

from speechclean.core.errors import SpeechcleanError, StorageError
from speechclean.storage.extras import missing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HEADERS = {
    "uri": "WARC-Target-URI",
    "date": "WARC-Date",
    "id": "WARC-Record-ID",
    "language": "WARC-Identified-Content-Language",
}
"""The fields of a record beside `text`, and the headers that they are taken from."""
PAGES = ("response", "resource", "revisit")
"""Kinds of records that hold what a server sent."""
CUT_OFF = "it ends in the middle of a record; what came before was read"


class _Stream:
    """Pieces of bytes as a file that is read."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._held = b""

    def read(self, size: int) -> bytes:
        """At most so many bytes, none at the end."""
        held = self._held or next(self._pieces, b"")
        self._held = held[size:]
        return held[:size]


class Archive:
    """The texts of one file; `passed_over` tells how many records were none."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._open = _warcio()
        self._stream = _Stream(pieces)
        self.passed_over = 0

    def lines(self) -> Iterator[bytes]:
        """A JSON line for each text. Raises StorageError after the last that can be read, and for those that cannot."""
        records = self._open(self._stream)
        unread: list[str] = []
        last = None
        while (record := _next(records)) is not None:
            if last is None:
                _require_archive(records, record)
            last = record
            if record.length is None:
                raise StorageError(CUT_OFF)
            told = {name: record.rec_headers.get_header(header) for name, header in HEADERS.items()}
            if not _is_text(record):
                self.passed_over += record.rec_type in PAGES
                continue
            try:
                text = _text(_payload(record))
            except StorageError:
                raise
            except SpeechcleanError as error:
                unread.append(f"{told['uri'] or told['id']}: {error}")
                continue
            yield f"{dumps({**told, 'text': text}, ensure_ascii=False)}\n".encode("utf-8", "backslashreplace")
        _require_whole(last)
        if unread:
            raise StorageError(f"left out, for they could not be read: {len(unread)}, the first of them {unread[0]}")
        if records.err_count:
            raise StorageError(f"records that are not as long as they say: {records.err_count}")


def _next(records: Any) -> Any:
    """The next record; None at the end. What warcio would say on standard error, it counts too."""
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.statusandheaders import StatusAndHeadersParserException

    begun = records.known_format is not None
    try:
        with redirect_stderr(io.StringIO()):
            return next(records, None)
    except (ArchiveLoadFailed, StatusAndHeadersParserException, ValueError) as error:
        why = (str(error).strip().splitlines() or [type(error).__name__])[0]
        if begun:
            raise StorageError(f"its records are damaged ({why}); what came before was read") from None
        raise StorageError(f"it is no WARC file: {why}") from None


def _require_archive(records: Any, first: Any) -> None:
    """Raise StorageError for what warcio takes for an ARC file: any five words in a line. Those begin with `filedesc:`."""
    if records.known_format == "arc" and first.rec_type != "arc_header":
        raise StorageError("it is no WARC file: its first line begins no record")


def _is_text(record: Any) -> bool:
    if record.rec_type == "conversion":
        return True
    headers = record.http_headers if record.rec_type == "response" else record.rec_headers
    kind = headers.get_header("Content-Type") if headers else None
    return record.rec_type in PAGES and str(kind).lower().startswith("text/plain")


def _payload(record: Any) -> bytes:
    """The bytes of a record, all of them."""
    data: bytes = record.content_stream().read()
    _require_whole(record)
    return data


def _require_whole(record: Any) -> None:
    """Raise StorageError when the file ended before a record that was gone through did."""
    missing_bytes = getattr(record.raw_stream, "limit", None) if record is not None else None
    if missing_bytes:
        raise StorageError(CUT_OFF)


def _text(data: bytes) -> str:
    """The text of a record, in whatever encoding."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        from speechclean.decode import decode

        return decode(data, errors="fail")[0]


def _warcio() -> Callable[[_Stream], Any]:
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError:
        raise missing("a WARC file", "warcio", "warc") from None
    found: Callable[[_Stream], Any] = ArchiveIterator
    return found
