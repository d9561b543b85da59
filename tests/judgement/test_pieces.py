"""Pieces of a line that can go as a whole."""

from __future__ import annotations

import pytest

from speechclean.core.document import Document, Line
from speechclean.core.rule import Stage
from speechclean.judgement.parting import brackets, sentences
from speechclean.pipeline import Pipeline
from speechclean.rules.boilerplate import editor, rights


def texts(pieces, text: str) -> list[str]:
    return [text[piece.start : piece.end] for piece in pieces]


def test_sentences_keep_their_closing_marks() -> None:
    text = "他说：“走吧。”雨停了……天亮了！"
    assert texts(sentences(text, Line(0, len(text))), text) == ["他说：“走吧。”", "雨停了……", "天亮了！"]


def test_brackets_and_frames() -> None:
    text = "前文（剩余内容请登录）中间★★本站原创内容★★后文"
    assert texts(brackets(text, Line(0, len(text))), text) == ["（剩余内容请登录）", "★★本站原创内容★★"]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (editor.RULE, "本文由范文网小编整理提供各位代表，我们的任务是总结经验。他们走了。"),
        (rights.RULE, "“本站内容均来自网络。如有侵权请联系删除。”他念完了这一句。"),
        (rights.RULE, "他把那段话抄了下来：“\n本站文章版权归原作者所有，侵权请联系我们删除。\n”然后笑了。"),
    ],
    ids=["glued to the author's clause", "inside a quotation", "inside a quotation of several lines"],
)
def test_what_is_glued_or_quoted_stays(rule, text: str) -> None:
    assert Pipeline([Stage("alone", (rule,))]).run(text).text == text


def test_a_document_without_hits_is_not_read() -> None:
    assert list(editor.find(Document("下面是小编整理的范文，供大家参考。"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "序论：写作教学离不开范文。本文从网站上收集了三百篇范文，希望对一线教师有所帮助。研究发现，学生仿写的多。\n一、范文的作用",
        "【引言】读者朋友，您手里的这本范文集，是编辑部用三年时间为大家精心挑选的。它不是捷径，而是一面镜子。\n第一章 开头",
        "前言：为您精心整理的这部范文集，收录了三十年间的公文，仅供参考。错漏在所难免，请读者批评指正。\n第一章 通知",
        "自序：本文集由编辑部精心整理，欢迎大家阅读。它们写于一九八三年到一九九一年之间，那时我在山里教书。\n山里的学校",
        "后记：感谢读者的来信。本书由出版社编辑部整理，希望对大家有所帮助。母亲没有等到它印出来。",
    ],
)
def test_a_preface_is_an_authors(text: str) -> None:
    assert Pipeline([Stage("alone", (editor.RULE,))]).run(text).text == text


def test_a_preface_in_which_a_site_names_itself_is_its_own() -> None:
    text = "同学们，大家好。"
    preface = "引言：写作是一种表达，下面是千川论文网为您精选的开学典礼讲话，希望能为您提供参考！"
    assert Pipeline([Stage("alone", (editor.RULE,))]).run(f"{preface}\n{text}").text == text
