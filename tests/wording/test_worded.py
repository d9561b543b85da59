"""How a message is taken apart and put together again."""

from __future__ import annotations

import json
import re
import time
import tomllib

import pytest

from speechclean.wording import language_of, speak, worded
from speechclean.wording.width import lead, padded, width, wrapped


@pytest.fixture(autouse=True)
def chinese():
    speak("zh")
    yield
    speak("en")


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("nothing to do: the list of files is empty", "无事可做：文件清单是空的"),
        ("speechclean: a.txt: Permission denied", "speechclean: a.txt: 没有权限"),
        (
            "speechclean: in/a.txt: 5 decisions not found again in it: ad-a “b: c” and 2 more",
            "speechclean: in/a.txt: 有 5 个决定在其中找不到了：ad-a “b: c” 等，另有 2 个",
        ),
        ("a: b.txt: Permission denied", "a: b.txt: 没有权限"),
        ("no command is called 'fx'; did you mean 'fix'?", "没有名为 'fx' 的命令；是否要写 'fix'？"),
        (
            "5 files: 4 cleaned, 1 unchanged, 0 held, 0 failed · 1 237 characters removed",
            "共 5 个文件：4 个已清理，1 个未变，0 个暂缓，0 个失败 · 删去 1 237 个字符",
        ),
        (
            "perhaps a channel +1.0 (加微), a landline or a hotline or a mask -2.5 (010-1), learned +4.0",
            "或为渠道 +1.0（加微），座机、热线或打码 -2.5（010-1），统计所得 +4.0",
        ),
        ("a.csv:6: it has 1 cell where the header has 2", "a.csv:6: 有 1 格，而表头有 2 格"),
        ("self: 小编, made: 整理", "自称：小编，整理：整理"),
        ("a.toml: rule 1 (x): 'name' is missing", "a.toml: 规则 1 (x)：缺少 'name'"),
        ("  expected  the same\n  got       好", "  应为  同样\n  得到  好"),
    ],
)
def test_messages_are_told_in_chinese(message, told) -> None:
    assert worded(message) == told


@pytest.mark.parametrize(
    "message",
    [
        "",
        "好。",
        "a word of nobody's",
        "x: y",
        "one, two",
        "the 3 files: all",
        "site 网站, 小编",
        "{n} files",
        "{0}",
        "%s",
    ],
)
def test_what_nobody_translated_stays(message) -> None:
    assert worded(message) == message


def test_braces_in_a_field_are_no_field() -> None:
    assert worded("no rule is called '{HINT}'; did you mean '{n}'?") == "没有名为 '{HINT}' 的规则；是否要写 '{n}'？"


def test_english_is_left_alone() -> None:
    speak("en")
    assert worded("Permission denied") == "Permission denied"


@pytest.mark.parametrize("piece", ["site: ", "a, ", "made, ", "; ", ": ", "7 files", "no rule is called ", "{name}"])
def test_no_message_takes_long(piece) -> None:
    began = time.process_time()
    worded(piece * (1900 // len(piece)))
    worded(piece * 100_000)
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.Big5"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_CN"}, "zh"),
        ({"LANG": "zh", "LC_MESSAGES": "de_DE"}, "en"),
    ],
)
def test_the_environment_chooses(environment, language) -> None:
    assert language_of(environment) == language


def test_chinese_takes_two_columns() -> None:
    assert width("规则 rule") == 9
    assert padded("规则", 6) + "|" == "规则  |"
    assert lead("规则", 6) == "  规则"


def test_lines_break_between_characters_and_before_no_sign() -> None:
    text = "清理文字，文件写进目录。没有 PATH 或写“-”时，从标准输入读字节"
    lines = wrapped(text, 12).split("\n")
    assert all(width(line) <= 14 for line in lines)
    assert not [line for line in lines if line[0] in "，。”"]
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("text", ["", "{", '{"a" 1}', '{"a": 1 "b"}', "[1] 2", '"abc', '"a\x01"', r'"\x"', r'"\u12"'])
def test_what_json_says_is_translated(text) -> None:
    with pytest.raises(ValueError, match="line") as caught:
        json.loads(text)
    assert "（第 1 行第 " in worded(f"a.json: {caught.value}")
    assert not re.search("[A-Z][a-z]+ [a-z]", worded(str(caught.value)))


@pytest.mark.parametrize(
    "text", ["a", "a = ", "a = x", "[a", "[[a]", "a = [1", 'a = "b', "a = 1\na = 2", "[a]\n[a]", "a = 1 b"]
)
def test_what_toml_says_is_translated(text) -> None:
    with pytest.raises(ValueError, match=r"\(at ") as caught:
        tomllib.loads(text)
    assert re.search("（第 . 行第 . 列）|（在文件末尾）", worded(f"a.toml: {caught.value}"))
    assert not re.search("[A-Z][a-z]+ [a-z]", worded(str(caught.value)))
