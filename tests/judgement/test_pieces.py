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
