"""`clean_batch` cleans one column and touches nothing else, whatever the types, and tells of what it could not do."""

from __future__ import annotations

import pickle
import subprocess
import sys

import pyarrow as pa
import pytest

from speechclean import Settings, SpeechcleanError, clean
from speechclean.batch import COLUMNS, clean_array, clean_batch
from speechclean.core.errors import ConfigError

AD = "為我縣的鄉村振興工作開展作出新的更大貢獻。防断更加微信1503991601\n謝謝大家！"
CLEAN = "为我县的乡村振兴工作开展作出新的更大贡献。\n谢谢大家！"
PLAIN = "现在开会。"
VALUES = [AD, None, PLAIN, ""]
DONE = [CLEAN, None, PLAIN, ""]
TEXTS = [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int8(), pa.string())]


def batch(kind=None, values=VALUES):
    schema = pa.schema(
        [
            pa.field("id", pa.int32(), nullable=False),
            pa.field("text", kind or pa.string(), metadata={b"of": b"field"}),
            pa.field("tags", pa.list_(pa.string())),
        ],
        metadata={b"of": b"schema"},
    )
    columns = [range(len(values)), values, [["a"]] * len(values)]
    return pa.record_batch(
        [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)], schema
    )


@pytest.mark.parametrize("kind", TEXTS, ids=str)
def test_one_column_is_clean_and_the_rest_as_it_was(kind) -> None:
    before = batch(kind)
    after = clean_batch(before, "text")
    assert after.column("text").to_pylist() == DONE
    assert after.schema.equals(before.schema, check_metadata=True)
    assert after.drop_columns(["text"]).equals(before.drop_columns(["text"]))
    assert before.column("text").to_pylist() == VALUES


def test_nothing_but_nulls_passes() -> None:
    before = pa.table({"text": pa.array([None, None])})
    after = clean_batch(before, columns=("status",))
    assert after.drop_columns(["status"]).equals(before)
    assert after.column("status").to_pylist() == [None, None]
    assert clean_array(before.column("text")).equals(before.column("text"))


@pytest.mark.parametrize(("kind", "to"), [(pa.binary(), pa.string()), (pa.large_binary(), pa.large_string())], ids=str)
def test_bytes_are_decoded(kind, to) -> None:
    after = clean_batch(batch(kind, [AD.encode("gb18030"), None, PLAIN.encode("utf-16")]))
    assert after.column("text").to_pylist() == [CLEAN, None, PLAIN]
    assert after.schema.field("text").type == to


def test_a_table_comes_back_as_a_table() -> None:
    table = pa.Table.from_batches([batch(), batch()])
    after = clean_batch(table)
    assert isinstance(after, pa.Table)
    assert after.column("text").to_pylist() == DONE * 2


def test_what_does_not_change_is_not_copied() -> None:
    before = batch(values=[PLAIN, None])
    assert clean_batch(before).column("text").buffers()[2].address == before.column("text").buffers()[2].address


def test_no_rows() -> None:
    assert clean_batch(batch(values=[]), columns=list(COLUMNS)).num_rows == 0


def test_settings_hold() -> None:
    settings = Settings(to="keep", ignore=("ad",))
    assert clean_batch(batch(), "text", settings).column("text").to_pylist()[0] == clean(AD, settings).text == AD


def test_added_columns() -> None:
    cut = "一是抓落实，把各项工作做细做实。\n二是抓作风，……略……持之以恒正风肃纪。"
    after = clean_batch(batch(values=[AD, None, PLAIN, cut]), columns=tuple(COLUMNS))
    told = after.select(list(COLUMNS)).to_pylist()
    assert after.schema.names == ["id", "text", "tags", *COLUMNS]
    assert told[0]["status"] == "cleaned"
    assert told[0]["script"] == "mixed"
    assert 0.3 < told[0]["removed_share"] < 0.6
    assert not told[0]["truncated"]
    assert told[1] == dict.fromkeys(COLUMNS)
    assert (told[2]["status"], told[2]["removed_share"], told[2]["notes"]) == ("unchanged", 0.0, [])
    assert told[3]["truncated"]
    assert any(note.startswith("gap: ") for note in told[3]["notes"])


PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 9


def test_what_cannot_be_cleaned_is_never_passed_over_in_silence() -> None:
    damaged = batch(pa.binary(), [AD.encode(), PICTURE])
    with pytest.raises(SpeechcleanError, match="row 1 of 'text'"):
        clean_batch(damaged)
    after = clean_batch(damaged, columns=("status", "notes"))
    assert after.column("text").to_pylist() == [CLEAN, None]
    assert after.column("status").to_pylist() == ["cleaned", "failed"]
    assert after.column("notes").to_pylist()[1][0].startswith("failed: ")


def test_half_a_surrogate_pair_fails_alone() -> None:
    lone = "现在开会。".encode("utf-16-le") + b"\x00\xd8" + "散会。".encode("utf-16-le")
    after = clean_batch(batch(pa.binary(), [b"\xff\xfe" + lone, AD.encode()]), columns=("status",))
    assert after.column("text").to_pylist()[1] == CLEAN
    assert after.column("status").to_pylist()[1] == "cleaned"


@pytest.mark.parametrize(
    ("field", "columns", "says"),
    [
        ("body", (), "no column is called 'body'; there are id, text, tags"),
        ("id", (), "holds int32, not text"),
        ("tags", (), "not text"),
        ("text", ("verdict",), "no column 'verdict' to add"),
        ("text", ("status", "status"), "'status' is there already"),
    ],
)
def test_what_makes_no_sense_is_said(field, columns, says) -> None:
    with pytest.raises(ConfigError, match=says):
        clean_batch(batch(), field, Settings(), columns)


def test_a_column_that_is_there_twice() -> None:
    twice = pa.record_batch([pa.array(["a"]), pa.array(["b"])], names=["text", "text"])
    with pytest.raises(ConfigError, match="more than one column"):
        clean_batch(twice)


def test_it_is_pure_and_picklable() -> None:
    function, settings = pickle.loads(pickle.dumps((clean_batch, Settings(to="hant"))))  # noqa: S301  # our own
    first, second = (function(batch(), "text", settings) for _ in range(2))
    assert first.equals(second)


@pytest.mark.parametrize("whole", [False, True])
def test_an_array_alone(whole) -> None:
    array = pa.chunked_array([VALUES, [AD]]) if whole else pa.array(VALUES)
    done = clean_array(array)
    assert isinstance(done, type(array))
    assert done.to_pylist() == ([*DONE, CLEAN] if whole else DONE)
    with pytest.raises(ConfigError, match="holds no text"):
        clean_array(pa.array([1]))


def test_cleaning_it_again_changes_nothing() -> None:
    once = clean_batch(batch())
    assert clean_batch(once).equals(once)


def test_the_package_alone_does_not_load_pyarrow() -> None:
    code = "import sys, speechclean, speechclean.cli; print('pyarrow' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
