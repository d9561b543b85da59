"""Compressed files: read piece by piece as far as they can be read, written as members that stand side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from speechclean.core.errors import StorageError
from speechclean.storage.extras import missing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

PACKINGS = (".gz", ".bz2", ".xz", ".zst")
"""Suffixes of compressed files."""
FEED = 1 << 13
"""Compressed bytes that are unpacked at a time: few, since they may stand for thousands of times as many."""


class Readable(Protocol):
    """What bytes are read from, some at a time."""

    def read(self, size: int, /) -> bytes:
        """The next bytes; none at the end."""


class Unpacker(Protocol):
    """One member of a compressed file, as the decompressors of the standard library have it."""

    @property
    def eof(self) -> bool:
        """Whether the member is at its end."""

    @property
    def unused_data(self) -> bytes:
        """What stood behind its end."""

    def decompress(self, data: bytes, /) -> bytes:
        """What these bytes stand for."""


def unpacked(file: Readable, packing: str) -> Iterator[bytes]:
    """What a compressed file holds, piece by piece (`packing` is "" for one that is not compressed).

    Raises StorageError after the last piece that can be read when the file is damaged or ends too early; OSError.
    """
    if not packing:
        while piece := file.read(FEED * 8):
            yield piece
        return
    new = _unpacker(packing)
    member: Unpacker | None = None
    while data := file.read(FEED):
        while data:
            member = member or new()
            try:
                piece = member.decompress(data)
            except _errors(packing) as error:
                raise StorageError(f"the compressed data are damaged ({error}); what came before was read") from None
            if piece:
                yield piece
            data = b""
            if member.eof:
                data, member = member.unused_data.lstrip(b"\0"), None
    if member is not None:
        raise StorageError("the compressed data end too early; what came before was read")


def packed(data: bytes, packing: str) -> bytes:
    """Bytes as one member of a compressed file; members stand one behind the other."""
    if packing == ".gz":
        import gzip

        return gzip.compress(data, 6, mtime=0)
    if packing == ".bz2":
        import bz2

        return bz2.compress(data)
    if packing == ".xz":
        import lzma

        return lzma.compress(data, preset=3)
    if packing == ".zst":
        made: bytes = _zstandard().ZstdCompressor().compress(data)
        return made
    return data


def require_packing(packing: str) -> None:
    """Raise StorageError unless such files can be read and written here."""
    if packing == ".zst":
        _zstandard()


def _errors(packing: str) -> tuple[type[Exception], ...]:
    """What a library raises for damaged data."""
    if packing == ".gz":
        import zlib

        return (zlib.error,)
    if packing == ".xz":
        from lzma import LZMAError

        return (LZMAError,)
    return (OSError, ValueError) if packing == ".bz2" else (_zstandard().ZstdError,)


def _zstandard() -> ModuleType:
    try:
        import zstandard
    except ImportError:
        raise missing("a .zst file", "zstandard", "parquet") from None
    return zstandard


def _unpacker(packing: str) -> Callable[[], Unpacker]:
    if packing == ".gz":
        import zlib

        return lambda: zlib.decompressobj(wbits=31)
    if packing == ".bz2":
        from bz2 import BZ2Decompressor

        return BZ2Decompressor
    if packing == ".xz":
        from lzma import LZMADecompressor

        return LZMADecompressor
    return lambda: _zstandard().ZstdDecompressor().decompressobj()
