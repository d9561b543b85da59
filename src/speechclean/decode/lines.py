"""Reading in the file's own encoding, and what damage or another encoding made of single lines."""

from __future__ import annotations

from speechclean.decode import lattice, utf8
from speechclean.decode.chinese import strict
from speechclean.decode.likeness import mean, strange, total_of_kinds
from speechclean.decode.spans import LOST, Span, joined

_BLOCK = 1 << 16
_WINDOW = 1 << 11
_NEAR, _FAR = 64, 400
"""Characters before and bytes after a place that looks wrong, within which reading falls into step again."""
_DAMAGE = 4
"""Bytes that may be lost in a window before other encodings are asked."""
_MANY = 20
"""In UTF-8, which keeps step by itself, one lost byte in so many is damage and no other encoding."""
_SETTLED = 100
"""Bytes at the end of a window that are read again: what follows them may change their reading."""
_ELSEWHERE = -3.0
"""Another encoding than the file's own, from the start of a line."""
_PLAUSIBLE = -4.6
"""Mean weight that a line must have in an encoding that is not the file's own."""
_UTF8 = 2.0
"""What it is worth that bytes are valid UTF-8 at all: pairs of GB 2312 are in one case of seven."""
_CLEARLY = 4.0
"""By how much a strict line must gain by another encoding."""
_PROBABLY = 1.0
"""By how much, in a file that is known to mix encodings."""
_HALF_WIDTH_MARKS = "!,:;?"
"""Marks that, in a run of Chinese, a tool made of two bytes of its characters before the file was written."""


def read(data: bytes, encoding: str, others: tuple[str, ...], start: int = 0) -> list[Span]:
    """The reading in an encoding; lines that fail or look wrong are tried in the others."""
    spans = joined(_read(data, encoding, others, start))
    seen = {span.encoding for span in spans if not span.text.isascii()} - {LOST, encoding}
    if not seen or encoding == "utf-8":
        return spans
    again = tuple(other for other in others if other in seen)
    return [new for span in spans for new in (_again(data, span, again) if span.encoding == encoding else [span])]


def _again(data: bytes, span: Span, others: tuple[str, ...]) -> list[Span]:
    """The lines of a span in a file that mixes encodings: each as what it is likelier to be."""
    spans: list[Span] = []
    start = span.start
    for text in _lines(span.text):
        end = start + len(text.encode(span.encoding))
        own = Span(span.encoding, start, end, text)
        rival = None if text.isascii() else _rival(data[start:end], others)
        spans.append(_replaced(own, rival, _PROBABLY))
        start = end
    return spans


def _lines(text: str) -> list[str]:
    """The lines with their newlines."""
    *lines, last = text.split("\n")
    return [line + "\n" for line in lines] + ([last] if last else [])


def _replaced(own: Span, rival: tuple[float, str, str] | None, margin: float) -> Span:
    if rival and rival[0] > total_of_kinds(own.text) + margin:
        return Span(rival[1], own.start, own.end, rival[2])
    return own


def _read(data: bytes, encoding: str, others: tuple[str, ...], start: int) -> list[Span]:
    spans: list[Span] = []
    size = _BLOCK
    while start < len(data):
        stop = _block_end(data, start, size)
        text, sound = _sound(data[start:stop], encoding, last=stop == len(data))
        if sound < 0:
            spans.append(Span(encoding, start, start + len(text.encode(encoding)), text))
            start, size = spans[-1].end, min(_BLOCK, size * 2)
            continue
        keep = _line_start(text, sound)
        low = start + len(text[:keep].encode(encoding))
        if keep:
            spans.append(Span(encoding, start, low, text[:keep]))
        spot = low + len(text[keep:sound].encode(encoding))
        high = _window_end(data, low, spot)
        own = (strict if high == len(data) else _strict)(data[low:high], encoding)
        rival = _rival(data[low:high], others)
        if rival and (own is None or rival[0] > total_of_kinds(own) + _CLEARLY):
            spans.append(Span(rival[1], low, high, rival[2]))
        else:
            near = text[keep : max(keep, sound - _NEAR)]
            middle = low + len(near.encode(encoding))
            spans.append(Span(encoding, low, middle, near))
            high = min(high, spot + _FAR)
            found = _mended(data, (middle, high), encoding, () if own is not None else others)
            if own is not None and _is_older(found):
                text, _ = _sound(data[middle:high], encoding, last=False)
                found = [Span(encoding, middle, middle + len(text.encode(encoding)), text)]
            _take(data, found, high, spans)
        start, size = spans[-1].end, 1 << 10
    return spans


