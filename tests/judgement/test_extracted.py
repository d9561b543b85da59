"""Which Markdown an extractor wrote of a page, and which is an author's."""

from __future__ import annotations

import pytest

from speechclean.judgement.extracted import is_authors_markdown, is_page

MENU = "* [首页](/)\n* [登录](/login)\n* [注册](/reg)\n* [返回顶部](#)\n* [散文](/a/)\n* [诗歌](/b/)\n* [小说](/c/)\n* [杂谈](/d/)\n"
TEXT = "\n雨停了，他才出门，路上一个人也没有。\n"


@pytest.mark.parametrize(
    "text",
    [
        f"[![某某网](/logo.png)](/)\n{MENU}{TEXT}",
        f"{MENU}[分享](javascript:;)\n{TEXT}",
        f"{MENU}{TEXT}\n京ICP备00000000号 All Rights Reserved\n",
        f"Title: 雨天\n\nURL Source: https://a.example/1\n\nMarkdown Content:\n{TEXT}",
        f"::: {{#nav}}\n{MENU}:::\n{TEXT}",
        f"[跳到内容](#content)\n{MENU}{TEXT}",
        "[首页][1] [登录][2] [注册][3] [评论](javascript:;) [![](/a.png)](/)\n"
        + TEXT
        + "[1]: /\n[2]: /login\n[3]: /reg\n",
    ],
)
def test_pages_show_what_a_site_prints(text: str) -> None:
    assert is_page(text)
    assert not is_authors_markdown(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{MENU}{TEXT}",
        f"[首页](/) | [登录](/login) | [注册](/reg) | [关于](/about)\n{TEXT}\n© 2021 版权所有",
        f"---\ntitle: 雨天\n---\n[分享](javascript:;) [![](/a.png)](/)\n{MENU}{TEXT}",
        f"{MENU}[说明](docs/help.md) [分享](javascript:;) [![](/a.png)](/)\n{TEXT}",
        "页面顶上写：\n\n```\n[![](/a.png)](/)\n" + MENU + "[分享](javascript:;)\n```\n\n完了，见[这里](/a)。\n",
        f"* [首页](/)：学校要闻\n* [登录](/login)：用学号\n* [注册](/reg)：新生先看\n{MENU}[![](/a.png)](/) [分享](javascript:;)\n",
        "我喜欢[这家店](https://a.example)，[那家](https://b.example)也好，[第三家](https://c.example)一般。",
    ],
)
def test_an_authors_markdown_is_none(text: str) -> None:
    assert not is_page(text)
    assert is_authors_markdown(text)


@pytest.mark.parametrize("text", ["", "雨停了。", "# 雨天\n\n雨停了。", "![](/a.png)"])
def test_other_texts_are_neither(text: str) -> None:
    assert not is_page(text)
    assert not is_authors_markdown(text)
