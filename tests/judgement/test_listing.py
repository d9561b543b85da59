"""Code that nobody announces is an author's where a programmer types it, or where the sentences beside it name it."""

from __future__ import annotations

import pytest

from speechclean.judgement.listing import is_listed

TYPED = [
    "import re\n\nSKIP = re.compile('上一页|下一页')\nfor line in open('a.txt'):\n    print(line)",
    "SELECT name, hits FROM page\nWHERE title = '联系我们'\nORDER BY hits DESC;",
    "[root@db ~]# df -h\nFilesystem      Size  Used Avail\n[root@db ~]# systemctl restart mysqld",
    "@echo off\necho 正在备份，请稍候\npause",
    "9af3c1e 首页改版\n71bd0c2 去掉广告位\nc0ffee1 修复登录",
    "^第\\d+页.*$\n更多(好书|图书)请(访问|关注).*",
    "FROM alpine:3.12\nRUN apk add nginx\nEXPOSE 80",
    "comment:\n  submit: 发表评论\n  empty: 还没有评论",
]
NAMED = [
    ('{\n  "emptyText": "暂无数据，点击刷新",\n  "pages": ["a", "b"]\n}', "emptyText 是没有数据的时候显示的字。"),
    ('<form action="/login">\n<button>登录</button>\n</form>', "action 换成自己的地址就可以了。"),
    ("server {\n    listen 80;   # 返回首页\n}", "改好以后 nginx 要重新载入一次配置才行。"),
    ("const el = $('#top');\nel.onclick = toTop;", "toTop 要自己写，滚动到最上面。"),
]


@pytest.mark.parametrize("code", TYPED)
def test_what_programmers_type_is_a_listing(code: str) -> None:
    text = f"那天夜里我写了几行。\n{code}\n写完天就亮了。"
    assert _listed(text, code) == [row for row in code.split("\n") if row]


@pytest.mark.parametrize(("code", "sentence"), NAMED)
def test_what_a_sentence_names_is_a_listing(code: str, sentence: str) -> None:
    assert _listed(f"接着写第二页的样子。\n{code}\n{sentence}", code)
    if "nginx" not in sentence:
        assert not _listed(f"接着写第二页的样子。\n{code}\n写完这一页，天就亮了。", code)


@pytest.mark.parametrize(
    "row",
    [
        "var _hmt = _hmt || [];\n(function() { hm.src = 'x'; })();",
        '<div class="share">分享到</div>\n<p>版权所有</p>',
        "Home | About | Contact\nAll Rights Reserved.",
        "Tel: 010-00000000\nEmail: me@example.com",
        '&nbsp;&nbsp;&ldquo;这是借据&hellip;&rdquo;\n<a href="http://www.69shu.example" target="_blank">看书</a>',
        "7 Z, X# ]+ f+ h8\n& |3 Q! {6 k$",
    ],
)
def test_what_pages_leave_is_none(row: str) -> None:
    assert not _listed(f"他走到窗前，看了很久。\n{row}\n雨还没有停，街上没有人。", row)


def _listed(text: str, code: str) -> list[str]:
    """The rows of the code that are found to be of a listing."""
    place = text.index(code)
    found: list[str] = []
    for row in code.split("\n"):
        if row and is_listed(text, place):
            found.append(row)
        place += len(row) + 1
    return found
