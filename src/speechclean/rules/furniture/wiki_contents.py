"""Cuts the table of contents of a wiki's page: under 目录, numbered names that stand again as headings below.

The contents of a law or a report stay, also of one that speaks of a wiki: a wiki's page has links to edit it, or is titled
as one and ends with its references.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

TRIGGERS = ("目录",)
_LINKS = r"\[[编編][辑輯]\]|[编編][辑輯][ |\u3000]{0,3}播[报報]|播[报報][ |\u3000]{0,3}[编編][辑輯]"
EDITED = Pattern(rf"(?<![^\n])[^\n。，]{{0,30}}(?:{_LINKS})[ \u3000]*(?![^\n])")
"""A heading with the links of a wiki behind it, or the links alone."""
TITLED = Pattern(
    r"\A\s{0,9}[^\n。，]{1,40}(?:[（(][百维維](?:度百)?科[）)]|[_－—-] ?(?:百度百科|[维維]基百科)[^\n。]{0,20})[ \u3000]*(?![^\n])"
)
SECTIONS = frozenset(("参考资料", "参考文献", "外部链接", "外部连结", "参见", "注释", "词条图册"))
"""What a wiki's page ends with."""
HEADER = Pattern(r"(?<![^\n])目[录錄](?: ?\[?(?:[隐隱]藏|[显顯]示|展[开開])\]?)?[ \t]*(?=\n)")
ITEM = Pattern(
    r"\n[ \t\u3000]*(?:\d{1,2}(?:\.\d{1,2}){0,3}[.、]?|[▪•·●◦])[ \t\u3000]{0,2}(?P<name>[^\s。，][^\n。，]{0,29})(?=\n|\Z)"
)
FEWEST = 3


def find(document: Document) -> Iterator[Edit]:
    """Cut the header and its items."""
    text = document.text
    edited, titled = (pattern.search(document.original) is not None for pattern in (EDITED, TITLED))
    if not edited and not titled:
        return
    rows = frozenset(map(str.strip, document.rows))
    for header in HEADER.finditer(text):
        end, names = header.end(), []
        while item := ITEM.match(text, end):
            names.append(item["name"].strip())
            end = item.end()
        if not edited and SECTIONS.isdisjoint(map(fold, names)):
            continue
        if len(names) >= FEWEST and 2 * sum(name in rows for name in names) >= len(names):
            start = header.start() - (header.start() > 0)
            yield cut(text, start, end if start else end + 1, f"the contents of a wiki's page, {len(names)} names")


RULE = Rule(
    name="furniture-wiki-contents",
    summary=Summary("The table of contents of a wiki's page", "百科词条目录"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example(
            "石门埂水库（百科）\n目录\n1 建设经过\n2 工程加固\n3 参考资料\n建设经过\n水库由群众修筑。\n工程加固\n两次除险。",
            "石门埂水库（百科）\n建设经过\n水库由群众修筑。\n工程加固\n两次除险。",
        ),
        Example.keep(
            "管理办法\n目录\n1 总则\n2 职责\n3 附则\n总则\n第一条　为了规范管理。\n职责\n第二条　各司其职。\n附则\n第三条　即日施行。",
            why="the contents of a document",
        ),
    ),
)
