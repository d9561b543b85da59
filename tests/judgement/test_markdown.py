"""How Markdown reads without its markup."""

from __future__ import annotations

import pytest

from speechclean.judgement.markdown import links, unmarked


@pytest.mark.parametrize(
    ("text", "shown", "target"),
    [
        ("见[首页](/)。", "首页", "/"),
        ("[首页]( /a(1).html )", "首页", "/a(1).html"),
        ('[首页](/a.html "回到首页")', "首页", "/a.html"),
        ("[首页](<a b.html>)", "首页", "a b.html"),
        ("[首页](javascript:void\\(0\\))", "首页", "javascript:void\\(0\\)"),
        ("[首页](/){.nav-link}", "首页", "/"),
        ("[一根网线引发的\n会议](/a)", "一根网线引发的\n会议", "/a"),
        ("[甲\\]乙](/a)", "甲\\]乙", "/a"),
        ("[首页][2]\n\n[2]: https://a.example/", "首页", "https://a.example/"),
        ("[417]{.count}", "417", ""),
        ("[](/a)", "", "/a"),
    ],
)
def test_links_in_all_their_forms(text: str, shown: str, target: str) -> None:
    (link,) = links(text)
    assert (text[link.first : link.last], link.target, link.picture) == (shown, target, False)


@pytest.mark.parametrize("text", ["甲](/a)", "[甲]（/a）", "[甲][2]", "[甲\n\n乙](/a)", "[甲](/a", "a[i](b c d)"])
def test_what_is_no_link(text: str) -> None:
    assert links(text) == []


def test_a_picture_in_a_link() -> None:
    picture, link = links("[![logo](/logo.png)](/)")
    assert (picture.picture, picture.start, picture.end) == (True, 1, 19)
    assert (link.picture, link.target) == (False, "/")


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("* [首页](/)\n* [文苑](/wen/)", "首页\n文苑"),
        ("## 相关文章 {#related}\n1. [雨天](/1)", "相关文章\n雨天"),
        ("**版权声明：** 甲\\_乙", "版权声明： 甲_乙"),
        ("雨天\n====\n\n他走了。", "雨天\n\n他走了。"),
        ("![图](/a\\_b.png)", "![图](/a\\_b.png)"),
        ("甲|乙\n---|---\n一|二", "甲|乙\n一|二"),
        ("他说：\n\n```\n[首页](/)\n```\n\n走了。", "他说：\n\n\n\n走了。"),
        ("::: {.nav}\n甲\n:::", "\n甲\n"),
        ("* * *\n- 一 - 二", "* * *\n一 - 二"),
        ("  坡度   产沙\n  ------ -----\n  15度     23\n\n走了。", "\n\n走了。"),
    ],
)
def test_a_text_reads_without_its_markup(text: str, reading: str) -> None:
    assert unmarked(text).text == reading
