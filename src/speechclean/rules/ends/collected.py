"""Cuts what a site adds to the title of a text from its collections: （通用12篇）, `篇一：…`, `… 篇1`, where no second part follows.

The parts of a work stay, and so does the title of an anthology.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.titles import COUNTED
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

TRIGGERS = ("篇)", "篇）", "篇一", "篇1", "第一篇", "篇①")
_TRIGGERS = frozenset(TRIGGERS)
HEAD, LONGEST = 400, 60
OF_SITES = Pattern("小[编編]|本站|[范範]文|相[关關]文章|篇[1一]")
"""What a page with collections says elsewhere, too; an anthology does not."""
FIRST = Pattern(r"[\s【\[]{0,3}(?:第一篇|篇[一1①]|范文[一1])[】\]]?[: ](?P<title>[^\n。,!?]{3,40})$")
KIND = Pattern(
    r"(?:作文|讲话|发言|[讲话言信]稿|总结|报告|体会|[读观]后感|范文|[方预]案|计划|[致祝][辞词]|倡议书|申请书|检讨书|材料|心得|事迹|简历|合同|通知"
    r"|主持词|日记|教案|反思|鉴定|感言)(?:\d{2,4}字)?[ \t]*$"
)
SECOND = Pattern("第二篇|第2篇|篇[二2②]|[范範]文[二2]")


def find(document: Document) -> Iterator[Edit]:
    """Look at the first lines."""
    text = document.text
    for line in document.lines_with(_TRIGGERS):
        if line.start > HEAD:
            return
        if line.end - line.start > LONGEST or not text[line.end :].strip():
            continue
        folded = document.folded(line.start, line.end)
        counted = COUNTED.search(folded)
        if counted and folded[: counted.start()].strip() and _is_sites(document.original, counted[0]):
            yield cut(
                text, line.start + counted.start(), line.start + counted.end(), "a count of the texts in a collection"
            )
        elif _is_first(folded, text[: line.start]) and not SECOND.search(text):
            yield cut_line(text, line.start, line.end, "the first part of a collection without a second")


def _is_sites(page: str, counted: str) -> bool:
    return "通用" in counted or OF_SITES.search(page) is not None


def _is_first(folded: str, above: str) -> bool:
    """Whether a line is the title of a collection's first text: named by its kind, or the title above with a number."""
    if first := FIRST.match(folded):
        return not above.strip() and KIND.search(first["title"]) is not None
    row = folded.strip()
    title = row[:-2].rstrip(" :") if row.endswith(("篇1", "篇一")) else ""
    return len(title) > 2 and title in fold(above)


RULE = Rule(
    name="end-collection",
    summary=Summary("What a site adds to a title from its collections", "“通用N篇”“篇一：”等合集标记"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example(
            "消防讲座开场白(通用12篇)\n消防讲座开场白 篇1\n同学们，请先闭上眼睛。",
            "消防讲座开场白\n同学们，请先闭上眼睛。",
        ),
        Example("第一篇：我的奶奶作文500字\n奶奶的耳朵背了。", "奶奶的耳朵背了。"),
        Example.keep("第一篇：总论\n本书分三篇。\n第二篇：分论\n以下分述。", why="the parts of a work"),
        Example.keep("书末收他的杂文（精选10篇）作为附录，其余从略。", why="an anthology"),
    ),
)
