"""Falling into step again after damage, where the codecs' own `replace` does not."""

from __future__ import annotations

import pytest

from speechclean.decode import decode
from speechclean.decode.lattice import best, cut_off

TEXT = "坚持以人民为中心的发展思想，认真做好各项工作"


@pytest.mark.parametrize("place", range(4, 20))
def test_one_lost_byte_costs_one_character_or_two(place: int) -> None:
    data = bytearray(TEXT.encode("gb18030"))
    del data[place]
    lost = place // 2
    text, _ = decode(bytes(data))
    assert text.endswith(TEXT[lost + 2 :])
    assert text.startswith(TEXT[: lost - 1])


def test_a_run_in_another_encoding_inside_a_damaged_line() -> None:
    data = TEXT.encode("gb18030") + b"\xff" + TEXT.encode() + b"\xff" + TEXT.encode("gb18030")
    text, receipt = decode(data)
    assert text == f"{TEXT}\ufffd{TEXT}\ufffd{TEXT}"
    assert receipt.encode(text) == data


def test_spans_cover_the_window() -> None:
    data = b"\xff" + TEXT.encode("cp950", "ignore") + b"\x81"
    spans, _ = best(data, 0, len(data), {"cp950": 0.0, "gb18030": -3.0}, last=True)
    assert [span.start for span in spans[1:]] == [span.end for span in spans[:-1]]
    assert (spans[0].start, spans[-1].end) == (0, len(data))


@pytest.mark.parametrize(
    ("rest", "encoding", "answer"),
    [
        (b"\xd6", "gb18030", True),
        (b"\x81\x30\x81", "gb18030", True),
        (b"\x80", "gb18030", False),
        (b"\xff", "gb18030", False),
        (b"\xe8\xae", "utf-8", True),
        (b"\xa4", "cp950", True),
        (b"", "utf-8", False),
    ],
)
def test_cut_off(rest: bytes, encoding: str, answer: bool) -> None:
    assert cut_off(rest, encoding) is answer
