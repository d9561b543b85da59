"""Cuts breadcrumbs: the path from a site's home to the page. A path in a manual, which starts at no home, stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.document import Line
from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.contacts import is_of_contacts
from speechclean.judgement.genre import is_manual
from speechclean.judgement.mentioned import is_shown
from speechclean.judgement.page_line import read
from speechclean.rules.furniture.steps import END, HOME, PLACE, STEP
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

TRIGGERS = (
    "首页", "主页", "位置", "所在", "正文", ">>", "»", "网>", "网 >", "网 -", "网-", "→", "您在", "频道", "导航", "›",
    "库>", "库 >", "坛>", "坛 >", "区>", "区 >", "线>", "线 >", "家>", "家 >", "城>", "城 >", "站>", "站 >",
    "分类>", "分类 >", "类 >", "全部宝贝", "全部商品",
    "home /", "home >", "友善列印", "> 正", "->",
)  # fmt: skip
_TRIGGERS = frozenset(TRIGGERS)
LONGEST = 160
CHAPTER = Pattern(r"第[零〇一二三四五六七八九十百千两\d]{1,7}[章回节卷集]")
NAMED_CHAPTER = Pattern(CHAPTER.source + r"[ \u3000][^ \u3000]{1,12}")
PROSE, FURTHEST_PROSE = Pattern(r"^[^，。：:]{1,40}[，。：]"), 300
"""How a sentence begins, and how far below a path it is looked for."""
MENU = Pattern(r"[\s|/·•]+")
BEHIND = Pattern(r"\u3000| {2,}|\t")
MOST_OF_PROSE, SHORTEST, FURTHEST = 2, 3, 60
"""So many arrows, so long a title, and so far to the last arrow, in a path that names no home."""
ENOUGH = 3
"""So much controls weigh that say by themselves what stands before them."""
SENTENCE = Pattern(r"[。！？!?;；]")


def find(document: Document) -> Iterator[Edit]:
    """Judge every short line with a step of a path in it."""
    for line in document.lines_with(_TRIGGERS):
        if line.end - line.start <= LONGEST and not document.fact(is_manual):
            yield from _judge(document, line)


def _judge(document: Document, line: Line) -> Iterator[Edit]:
    if SENTENCE.search(document.text, line.start, line.end):
        return
    folded = document.folded(line.start, line.end)
    place = PLACE.match(folded)
    steps = [match for match in STEP.finditer(folded) if match.start()]
    arrows = [match for match in steps if match[0].strip() not in {"/", "-", "–"}]
    home = HOME.match(folded, place.end() if place else 0)
    if is_shown(document.text, *line) or is_of_contacts(document.text, line.start):
        return
    if len(arrows) > 1 and _ends_in_controls(document, Line(line.start + arrows[-1].end(), line.end)):
        yield cut_line(document.text, line.start, line.end, "a path with controls behind it")
        return
    if not (place or home or (END.search(folded) and arrows)):
        yield from _to_title(document, line, folded, arrows)
        return
    if home and not arrows and is_menu(folded):
        yield cut_line(document.text, line.start, line.end, "a menu that begins at the home page")
        return
    if not (arrows or (place and steps) or (home and len(steps) > 1)):
        return
    dates = [(item.start, item.end) for item in read(folded).items if item.kind == "date"]
    title = _title(document, line, folded, arrows)
    evidence = "a path from the home page"
    if title:
        yield cut(document.text, line.start, line.start + title, evidence)
    elif dates:
        start, end = line.start + dates[0][0], line.start + dates[-1][1]
        yield cut(document.text, line.start, start, evidence)
        if document.text[end : line.end].strip():
            yield cut(document.text, end, line.end, evidence)
    else:
        yield cut_line(document.text, line.start, line.end, evidence)


def _ends_in_controls(document: Document, last: Line) -> bool:
    """Whether controls and nothing else stand behind the last step of a path, after a gap."""
    gap = BEHIND.search(document.text, last.start + 1, last.end)
    behind = read(document.folded(gap.end(), last.end)) if gap else None
    return behind is not None and behind.weight >= ENOUGH and not behind.text and not behind.kinds("date", "value")


def _to_title(document: Document, line: Line, folded: str, arrows: list[re.Match[str]]) -> Iterator[Edit]:
    """The first line where it is a path of three steps or more to the title that is the next line, or its chapter."""
    if len(arrows) < MOST_OF_PROSE or line.start > LONGEST or document.text[: line.start].strip():
        return
    last = BEHIND.split(folded[arrows[-1].end() :].strip())[0]
    below = document.folded(line.end, min(len(document.text), line.end + LONGEST)).strip().partition("\n")[0].rstrip()
    title = below.split()[:1] == [last] if CHAPTER.fullmatch(last) else below.split() == last.split()
    steps = {step.strip() for step in STEP.split(folded)[:-1]}
    if (
        len(last) >= SHORTEST
        and title
        and arrows[-1].start() <= FURTHEST
        and steps.isdisjoint(map(str.strip, document.rows))
    ):
        yield cut_line(document.text, line.start, line.end, "a path to the title below")


def is_menu(folded: str) -> bool:
    """Whether a line is four or more short items without a sentence's marks, the first of them the home page."""
    items = [item for item in MENU.compiled.split(folded) if item]
    short = sum(len(item) <= 6 for item in items[1:])
    return (
        len(items) > 3
        and len(items[0]) <= 12
        and short >= 0.8 * (len(items) - 1)
        and ("首页" in items[0] or "主页" in items[0])
    )


def _title(document: Document, line: Line, folded: str, arrows: list[re.Match[str]]) -> int:
    """Where the title begins that the path ends in, or 0: a long last step that the next line does not repeat."""
    if not arrows:
        return 0
    last = folded[arrows[-1].end() :].strip()
    if (len(last) < 12 and not NAMED_CHAPTER.fullmatch(last)) or END.search(last) or read(last).weight:
        return 0
    if any(control in last for control in "【[("):
        return 0
    if len(last) < 12:
        return arrows[-1].end() if _heads_prose(document, line) else 0
    near = document.folded(line.end, min(len(document.text), line.end + 120))
    shared = sum(character in near for character in last)
    return 0 if shared > 0.6 * len(last) else arrows[-1].end()


def _heads_prose(document: Document, line: Line) -> bool:
    """Whether the next line that is no site's is a sentence: then nothing but the path tells what the text is called."""
    below = document.folded(line.end, min(len(document.text), line.end + FURTHEST_PROSE)).split("\n")
    own = next((row for row in below if row.strip() and not read(row).weight), "")
    return PROSE.search(own) is not None


RULE = Rule(
    name="furniture-breadcrumb",
    summary=Summary("Breadcrumbs", "面包屑导航"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example("您当前的位置：首页 >> 政务公开 >> 正文\n关于停水的通知", "关于停水的通知"),
        Example("落笔中文 → 都市言情 → 《南巷灯火》 → 第二十九章\n第二十九章　旧收音机", "第二十九章　旧收音机"),
        Example.keep("请依次打开“设置 > 通用 > 关于本机”查看版本。", why="a path in a manual"),
        Example.keep("所在位置：县城东门外五里处。", why="a place in the world"),
    ),
)
