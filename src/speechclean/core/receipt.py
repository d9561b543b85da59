"""How bytes became text: enough to give back the same bytes, whatever they were."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

T = TypeVar("T")


class Segment(NamedTuple):
    """The text from `start` (code points) on was read as `encoding`, up to the next segment."""

    encoding: str
    start: int


class Residue(NamedTuple):
    """`text[start:start + length]` stands for `data`, bytes that encoding it would not give back."""

    start: int
    length: int
    data: bytes


class Receipt(NamedTuple):
    """The encoding of a text, the evidence for it, and what encoding the text again would lose.

    `encoding` is the name that is reported (the main one of a mixed file, `""` for text that never was bytes);
    `segments` start at 0. `undecodable` lists (offset in bytes, bytes) of what no encoding could read, U+FFFD in text.
    `raw` holds all bytes where nothing less would restore them.
    """

    encoding: str
    evidence: str
    bom: bytes = b""
    segments: tuple[Segment, ...] = ()
    residues: tuple[Residue, ...] = ()
    undecodable: tuple[tuple[int, bytes], ...] = ()
    raw: bytes | None = None

    @property
    def is_plain(self) -> bool:
        """Whether the bytes are those of the text in UTF-8, and nothing else."""
        return (
            self.encoding == "utf-8"
            and self.raw is None
            and not (self.bom or self.segments or self.residues or self.undecodable)
        )

    @property
    def lost(self) -> int:
        """How many bytes could not be read."""
        return sum(len(data) for _, data in self.undecodable)

    @property
    def encodings(self) -> tuple[str, ...]:
        """The encodings that parts of the text were read as, the reported one first."""
        return tuple(dict.fromkeys([self.encoding, *(segment.encoding for segment in self.segments)]))

    def encode(self, text: str) -> bytes:
        """The bytes that the decoded original, `text` with its own newlines, was read from."""
        if self.raw is not None:
            return self.raw
        return b"".join([self.bom, *self._pieces(text)])

    def _pieces(self, text: str) -> Iterator[bytes]:
        residues = iter((*self.residues, Residue(len(text), 0, b"")))
        residue = next(residues)
        for encoding, start, end in self._stretches(len(text)):
            position = start
            while position < end:
                if residue.start >= end:
                    yield text[position:end].encode(encoding)
                    break
                yield text[position : residue.start].encode(encoding)
                yield residue.data
                position = residue.start + residue.length
                residue = next(residues)

    def _stretches(self, length: int) -> Iterator[tuple[str, int, int]]:
        segments = self.segments or (Segment(self.encoding, 0),)
        ends = [segment.start for segment in segments[1:]]
        for segment, end in zip(segments, [*ends, length], strict=True):
            yield segment.encoding, segment.start, end

    def to_json(self) -> dict[str, object]:
        """The receipt as plain JSON values; bytes as base64, what is empty left out."""
        fields: dict[str, object] = {"encoding": self.encoding, "evidence": self.evidence}
        if self.bom:
            fields["bom"] = _packed(self.bom)
        if self.segments:
            fields["segments"] = [list(segment) for segment in self.segments]
        if self.residues:
            fields["residues"] = [[start, length, _packed(data)] for start, length, data in self.residues]
        if self.undecodable:
            fields["undecodable"] = [[offset, _packed(data)] for offset, data in self.undecodable]
        if self.raw is not None:
            fields["raw"] = _packed(self.raw)
        return fields

    @classmethod
    def from_json(cls, fields: Mapping[str, object]) -> Receipt:
        """The receipt that `to_json` wrote. Raises ValueError, TypeError or KeyError when it is none."""
        return cls(
            encoding=_of(fields["encoding"], str),
            evidence=_of(fields["evidence"], str),
            bom=_unpacked(fields.get("bom", "")),
            segments=tuple(
                Segment(_of(encoding, str), _of(start, int)) for encoding, start in _rows(fields, "segments", 2)
            ),
            residues=tuple(
                Residue(_of(start, int), _of(length, int), _unpacked(data))
                for start, length, data in _rows(fields, "residues", 3)
            ),
            undecodable=tuple((_of(offset, int), _unpacked(data)) for offset, data in _rows(fields, "undecodable", 2)),
            raw=_unpacked(fields["raw"]) if "raw" in fields else None,
        )


def _packed(data: bytes) -> str:
    from base64 import b64encode

    return b64encode(data).decode("ascii")


def _unpacked(field: object) -> bytes:
    from base64 import b64decode

    return b64decode(_of(field, str), validate=True)


def _of(field: object, kind: type[T]) -> T:
    if not isinstance(field, kind):
        raise TypeError(f"a receipt has {kind.__name__} here, not {field!r}")
    return field


def _rows(fields: Mapping[str, object], name: str, width: int) -> list[list[object]]:
    rows = _of(fields.get(name, []), list)
    if any(not isinstance(row, list | tuple) or len(row) != width for row in rows):
        raise TypeError(f"a receipt's {name} are lists of {width}")
    return rows
