"""A result's account: places in the decoded original, notes, undo."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechclean import Cleaner, Settings, clean
from speechclean.core.edit import cut, swap
from speechclean.core.newlines import Newlines, split_newlines
from speechclean.core.note import Note
from speechclean.core.patch import Patch
from speechclean.core.receipt import Receipt
from speechclean.core.result import Outcome, Result, Step


def made(original: str, *steps: Step) -> Result:
    text, newlines = split_newlines(original)
    after = text
    for step in steps:
        after = step.patch.apply(after)
    return Result(original, text, Receipt("", "text"), newlines, Outcome(after, steps))


def test_edits_of_later_stages_are_told_in_original_offsets() -> None:
    text = "甲(jiǎ)乙，加微信ab99丙"
    middle = "甲乙，加微信ab99丙"
    result = made(
        text,
        Step("glosses", Patch.collect([cut(text, 1, 6).credited("gloss-pinyin")])),
        Step("ad", Patch.collect([cut(middle, 3, 10).credited("ad-contact")])),
    )
    assert [(edit.start, edit.old, edit.parts[0].rule) for edit in result.edits] == [
        (1, "(jiǎ)", "gloss-pinyin"),
        (8, "加微信ab99", "ad-contact"),
    ]
    assert result.patch.apply(text) == result.text == "甲乙，丙"
    assert result.restore() == text


def test_a_cut_inside_a_converted_paragraph_keeps_its_place() -> None:
    text = "國家建設，加微信ab99。"
    converted = "国家建设，加微信ab99。"
    result = made(
        text,
        Step("script", Patch.collect([swap(text, 0, len(text), converted).credited("script-convert")])),
        Step("ad", Patch.collect([cut(converted, 5, 12).credited("ad-contact")])),
    )
    assert [edit.old for edit in result.edits if edit.parts[0].rule == "ad-contact"] == ["加微信ab99"]


def told(result: Result) -> list[tuple[int, str, str, str]]:
    return [(edit.start, edit.old, edit.new, edit.parts[0].rule) for edit in result.edits]


def test_replacements_side_by_side_are_told_one_by_one() -> None:
    text = "甲乙丙丁，"
    edits = [
        swap(text, 0, 1, "子").credited("one"),
        swap(text, 1, 2, "丑寅").credited("other"),
        cut(text, 2, 4).credited("third"),
        cut(text, 3, 4).credited("fourth"),
    ]
    result = made(text, Step("custom", Patch.collect(edits)))
    assert told(result) == [
        (0, "甲", "子", "one"),
        (1, "乙", "丑寅", "other"),
        (2, "丙丁", "", "third"),
        (3, "丁", "", "fourth"),
    ]


def test_what_rounds_of_a_rule_do_together_is_told_once() -> None:
    text = "甲乙丙"
    first = Patch.collect([swap(text, 0, 2, "子", "a").credited("one")])
    both = first.then(Patch.collect([swap("子丙", 0, 2, "丑", "b").credited("one")]))
    assert told(made(text, Step("custom", both))) == [(0, "甲乙丙", "丑", "one")]


PIECES = [
    "学习",
    "開會",
    "議",
    "国(guó)家",
    "甲乙",
    "甲乙乙",
    "丙",
    "加微信ab12345领资料",
    "“",
    " ,",
    "。",
    "\n",
    "  ",
    "\u200b",
]
RULES = "".join(
    f'[[rule]]\nname = "our-{number}"\nkind = "regex"\npattern = "{pattern}"\nreplace = "{new}"\n'
    for number, (pattern, new) in enumerate([("甲", "子"), ("乙乙?", "丑"), ("丙", ""), ("子丑", "寅")])
)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> tuple[str]:
    path = tmp_path_factory.mktemp("rules") / "own.toml"
    path.write_text(RULES, "utf-8")
    return (str(path),)


@given(st.lists(st.sampled_from(PIECES), max_size=20), st.sampled_from(["hans", "tw"]), st.booleans())
def test_the_edits_of_a_step_make_its_text(own: tuple[str], pieces: list[str], to: str, idioms: bool) -> None:
    text, _ = split_newlines("".join(pieces))
    for step in Cleaner(Settings(to=to, idioms=idioms, rules=own))(text).steps:
        after = step.patch.apply(text)
        result = Result(text, text, Receipt("", "text"), Newlines("\n"), Outcome(after, (step,)))
        assert Patch.collect(result.edits).apply(text) == after
        text = after


def test_carriage_returns_count_in_offsets_and_come_back() -> None:
    text = "第一行\r\n第二行  \r\n第三行"
    result = clean(text)
    assert result.text == "第一行\r\n第二行\r\n第三行"
    (edit,) = result.edits
    assert text[edit.start : edit.end] == edit.old == "  "
    assert result.line_and_column(edit.start) == (2, 4)
    assert result.restore() == text


def test_notes_are_told_in_original_offsets() -> None:
    text = "  甲**县"
    result = made(
        text,
        Step("layout", Patch.collect([cut(text, 0, 2)])),
        Step("notes", Patch(), (Note("mask", 1, 3, "**"),)),
    )
    assert [(note.start, note.end) for note in result.notes] == [(3, 5)]


def test_mixed_newlines_become_line_feeds_and_come_back() -> None:
    text = "甲\r\n乙\n丙\r丁"
    result = clean(text)
    assert result.text == "甲\n乙\n丙\n丁"
    assert result.status == "cleaned"
    assert result.restore() == text


def test_a_final_newline_is_the_writers() -> None:
    assert clean("好。").text == "好。"
    assert clean("好。\n").text == "好。\n"
    assert clean("好。").data == "好。\n".encode()
    assert clean("").data == b""


LONG = "渡口的灯亮了一夜，老周始终没有等到那条船。" * 30


@pytest.mark.parametrize(
    ("given", "data"),
    [
        pytest.param(LONG.encode(), (LONG + "\n").encode(), id="without a newline at the end"),
        pytest.param((LONG + "\n").encode(), (LONG + "\n").encode(), id="with one"),
        pytest.param((LONG + "\r\n好。").encode(), (LONG + "\r\n好。\r\n").encode(), id="other newlines"),
        pytest.param((LONG + "\r好。\r").encode(), (LONG + "\r好。\r").encode(), id="old newlines"),
        pytest.param((LONG + "\r\n好。\n行。").encode(), (LONG + "\n好。\n行。\n").encode(), id="mixed newlines"),
        pytest.param(b"\xef\xbb\xbf" + LONG.encode(), (LONG + "\n").encode(), id="a BOM"),
        pytest.param(LONG.encode("gb18030"), (LONG + "\n").encode(), id="another encoding"),
        pytest.param(LONG.encode() + b"\xff", (LONG + "\ufffd\n").encode(), id="what nothing can read"),
        pytest.param(LONG, (LONG + "\n").encode(), id="text"),
        pytest.param(LONG + "\ud800", (LONG + "\ud800\n").encode("utf-8", "surrogatepass"), id="text with a surrogate"),
        pytest.param(b"\n", b"", id="a newline alone"),
        pytest.param(b"plain", b"plain\n", id="ASCII"),
        pytest.param((LONG + "\n加微信abc12345领资料\n").encode(), (LONG + "\n").encode(), id="an ad"),
    ],
)
def test_data_is_the_clean_text_in_utf_8(given: bytes | str, data: bytes) -> None:
    assert clean(given).data == data


def test_what_was_given_is_not_encoded_again_where_it_stays() -> None:
    given = (LONG + "\n").encode()
    assert clean(given).data is given
