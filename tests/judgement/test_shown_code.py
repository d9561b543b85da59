"""Code that the line above announces is shown by the author; markup around his sentences is not."""

from __future__ import annotations

import pytest

from speechclean.judgement.shown_code import is_shown_code


@pytest.mark.parametrize(
    "text",
    [
        '先看一段典型的：\n<footer>\n  <p>Copyright © 2009 某某公司</p>\n  <a href="#">返回顶部</a>\n</footer>\n问题有三个。',
        "用一行脚本填进去：\ndocument.getElementById('y').textContent = 2024;\n完了。",
        '文件在模板目录，第3行到第9行：\n<p>版权所有　<span id="icp">备案号</span></p>\n<p>地址：文庙街2号</p>\n年份要改。',
        "只要在样式里加上：\ntd { padding: 4px 8px; }\n刷新之后就能看到效果。",
    ],
)
def test_each_line_of_announced_code_is_shown(text: str) -> None:
    first = text.index("\n") + 1
    rows = text[first:].splitlines(keepends=True)
    for row in rows[:-1]:
        assert is_shown_code(text, first), row
        first += len(row)
    assert not is_shown_code(text, first)
    assert not is_shown_code(text, 0)


@pytest.mark.parametrize(
    "text",
    [
        "尊敬的各位老师：\n<p>我今天演讲的题目是灯。</p>",
        "情况是这样的：\n<p>收入三百元，支出二百八十元。</p>",
        "情况是这样的：\n<p>收入三百元</p>",
        '大家好。\n<div class="ad"><a href="http://x.example">推荐阅读</a></div>\n谢谢大家。',
    ],
)
def test_markup_around_sentences_is_not(text: str) -> None:
    assert not is_shown_code(text, text.index("<"))
