"""A journal record and the clean text give the original back, or say that they cannot."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechclean import Settings, clean
from speechclean.core.errors import BinaryError, JournalError
from speechclean.core.journal import journal_record, restored

PIECES = st.sampled_from(
    [
        "国家建设。",
        "國家建設。",
        "  ",
        "\n",
        "\n\n\n\n",
        "\r\n",
        "\r",
        "加微信abc12345领取资料。",
        "……略……",
        "\ufeff",
        "\x85",
        "x",
        "🙂",
    ]
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-32"])


def through_json(result) -> dict:
    return json.loads(json.dumps(journal_record(result, path="a.txt", tool="test")))


@settings(deadline=None)  # the first text compiles patterns
@given(TEXTS, ENCODINGS, st.sampled_from(["break", "mark", "trim"]))
def test_bytes_come_back(text: str, encoding: str, gaps: str) -> None:
    data = text.encode(encoding)
    result = clean(data, Settings(gaps=gaps))
    assert restored(result.data, through_json(result)) == data


@settings(deadline=None)
@given(TEXTS)
def test_fields_come_back(text: str) -> None:
    result = clean(text + "\ud800")
    assert restored(result.text, through_json(result)) == text + "\ud800"


@settings(deadline=None)
@given(st.binary(max_size=60))
def test_damaged_bytes_come_back(noise: bytes) -> None:
    data = "各位代表，国家的建设。  \n".encode("gb18030") + noise + "结束。\n".encode("gb18030")
    try:
        result = clean(data)
    except BinaryError:
        return
    assert restored(result.data, through_json(result)) == data


def test_another_text_is_refused() -> None:
    record = through_json(clean("好。  \n".encode()))
    with pytest.raises(JournalError, match="not the one"):
        restored(b"other", record)


@pytest.mark.parametrize("record", [{}, {"after": ""}, [], None, "after"])
def test_what_is_no_record_is_refused(record: dict) -> None:
    with pytest.raises(JournalError, match="damaged"):
        restored("大家好。", record)


@pytest.mark.parametrize(
    "damage",
    [
        {"steps": [{"stage": "x", "edits": [{"start": 90, "old": "x", "new_length": 1, "parts": []}]}]},
        *(
            {"steps": [{"stage": "x", "edits": [{"start": start, "old": "", "new_length": 1, "parts": []}]}]}
            for start in (-1, 1 << 63, -(1 << 63) - 1, 1 << 200)
        ),
        {"steps": [{"stage": "x", "edits": [{"start": 0, "old": "大", "new_length": 1 << 200, "parts": []}] * 2}]},
        {"steps": [{"stage": "x"}]},
        {"steps": 7},
        {"steps": []},
        {"newlines": []},
        {"newlines": ["\n", [["x", "\r"]], True]},
        {"newlines": ["\r\n", [], True]},
        {"receipt": None},
        {"receipt": {"encoding": "gb18030", "evidence": "x"}},
        {"receipt": {"encoding": "no-such", "evidence": "x"}},
        {"before": "0" * 64},
    ],
)
def test_a_damaged_record_is_refused(damage: dict) -> None:
    result = clean("大家好。  \n第二行\n".encode())
    with pytest.raises(JournalError, match="damaged"):
        restored(result.data, {**through_json(result), **damage})