def _mended(data: bytes, place: tuple[int, int], encoding: str, others: tuple[str, ...]) -> list[Span]:
    """The most plausible reading of a place that fails or looks wrong in the file's own encoding."""
    low, high = place
    last = high == len(data)
    if encoding == "utf-8":
        spans = utf8.read(data, low, high) if last or data[high - 1] < 0x80 else []
        if 0 < _lost(spans) * _MANY < high - low:
            return spans
    spans, _ = lattice.best(data, low, high, {encoding: 0.0}, last=last)
    if not others or (_lost(spans) <= _DAMAGE and strange("".join(span.text for span in spans)) < 0):
        return spans
    return lattice.best(data, low, high, {encoding: 0.0} | dict.fromkeys(others, _ELSEWHERE), last=last)[0]


def _is_older(spans: list[Span]) -> bool:
    """Is the damage to a place that can be read older than the file: behind a mark of half width, of which it was made?

    Such a run is mended in the text, where the bytes of the mark are known again; here one more would be dropped.
    """
    pairs = zip([""] + [span.text for span in spans], spans, strict=False)
    befores = [before[-1:] for before, span in pairs if span.encoding == LOST]
    return bool(befores) and all(before and before in _HALF_WIDTH_MARKS for before in befores)


def _lost(spans: list[Span]) -> int:
    return sum(span.end - span.start for span in spans if span.encoding == LOST)


def _rival(line: bytes, others: tuple[str, ...]) -> tuple[float, str, str] | None:
    """The most plausible strict reading in another encoding: its score, its encoding, the text."""
    readings = ((other, text) for other in others if (text := _strict(line, other)) is not None)
    plausible = [
        (total_of_kinds(text) + _UTF8 * (other == "utf-8"), other, text)
        for other, text in readings
        if mean(text) >= _PLAUSIBLE
    ]
    return max(plausible, default=None)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _take(data: bytes, found: list[Span], high: int, spans: list[Span]) -> None:
    """Take what a window's reading has settled."""
    if high < len(data) and data[high - 1 : high] != b"\n":
        settled = [span for span in found if span.end <= high - _SETTLED]
        found = settled or found
    spans.extend(found)


def _block_end(data: bytes, start: int, size: int) -> int:
    if start + size >= len(data):
        return len(data)
    newline = data.rfind(b"\n", start, start + size)
    return newline + 1 if newline >= 0 else start + size


def _sound(block: bytes, encoding: str, *, last: bool) -> tuple[str, int]:
    """The text of a block as far as it can be read, and where it stops making sense (-1: nowhere)."""
    try:
        text, sound = block.decode(encoding), -1
    except UnicodeDecodeError as error:
        text = block[: error.start].decode(encoding)
        whole = not last and error.start and error.start >= len(block) - 3
        sound = -1 if whole else len(text)
    place = -1 if encoding == "utf-8" else strange(text)
    return text, sound if place < 0 else place


def _line_start(text: str, place: int) -> int:
    """Where the line that holds a place starts, or what of it is near."""
    return max(text.rfind("\n", 0, place) + 1, place - _WINDOW // 8)


def _window_end(data: bytes, low: int, spot: int) -> int:
    """The end of the line, or of what of it is near."""
    stop = max(low + _WINDOW, spot + _WINDOW // 2)
    return data.find(b"\n", spot, stop) + 1 or min(len(data), stop)
