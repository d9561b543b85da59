"""How bytes became text: enough to give back the same bytes, whatever they were."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Segment(NamedTuple):
    """The text from `start` (code points) on was read as `encoding`, up to the next segment."""

    encoding: str
    start: int


class Residue(NamedTuple):
    """`text[start:start + length]` stands for `data`, bytes that encoding it would not give back."""

    start: int
    length: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Receipt:
    """The encoding of a text, the evidence for it, and what encoding the text again would lose.

    `encoding` is the name that is reported (the main one of a mixed file, `""` for text that never was bytes);
    `segments` start at 0. `undecodable` lists (offset in bytes, bytes) of what no encoding could read; the text has U+FFFD there.
    `raw` holds all bytes where nothing less would restore them.
    """

    encoding: str
    evidence: str
    bom: bytes = b""
    segments: tuple[Segment, ...] = ()
    residues: tuple[Residue, ...] = ()
    undecodable: tuple[tuple[int, bytes], ...] = ()
    raw: bytes | None = None

    def encode(self, text: str) -> bytes:
        """The bytes that the decoded original, `text` with its own newlines, was read from."""
        if self.raw is not None:
            return self.raw
        pieces = [self.bom]
        position = 0
        for residue in self.residues:
            pieces.append(self._encode(text, position, residue.start))
            pieces.append(residue.data)
            position = residue.start + residue.length
        pieces.append(self._encode(text, position, len(text)))
        return b"".join(pieces)

    def _encode(self, text: str, start: int, end: int) -> bytes:
        segments = self.segments or (Segment(self.encoding, 0),)
        ends = [segment.start for segment in segments[1:]] + [len(text)]
        return b"".join(
            text[max(start, segment.start) : min(end, stop)].encode(segment.encoding)
            for segment, stop in zip(segments, ends, strict=True)
            if segment.start < end and stop > start
        )
