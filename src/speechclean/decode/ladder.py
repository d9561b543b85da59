"""The ladder of evidence: the first that holds decides, and the receipt says which it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.errors import DecodeError
from speechclean.decode import chinese, escapes, lines, utf8, wide
from speechclean.decode.binary import refuse_binary
from speechclean.decode.flavours import flavour
from speechclean.decode.foreign import foreign_reading
from speechclean.decode.likeness import mean
from speechclean.decode.named import read_named
from speechclean.decode.spans import LOST, Reading, Span, settle

if TYPE_CHECKING:
    from speechclean.core.receipt import Receipt

_SHORT = 24
NAMES = {"cp950": "big5"}
"""What an encoding is called in reports where it is not called as its codec."""


def climb(data: bytes, encoding: str | None, errors: str) -> tuple[str, Receipt]:
    """The text and the receipt by the first evidence that holds. Raises DecodeError as `decode` does."""
    reading = read_named(data, encoding) if encoding else _evidence(data)
    text, receipt = settle(data, reading)
    if errors == "fail" and receipt.undecodable:
        offset, lost = receipt.undecodable[0]
        name, number = receipt.encoding, receipt.lost
        told = f"{number} byte is not {name}" if number == 1 else f"{number} bytes are not {name}"
        raise DecodeError(
            f"{told}, the first (0x{lost[0]:02x}) at offset {offset}; "
            "name the right encoding with --encoding, or keep them with --encoding-errors keep"
        )
    return text, receipt


def _evidence(data: bytes) -> Reading:
    if mark := wide.bom(data):
        return _after_bom(data, mark)
    if encoding := wide.without_bom(data):
        return Reading(encoding, "every second byte is that of wide characters", wide.read(data, encoding, 0))
    if data.isascii() and (encoding := escapes.encoding_of(data)):
        return Reading(encoding, "escape sequences", escapes.read(data, encoding))
    refuse_binary(data)
    if data.isascii():
        return Reading("utf-8", "ASCII only" if data else "empty", [Span("utf-8", 0, len(data), data.decode("ascii"))])
    text = chinese.strict(data, "utf-8")
    if text is not None and not _chance(data, text):
        return Reading("utf-8", "strict UTF-8", utf8.read(data))
    return _narrow(data)


def _after_bom(data: bytes, mark: wide.Bom) -> Reading:
    start = len(mark.data)
    if mark.encoding == "utf-8":
        spans = lines.read(data, "utf-8", ("gb18030", "cp950"), start)
    elif mark.encoding == "gb18030":
        spans = lines.read(data, "gb18030", (), start)
    else:
        spans = wide.read(data, mark.encoding, start)
    return Reading(mark.encoding, "BOM", spans, mark.data)


def _chance(data: bytes, text: str) -> bool:
    """Whether bytes are valid UTF-8 by chance: short GBK may be, as Greek or Arabic letters, or cut off at the end."""
    if not text.isascii() and (len(data) > _SHORT or max(text) >= "\u0800" or any(map(str.isascii, text.strip()))):
        return False
    other = chinese.strict(data, "gb18030")
    return other is not None and not other.isascii() and mean(other) >= chinese.PLAUSIBLE


def _narrow(data: bytes) -> Reading:
    """GB18030, Big5 or damaged UTF-8, or a mixture of them; or an encoding of another language."""
    best = chinese.clearly(data)
    evidence = "strict, and plausible Chinese"
    if not best:
        first, second, _ = chinese.ranked(data)
        if reading := foreign_reading(data, first.encoding):
            return reading
        best = first.encoding
        evidence = f"most plausible: {best}, ahead of {second.encoding} by {first.score - second.score:.0f}"
    others = tuple(name for name in chinese.CANDIDATES if name != best)
    if best == "cp950":
        best = flavour(data)
    return _mixed(Reading(NAMES.get(best, best), evidence, lines.read(data, best, others)))


def _mixed(reading: Reading) -> Reading:
    """The reading, with evidence that says when a file mixes encodings."""
    sizes: dict[str, int] = {}
    for span in reading.spans:
        if span.encoding != LOST and not span.text.isascii():
            sizes[span.encoding] = sizes.get(span.encoding, 0) + span.end - span.start
    if len(sizes) < 2:
        return reading
    names = ", ".join(sorted(sizes, key=lambda name: -sizes[name]))
    return reading._replace(evidence=f"{reading.evidence}; mixed: {names}")
