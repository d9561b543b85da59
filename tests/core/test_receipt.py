"""A receipt gives the bytes back, and survives JSON."""

from __future__ import annotations

import json

import pytest

from speechclean.core.receipt import Receipt, Residue, Segment

MIXED = Receipt(
    "gb18030",
    "because",
    bom=b"\xef\xbb\xbf",
    segments=(Segment("gb18030", 0), Segment("utf-8", 3)),
    residues=(Residue(2, 1, b"\xff"), Residue(4, 1, b"\xc0\x80")),
    undecodable=((7, b"\xff"), (11, b"\xc0\x80")),
)


def test_segments_and_residues() -> None:
    data = b"\xef\xbb\xbf" + "中文".encode("gb18030") + b"\xff" + "字".encode() + b"\xc0\x80" + "号".encode()
    assert MIXED.encode("中文\ufffd字\ufffd号") == data


def test_residues_at_seams() -> None:
    receipt = Receipt(
        "utf-8",
        "",
        segments=(Segment("utf-8", 0), Segment("gbk", 1)),
        residues=(Residue(0, 1, b"a"), Residue(1, 1, b"b")),
    )
    assert receipt.encode("中文字") == b"ab" + "字".encode("gbk")


def test_raw_is_the_last_word() -> None:
    assert Receipt("hz", "", raw=b"bytes").encode("whatever") == b"bytes"


def test_what_it_tells() -> None:
    assert MIXED.lost == 3
    assert MIXED.encodings == ("gb18030", "utf-8")


@pytest.mark.parametrize("receipt", [MIXED, Receipt("utf-8", "strict UTF-8"), Receipt("hz", "", raw=b"")])
def test_json_and_back(receipt: Receipt) -> None:
    assert Receipt.from_json(json.loads(json.dumps(receipt.to_json()))) == receipt


@pytest.mark.parametrize(
    "fields", [{}, {"encoding": 1, "evidence": ""}, {"encoding": "a", "evidence": "b", "residues": [[1]]}]
)
def test_no_receipt(fields: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        Receipt.from_json(fields)
