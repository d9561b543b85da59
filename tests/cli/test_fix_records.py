"""`fix --field` on JSON lines, and the way back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

NOISE = "【本站首发】"
CASES = {
    "plain": ('{"id": 1, "text": "大家【本站首发】好！"}\n', '{"id": 1, "text": "大家好！"}\n'),
    "crlf": ('{"text":"大家【本站首发】好！"}\r\n', '{"text":"大家好！"}\r\n'),
    "no newline at the end": ('{"text":"大家【本站首发】好！"}', '{"text":"大家好！"}'),
    "spacing and order": (
        ' { "b" : [1, {"text": "x"}] ,\t"text" :"大家【本站首发】好！" , "a":1e400 } \n',
        ' { "b" : [1, {"text": "x"}] ,\t"text" :"大家好！" , "a":1e400 } \n',
    ),
    "escaped": (
        json.dumps({"标": "大", "text": "大家【本站首发】好！"}) + "\n",
        json.dumps({"标": "大", "text": "大家好！"}) + "\n",
    ),
    "escaped otherwise": ('{"text": "大家\\/【本站首发】\\u597D！"}\n', '{"text": "大家/好！"}\n'),
    "twice the same key": (
        '{"text": "一【本站首发】", "text": "大家【本站首发】好！"}\n',
        '{"text": "一【本站首发】", "text": "大家好！"}\n',
    ),
    "lone surrogates": ('{"text": "\\ud83d大家【本站首发】好\\uDE00！"}\n', '{"text": "\\ud83d大家好\\ude00！"}\n'),
    "newlines inside": (
        '{"text": "第一行\\r\\n大家【本站首发】好！\\r\\n"}\n',
        '{"text": "第一行\\r\\n大家好！\\r\\n"}\n',
    ),
    "a BOM": ('\ufeff{"text": "大家【本站首发】好！"}\n', '\ufeff{"text": "大家好！"}\n'),
    "a number of 5 000 digits": (
        '{"n": ' + "7" * 5000 + ', "text": "大家【本站首发】好！"}\n',
        '{"n": ' + "7" * 5000 + ', "text": "大家好！"}\n',
    ),
}
UNTOUCHED = {
    "nothing to do": '{ "text":"\\u5927\\/家好！" }\n',
    "no text": '{"text": ""}\n',
    "null": '{"text": null}\n',
    "a blank line": "   \n",
}
REFUSED = {
    "no JSON": "hello\n",
    "no object": '["text"]\n',
    "missing": '{"body": "【本站首发】"}\n',
    "not a string": '{"text": 7}\n',
    "cut off": '{"text": "【本站首发】',
    "two values": '{"text": "【本站首发】"} {}\n',
    "nested too deep": '{"a": ' + "[" * 100_000 + "]" * 100_000 + ', "text": "【本站首发】"}\n',
    "trailing comma": '{"text": "【本站首发】",}\n',
}


def fix(run, stdin: str | bytes, *more: str):
    return run("fix", "--field", "text", "--journal", "j", *more, stdin=stdin)


@pytest.mark.parametrize(("given", "clean"), CASES.values(), ids=CASES)
def test_only_the_field_changes_and_it_comes_back(run, given: str, clean: str) -> None:
    ran = fix(run, given)
    assert (ran.status, ran.text, ran.err) == (0, clean, "")
    back = run("restore", "--field", "text", "--journal", "j", stdin=ran.out)
    assert (back.status, back.text, back.err) == (0, given, "")


@pytest.mark.parametrize("line", UNTOUCHED.values(), ids=UNTOUCHED)
def test_lines_without_noise_pass_byte_for_byte(run, line: str) -> None:
    assert fix(run, line) == (0, line.encode(), "")
    assert run("restore", "--field", "text", "--journal", "j", stdin=line) == (0, line.encode(), "")


@pytest.mark.parametrize("line", REFUSED.values(), ids=REFUSED)
def test_other_lines_are_copied_and_counted(run, line: str) -> None:
    good = '{"text": "大家【本站首发】好！"}\n'
    ran = fix(run, good + line)
    assert ran.status == 2
    assert ran.text == good.replace(NOISE, "") + line
    assert ran.err.startswith("speechclean: <stdin>:2: copied unchanged: ")
    assert ran.err.count("\n") == 1


def test_bytes_that_are_no_utf8(run) -> None:
    line = '{"text": "大家"}\n'.encode("gb18030")
    ran = fix(run, line)
    assert (ran.status, ran.out) == (2, line)


def test_a_very_long_record(run) -> None:
    text = f"大家{NOISE}好！" * 10_000
    ran = fix(run, json.dumps({"text": text}, ensure_ascii=False) + "\n", "--max-removal", "1")
    assert ran.status == 0
    assert json.loads(ran.out)["text"] == text.replace(NOISE, "")


def test_numbers_tell_equal_records_apart(run) -> None:
    given = "".join(f'{{"text": "{text}"}}\n' for text in (f"好{NOISE}！", "好！", f"{NOISE}好！", "好！"))
    ran = fix(run, given)
    assert ran.text == '{"text": "好！"}\n' * 4
    assert run("restore", "--field", "text", "--journal", "j", stdin=ran.out) == (0, given.encode(), "")


def test_runs_stack(run) -> None:
    given = f'{{"text": "國家{NOISE}建設得很好\\u3002"}}\n'
    once = fix(run, given, "--to", "keep")
    twice = fix(run, once.out, "--to", "hans")
    assert twice.text == '{"text": "国家建设得很好。"}\n'
    third = fix(run, twice.out)
    assert third.out == twice.out
    assert run("restore", "--field", "text", "--journal", "j", stdin=third.out) == (0, given.encode(), "")


def test_a_changed_record_is_told_and_the_others_restored(run) -> None:
    given = "".join(f'{{"text": "第{n}个{NOISE}人。"}}\n' for n in "一二三")
    lines = fix(run, given).text.splitlines(keepends=True)
    lines[1] = '{"text": "第二个人"}\n'
    ran = run("restore", "--field", "text", "--journal", "j", stdin="".join(lines))
    assert ran.status == 2
    assert ran.text.splitlines() == [given.splitlines()[0], '{"text": "第二个人"}', given.splitlines()[2]]
    assert ran.err.startswith("speechclean: <stdin>:2: the journal holds no record of this text")


def test_diff_and_report(run) -> None:
    given = f'{{"text": "大家{NOISE}好！"}}\n{{"text": "大家好！"}}\n'
    ran = run("fix", "--field", "text", "--diff", "--report", "r.json", stdin=given)
    assert ran.status == 1
    assert "--- a/<stdin>:1\n" in ran.text
    report = json.loads(Path("r.json").read_text())
    assert [file["path"] for file in report["files"]] == ["<stdin>:1", "<stdin>:2"]
    assert report["files"][0]["encoding"] is None


def test_held_records_fail_on_demand(run) -> None:
    line = json.dumps({"text": ("这是正文里的一句话，" + NOISE * 10) * 60}, ensure_ascii=False) + "\n"
    ran = run("fix", "--field", "text", "--fail-on", "held", stdin=line)
    assert (ran.status, ran.text) == (2, line)


def test_restore_takes_records_from_standard_input(run, texts) -> None:
    assert run("restore", "--field", "text", "in").status == 2


def test_a_field_that_is_named_twice_is_cleaned_once(run) -> None:
    line = '{"text": "甲【本站首发】乙"}\n'
    once = run("fix", "--field", "text", "-v", stdin=line)
    for twice in (("--field", "text,text"), ("--field", "text", "--field", "text")):
        assert run("fix", *twice, "-v", stdin=line) == once
