"""Cuts what forum software writes into a post: who edited it last, what the reader may not see."""

from __future__ import annotations

from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.core.edit import cut
from speechclean.shapes import cut_line
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

TRIGGERS = ("最后由", "本主题由", "该贴已经", "此帖由", "本帖由", "该帖由", "本贴由", "最后编辑", "发表于", "发表在", "只需一步", "来自:", "来自：", "编辑过", "本楼由")
_TRIGGERS = frozenset(TRIGGERS)
WHEN = r"(?:19|20)?\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ \u3000]{0,2}\d{1,2}:\d{2}(?::\d{2})?)?(?: ?[ap]m)?"
MARK = Pattern(
    rf"[\[【(☆ \u3000]{{0,4}}(?:(?:本|此|该|这)(?:帖|贴|主题|文|楼|篇)子?(?:已经?|曾)?(?:被|由)? ?最后(?:被|由)?|最后(?:由|编辑[::])|(?:本|此|该)(?:主题|帖|贴)子?(?:已)?(?:被|由)|该贴已经被?)"
    rf"[^\n。]{{1,40}}?(?:{WHEN})?[^\n。]{{0,12}}?(?:编辑过?|设置[^\s,。]{{0,6}}|置顶|移动|关闭|加入精华|修改过?|合并|提升|解除[^\s,。]{{0,6}})[\])】☆ ]{{0,3}}"
)


def find(document: Document) -> Iterator[Edit]:
    """Cut these marks where a line begins with one."""
    for line in document.lines_with(_TRIGGERS):
        folded = document.folded(line.start, min(line.end, line.start + 120))
        mark = MARK.match(folded)
        if not mark or not any(character.isdigit() for character in mark[0]):
            continue
        if line.start + mark.end() >= line.end:
            yield cut_line(document.text, line.start, line.end, "the forum's note on the post")
        else:
            yield cut(document.text, line.start, line.start + mark.end(), "the forum's note on the post")


RULE = Rule(
    name="furniture-forum-mark",
    summary=Summary("A forum's notes on a post", "论坛帖子的编辑标记"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example("本帖最后由 老王 于 2015-3-2 10:20 编辑\n今天钓了两条鲫鱼。", "今天钓了两条鲫鱼。"),
        Example.keep("本主题由学生会于去年提出，今年仍未解决。", why="a sentence about a subject"),
    ),
)
