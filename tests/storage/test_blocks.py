"""Blocks of whole lines, and the same bytes with some of them written otherwise."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from speechclean.storage.blocks import line_blocks, replaced

PIECES = st.lists(st.binary(max_size=6) | st.just(b"\n"), max_size=12)


@given(PIECES, st.integers(1, 20))
def test_blocks_hold_all_lines_and_know_their_numbers(pieces: list[bytes], size: int) -> None:
    blocks = list(line_blocks(pieces, size))
    assert b"".join(block.data for block in blocks) == b"".join(pieces)
    for number, block in enumerate(blocks):
        assert block.first == b"".join(before.data for before in blocks[:number]).count(b"\n")
        assert block.data.endswith(b"\n") or block is blocks[-1]


@given(st.lists(st.tuples(st.binary(min_size=1, max_size=4), st.none() | st.binary(max_size=4)), max_size=8))
def test_some_bytes_are_written_otherwise(parts: list[tuple[bytes, bytes | None]]) -> None:
    spans = []
    end = 0
    for old, new in parts:
        start, end = end, end + len(old)
        if new is not None:
            spans.append((start, end, new))
    data = b"".join(old for old, _ in parts)
    assert replaced(data, spans) == b"".join(old if new is None else new for old, new in parts)


def test_what_stays_is_not_copied() -> None:
    data = b"a\nb\n"
    assert replaced(data, []) is data
