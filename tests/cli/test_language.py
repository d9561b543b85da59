"""`--lang` and the environment choose the language of everything a person reads, and of nothing that a program reads."""

from __future__ import annotations

import json

import pytest

from speechclean.cli import COMMANDS
from speechclean.report.ink import wants_colours
from speechclean.wording import language, worded

NAMES = (*COMMANDS, "rules list", "rules show", "rules lint", "rules test")


@pytest.mark.parametrize("name", NAMES)
def test_every_command_takes_the_option_before_and_after_its_name(run, name) -> None:
    after = run(*name.split(), "--lang", "zh", "--help")
    assert after.status == 0
    assert "用法：" in after.text
    assert "--lang [en|zh]" in after.text
    assert "消息所用的语言" in after.text
    assert run("--lang=zh", *name.split(), "--help").text == after.text
    assert run(*name.split(), "--help").text.startswith("Usage:")


def test_the_environment_chooses_and_the_option_wins(run, monkeypatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "没有这个文件或目录" in run("fix", "nowhere").err
    assert "no such file or directory" in run("fix", "nowhere", "--lang", "en").err


def test_complaints_about_the_command_line_are_translated(run) -> None:
    assert "没有选项 '--nothing'" in run("fix", "--nothing", "--lang", "zh").err
    assert "不在 'hans'" in run("--lang", "zh", "fix", "--to", "x").err
    assert "“--nothing”" not in run("fix", "--lang", "zh", "--", "--nothing").err


def test_a_language_ends_with_its_command(run, monkeypatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert run("fix", "nowhere", "--lang", "zh", "--color", "always").status == 2
    assert language() == "en"
    assert worded("no such file or directory") == "no such file or directory"
    assert not wants_colours(None)


def test_another_language_is_refused(run) -> None:
    ran = run("fix", "--lang", "fr")
    assert ran.status == 2
    assert "'fr' is not one of 'en', 'zh'" in ran.err


def test_results_keep_their_form(run, texts) -> None:
    english, chinese = (run("check", "in", "--lang", lang) for lang in ("en", "zh"))
    assert english.status == chinese.status == 1
    assert [line.split(": ")[:2] for line in english.text.splitlines()] == [
        line.split(": ")[:2] for line in chinese.text.splitlines()
    ]
    assert "共 3 个文件：2 个会变，0 个失败 · 2 处改动" in chinese.err


def test_what_programs_read_is_the_same_in_every_language(run, texts) -> None:
    (texts / "bad.txt").write_bytes(b"\0\0\1\2")
    for arguments in (["detect", "in", "in/bad.txt", "--format", "json"], ["rules", "list", "--format", "json"]):
        english, chinese = (run(*arguments, "--lang", lang) for lang in ("en", "zh"))
        assert english.out == chinese.out
        assert [json.loads(line) for line in english.text.splitlines() if line.startswith("{")] or "[" in english.text
    for lang in ("en", "zh"):
        run("fix", "in", "in/bad.txt", "-o", f"out-{lang}", "--report", f"{lang}.json", "--lang", lang)
    assert (texts.parent / "en.json").read_text() == (texts.parent / "zh.json").read_text()


def test_results_for_people_are_translated(run, texts) -> None:
    assert "规则" in run("check", "in", "--statistics", "--lang", "zh").text
    assert "简体" in run("detect", "in", "--lang", "zh").text
    assert "零宽字符" in run("rules", "--lang", "zh").text
    assert "Zero-width" not in run("rules", "--lang", "zh").text
    assert "证据合计" in run("explain", "--isolated", "打好攻坚战，防断更加微信1503991601", "--lang", "zh").text
    assert "# 配置文件：" in run("config", "--lang", "zh").text


def test_chinese_reaches_a_terminal_that_knows_it_not(shell) -> None:
    ran = shell("speechclean fix nowhere", LC_ALL="zh_CN.GBK", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert ran.status == 2
    assert r"nowhere: \u6ca1\u6709" in ran.err
