from __future__ import annotations

import sys
import types

import pytest

from speechclean import Settings, clean
from speechclean.core.choices import Choices
from speechclean.core.document import Document
from speechclean.core.errors import ConfigError
from speechclean.core.note import Note
from speechclean.rules.script import conversion, convert


def converted(text: str, to: str = "hans", **settings: bool) -> str:
    result = clean(text, Settings(to=to, select=("script",), **settings))
    assert not result.failures
    return result.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推進農業供給側改革，成為國家戰略。", "推进农业供给侧改革，成为国家战略。"),
        ("今天时间不早了，國家的事，李乾和乾安县的同志先说。", "今天时间不早了，国家的事，李乾和乾安县的同志先说。"),
        ("這是第一段，寫得不長。\n这是第二段，李乾写的。", "这是第一段，写得不长。\n这是第二段，李乾写的。"),
        (
            "他說：「おちゃのみず是地名」，這裏離東京大學不遠，走過去就到了。",
            "他说：「おちゃのみず是地名」，这里离东京大学不远，走过去就到了。",
        ),
        ("國\ud800家經濟", "国\ud800家经济"),
        ("時候到了，以後再说这个问题。", "时候到了，以后再说这个问题。"),
    ],
    ids=["whole", "mixed", "by paragraph", "kana quoted", "lone surrogate", "leftovers"],
)
def test_to_hans(text: str, expected: str) -> None:
    assert converted(text) == expected
    assert converted(expected) == expected


@pytest.mark.parametrize(
    "text",
    [
        "瞭望塔上成效显著，李乾藉以了解乾安县，慰藉，於潜，徵羽，毕昇，吒咤。",
        "東京大學は日本の國立大學である。",
        "大韓民國은 民主共和國이다.",
        "“龘”由三个繁体“龍”组成，读音dá。",
        "- [日本語](/ja) - [繁體中文](/tw) - [简体中文](/cn)，文档由社区维护。",
    ],
)
def test_stays(text: str) -> None:
    assert converted(text) == text


def test_other_targets() -> None:
    text = "这个软件里面的信息，头发和鼠标都很干净。"
    assert converted(text, "hant") == "這個軟件裏面的信息，頭髮和鼠標都很乾淨。"
    assert converted(text, "tw") == "這個軟件裡面的信息，頭髮和鼠標都很乾淨。"
    assert converted(text, "tw", idioms=True) == "這個軟體裡面的資訊，頭髮和滑鼠都很乾淨。"
    assert converted(text, "keep") == text
    assert converted("電腦軟體與滑鼠，資訊。", idioms=True) == "电脑软件与鼠标，信息。"


def test_unequal_lengths_give_small_edits() -> None:
    result = clean("他在電腦裡放了隨身碟，然後走了。", Settings(idioms=True, select=("script",)))
    assert "U盘" in result.text or "闪存盘" in result.text or "优盘" in result.text
    assert all(len(edit.old) < 12 for edit in result.edits)


def test_suspected_mojibake_is_left_alone() -> None:
    text = "推進農業，懊撠氄辈皇墙K點，國家戰略。"
    document = Document(text, notes=(Note("mojibake", 5, 14, text[5:14]),))
    edits = list(conversion.find(document, Choices()))
    assert edits
    assert all(edit.end <= 5 or edit.start >= 14 for edit in edits)


@pytest.mark.parametrize("version", ["", "1.4.0"])
def test_the_wrong_package_is_named(monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    package = types.ModuleType("opencc")
    if version:
        package.__version__ = version  # type: ignore[attr-defined]
        package.opencc_clib = None  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "opencc", package)
    with pytest.raises(ConfigError, match="pip install"):
        convert.by_opencc.__wrapped__("t2s")
