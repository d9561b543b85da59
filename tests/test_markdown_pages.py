"""A page that an extractor wrote in Markdown is cleaned as it reads, and what stays keeps its markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from speechclean import Settings, clean

if TYPE_CHECKING:
    from pathlib import Path

KEEP = Settings(to="keep")
HEAD = "[![某某网](/logo.png)](/)\n\n* [首页](/)\n* [散文](/sw/)\n\n[登录](javascript:;) | [注册](/reg)\n\n当前位置：[首页](/) > [散文](/sw/) > 正文\n\n"
TEXT = """# 修伞的人

梅雨一到，我就想起塘埂街口那个**修伞的人**，他没有铺面，只有一只刷了桐油的木箱。

> 骨头好换，布不好换。

他的手艺写在[另一篇](https://b.example/2)里，箱盖翻过来就是凳子，我们几个孩子趴在边上看。

```
[首页](/)
上一篇：没有了
```

后来我做了老师，改学生作文，常常想起这句话。
"""
FOOT = """
* * *

上一篇：[雨天的面馆](/sw/1.html)
下一篇：[外公的算盘](/sw/3.html)

### 相关文章

* [塘埂街旧事](/sw/9.html) 2021-05-06
* [老屋](/sw/8.html) 2021-05-01

Copyright © 2010-2021 某某网 All Rights Reserved. 京ICP备00000000号
"""
PAGE = HEAD + TEXT + FOOT


def test_all_of_the_site_goes_and_all_of_the_author_stays() -> None:
    result = clean(PAGE, KEEP)
    assert result.text.strip() == TEXT.strip()
    assert not result.failures


def test_each_edit_lies_in_the_page_as_it_came() -> None:
    result = clean(PAGE, KEEP)
    assert all(result.original.startswith(edit.old, edit.start) for edit in result.edits)
    assert result.patch.apply(result.original).strip() == TEXT.strip()
    assert result.patch.invert().apply(result.patch.apply(result.original)) == result.original


@pytest.mark.parametrize("page", [PAGE, HEAD + TEXT, TEXT + FOOT, PAGE.replace("\n", "\r\n"), FOOT + HEAD])
def test_a_second_run_changes_nothing(page: str) -> None:
    once = clean(page, KEEP).text
    assert clean(once, KEEP).text == once


@pytest.mark.parametrize("place", range(0, len(PAGE), 61))
def test_nor_does_it_in_a_part_of_a_page(place: int) -> None:
    for part in (PAGE[place:], PAGE[:place]):
        once = clean(part, KEEP).text
        assert clean(once, KEEP).text == once


@pytest.mark.parametrize(
    "page",
    [
        "![图片](https://a.example/640?wx_fmt=png)\n**往期推荐**\n[晒秋的竹匾](http://b.example/s?mid=2&idx)",
        "本文由快聘原创，未经授权禁止转载。[我要投稿](https://a.example/tg) [举报](javascript:;)\n## 看过该文章的人还看了\n2. [空窗期一年](https://a.example/2876)",
        "【打印本页】 【关闭窗口】 【我要纠错】\n相关信息\n  * [一图读懂：山洪来了怎么办](/zwgk/t88391.html)",
    ],
)
def test_a_text_that_loses_its_last_link_is_read_as_one_without(page: str) -> None:
    once = clean(page, KEEP).text
    assert clean(once, KEEP).text == once


def test_what_a_user_protects_stays_in_a_page() -> None:
    assert "[雨天的面馆](/sw/1.html)" in clean(PAGE, KEEP._replace(keep=("上一篇：[雨天的面馆]",))).text


def test_notes_lie_in_the_page_as_it_came() -> None:
    page = HEAD + TEXT.replace("塘埂街口那个", "塘埂街口[那个](/x)**县") + FOOT
    notes = [note for note in clean(page, KEEP).notes if note.kind == "mask"]
    assert [page[note.start : note.end] for note in notes] == [note.text for note in notes]


def test_an_authors_markdown_keeps_its_links() -> None:
    text = "# 我的收藏\n\n* [首页](/)\n* [登录](/login)\n\n上一篇：[雨天](/1.html)\n\n© 2021 修伞的人 版权所有\n"
    assert clean(text, KEEP).text == text


def test_code_between_fences_is_no_noise() -> None:
    text = "页脚这样写：\n\n```\nCopyright © 2010 某某网 All Rights Reserved\n上一篇：没有了 下一篇：没有了\n```\n\n好了，就这样。\n"
    assert clean(text, KEEP).text == text


def test_a_users_own_rule_reads_the_text_as_it_stands(tmp_path: Path) -> None:
    rules = tmp_path / "rules.toml"
    rule = '[[rule]]\nname = "mine-home"\nkind = "literal"\ntext = "[首页](/)"\n'
    example = '[[rule.example]]\nbefore = "甲[首页](/)乙"\nafter = "甲乙"\n'
    rules.write_text(rule + example, encoding="utf-8")
    assert "首页" not in clean(PAGE, KEEP._replace(rules=(str(rules),))).text
