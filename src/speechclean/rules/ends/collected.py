"""Cuts what a site adds to the title of a text from its collections: （通用12篇）, `篇一：…`, `… 篇1`, where no second part follows.

The parts of an author's work stay, and so does the title of an anthology: something on the page has to be a site's.
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

TRIGGERS = ("篇)", "篇）", "篇一", "篇1", "第一篇", "篇①", "范文一", "范文1")
_TRIGGERS = frozenset(TRIGGERS)
HEAD, LONGEST = 400, 60
OF_SITES = Pattern("小[编編]|本站|[范範]文|相[关關]文章|推[荐薦]度|[导導][语語读讀][】：:]|(?i:word)(?:文[档檔]|版)")
"""What a page with collections says elsewhere, too; an anthology does not."""
FIRST = Pattern(r"[\s【\[]{0,3}(?P<label>第一篇|篇[一1①]|范文[一1])[】\]]?[: ](?P<title>[^\n。,!?]{3,40})$")
KIND = Pattern(
    r"(?:作文|讲话|发言|[讲话言信]稿|总结|报告|体会|[读观]后感|范文|[方预]案|计划|[致祝][辞词]|倡议书|申请书|检讨书|材料|心得|事迹|简历|合同|通知"
    r"|主持词|日记|教案|反思|鉴定|感言)(?P<length>\d{2,4}字)?[ \t]*$"
)
GENERIC = Pattern(
    r"(?:20\d\d年?)?(?:度|个人|年终|年度|半年|全年|上半年|下半年|学期|学年|单位|部门|公司|企业|学校|班级|大学|中学|小学|员工|教师|老师|学生|班主任|护士"
    r"|医生|会计|实习|社会|实践|学习|思想|工作|生活|述职|转正|优秀|先进|入党|廉政|安全|教育|教学|培训|活动|会议|开学|毕业|典礼|国旗下)"
    r"{1,8}(?:的|上的)?(?:总结|讲话|发言|[讲话言信]稿|报告|体会|心得体会|计划|方案|申请书|检讨书|倡议书|鉴定|感言|[致祝][辞词])[ \t]*$"
)
"""A title that names nobody and nothing, as a collection has them."""
LAST = frozenset(("篇1", "篇一"))
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
        title = folded[: counted.start()].strip() if counted else ""
        if counted and title and ("通用" in counted[0] or _is_sites(document.original, title)):
            yield cut(
                text, line.start + counted.start(), line.start + counted.end(), "a count of the texts in a collection"
            )
        elif _is_first(folded, text[: line.start], document.original) and not SECOND.search(text):
            yield cut_line(text, line.start, line.end, "the first part of a collection without a second")


def _is_sites(page: str, title: str) -> bool:
    """Whether a page says at its head or its foot that it is a site's, or numbers the texts of its own title."""
    if OF_SITES.search(page, 0, 2 * HEAD) or OF_SITES.search(page, max(0, len(page) - 2 * HEAD)):
        return True
    return any(row[-2:] in LAST and row[:-2].rstrip(" :") == title for row in _head(page))


def _head(page: str) -> list[str]:
    return [row.strip() for row in fold(page[: 2 * HEAD]).split("\n")]


def _is_first(folded: str, above: str, page: str) -> bool:
    """Whether a line is the title of a collection's first text: named by its kind, or the title above with a number."""
    if first := FIRST.match(folded):
        return not above.strip() and _is_collected(first["label"], first["title"], page)
    row = folded.strip()
    title = row[:-2].rstrip(" :") if row[-2:] in LAST else ""
    if len(title) < 3 or title not in fold(above):
        return False
    return bool(KIND.search(title) or OF_SITES.search(page, 0, 2 * HEAD) or any(map(COUNTED.search, _head(page))))


def _is_collected(label: str, title: str, page: str) -> bool:
    """Whether a title with its label is a collection's: of a kind, and with proof that no author wrote it."""
    kind = KIND.search(title)
    if not kind:
        return False
    return bool(
        kind["length"]
        or label.startswith("范文")
        or _is_sites(page, title)
        or (label.startswith("篇") and GENERIC.match(title))
    )


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
        Example.keep("第一篇：狂人日记\n今天晚上，很好的月光。", why="a story"),
        Example.keep("书末收他的杂文（精选10篇）作为附录，其余从略。", why="an anthology"),
    ),
)
