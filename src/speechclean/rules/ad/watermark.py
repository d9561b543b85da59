"""Removes a site's name with its host that stands three times or more in the text, behind sentences.

Must not touch a name that the text is about: one that stands within a sentence, or has no host.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.genre import technical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

HOSTS = (".com", ".cn", ".net", ".org", ".cc", ".example")
MARK = Pattern(
    r"(?<=[。！？；;\n])[ \t]*((?:[\u4e00-\u9fff]{2,10}[ ]?[-—:：·|_ ]{0,3}[ ]?)?(?:www\.)?[A-Za-z0-9-]{2,24}"
    r"(?:\.[A-Za-z0-9-]{2,12}){0,2}\.(?:com|cn|net|org|cc|example))(?![A-Za-z0-9/.@-])"
)
LEAST = 3


def find(document: Document) -> Iterator[Edit]:
    """Cut the marks that recur."""
    if len(document.hits_of(HOSTS)) < LEAST or document.fact(technical):
        return
    found = list(MARK.finditer(document.text))
    marks = Counter(match[1] for match in found)
    for match in found:
        if marks[match[1]] >= LEAST:
            yield cut(document.text, match.start(), match.end(), f"stands {marks[match[1]]} times")


RULE = Rule(
    name="ad-watermark",
    summary=Summary("A site's name with its host, again and again behind sentences", "反复插入的网站水印"),
    triggers=HOSTS,
    find=find,
    examples=(
        Example(
            "先启动。码农屋 - manongwu.com然后加载。码农屋 - manongwu.com再挂载。码农屋 - manongwu.com最后登录。",
            "先启动。然后加载。再挂载。最后登录。",
        ),
        Example.keep("请访问 example.com。example.com 是保留域名，不会有内容。", why="the text is about the host"),
    ),
)
