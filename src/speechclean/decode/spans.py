"""What each stretch of bytes was read as, and the receipt that follows from it, verified."""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple
from speechclean.core.receipt import Receipt, Residue, Segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

REPLACEMENT = "\ufffd"
LOST = ""
"""The encoding of a span that nothing can read; its text is one U+FFFD."""
RAW_SHARE = 4
"""Where residues hold more than one byte in four, all bytes are kept instead."""


class Span(NamedTuple):
    """`data[start:end]` reads as `text` in `encoding`."""

    encoding: str
    start: int
    end: int
    text: str


class Reading(NamedTuple):
    """A whole file read: what its encoding is called, why, and its spans in order, without the BOM."""

    encoding: str
    evidence: str
    spans: list[Span]
    bom: bytes = b""


def joined(spans: Iterable[Span]) -> list[Span]:
    """The spans with neighbours of one encoding united; lost bytes that touch become one U+FFFD."""
    groups: list[tuple[str, int, int, list[str]]] = []
    for encoding, start, end, text in spans:
        if groups and groups[-1][0] == encoding:
            _, first, _, texts = groups[-1]
            if encoding != LOST:
                texts.append(text)
            groups[-1] = (encoding, first, end, texts)
        else:
            groups.append((encoding, start, end, [text]))
    return [Span(encoding, start, end, "".join(texts)) for encoding, start, end, texts in groups]


def settle(data: bytes, reading: Reading) -> tuple[str, Receipt]:
    """The text and a receipt that is known to give `data` back."""
    spans = joined(reading.spans)
    text = "".join(span.text for span in spans)
    residues: list[Residue] = []
    undecodable: list[tuple[int, bytes]] = []
    segments: list[Segment] = []
    position = 0
    for span in spans:
        if span.encoding == LOST:
            residues.append(Residue(position, len(span.text), data[span.start : span.end]))
            undecodable.append((span.start, data[span.start : span.end]))
        else:
            if not segments or segments[-1].encoding != span.encoding:
                segments.append(Segment(span.encoding, position if segments else 0))
            residues.extend(_exceptions(data[span.start : span.end], span, position))
        position += len(span.text)
    if not segments or (len(segments) == 1 and segments[0].encoding == reading.encoding):
        segments = []
    receipt = Receipt(
        reading.encoding,
        reading.evidence,
        reading.bom,
        tuple(segments),
        tuple(residues),
        tuple(undecodable),
    )
    if sum(len(residue.data) for residue in residues) * RAW_SHARE <= len(data) and _gives_back(receipt, text, data):
        return text, receipt
    return text, Receipt(reading.encoding, reading.evidence, reading.bom, tuple(segments), (), tuple(undecodable), data)


def _gives_back(receipt: Receipt, text: str, data: bytes) -> bool:
    try:
        return receipt.encode(text) == data
    except (UnicodeError, LookupError):
        return False


def _exceptions(data: bytes, span: Span, position: int) -> Iterator[Residue]:
    """The characters of a span that encoding would not turn into their bytes again."""
    if _same(span.text, span.encoding, data):
        return
    if not _is_codec(span.encoding):
        yield Residue(position, len(span.text), data)
        return
    tokens = _tokens(span.encoding).findall(data)
    texts = [_text(token, span.encoding) for token in tokens]
    if "".join(texts) != span.text:
        yield Residue(position, len(span.text), data)
        return
    for token, text in zip(tokens, texts, strict=True):
        if not _same(text, span.encoding, token):
            yield Residue(position, len(text), token)
        position += len(text)


def _same(text: str, encoding: str, data: bytes) -> bool:
    try:
        return text.encode(encoding) == data
    except (UnicodeError, LookupError):
        return False


def _is_codec(encoding: str) -> bool:
    try:
        return bool(codecs.lookup(encoding))
    except LookupError:
        return False


def _text(token: bytes, encoding: str) -> str:
    """One token as text; 0x80 is the euro sign in Microsoft's GBK."""
    if token == b"\x80" and encoding == "gb18030":
        return "€"
    try:
        return token.decode(encoding)
    except UnicodeDecodeError:
        return _loose_utf8(token) if encoding == "utf-8" else REPLACEMENT


def _loose_utf8(token: bytes) -> str:
    from speechclean.decode.utf8 import loose

    return loose(token)


@cache
def _tokens(encoding: str) -> re.Pattern[bytes]:
    if encoding == "utf-8":
        from speechclean.decode.utf8 import TOKEN

        return re.compile(TOKEN, re.DOTALL)
    if encoding == "gb18030":
        return re.compile(rb"[\x81-\xfe](?:[\x30-\x39][\x81-\xfe][\x30-\x39]|[^\x30-\x39])|.", re.DOTALL)
    if encoding == "cp932":
        return re.compile(rb"[\x81-\x9f\xe0-\xfc].|.", re.DOTALL)
    if encoding in {"cp950", "big5", "big5hkscs", "cp949", "johab"}:
        return re.compile(rb"[\x81-\xfe].|.", re.DOTALL)
    if encoding.startswith("euc_"):
        return re.compile(rb"\x8f..|[\x8e\xa1-\xfe].|.", re.DOTALL)
    return re.compile(rb".", re.DOTALL)
