"""Cuts the pictures that an extractor wrote in Markdown into a page that is none: `![](/upload/a.jpg)`; a caption in one stays.

Must not touch what is written in Markdown by its author, and texts about it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.extracted import is_page
from speechclean.judgement.genre import is_manual
from speechclean.judgement.lines import stripped_lines
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document, Line
    from speechclean.core.edit import Edit

TRIGGERS = ("![",)
_TRIGGERS = frozenset(TRIGGERS)
_ADDRESS = r"\([ ]?[^()\s]*(?:\([^()\s]{0,100}\)[^()\s]*)?(?: [\"'][^\"'\n]{0,200}[\"'])?[ ]?\)"
PICTURE = Pattern(
    rf"(?P<link>\[)?!\[(?P<alt>(?:[^\[\]\n]|\[[^\[\]\n]{{0,20}}\]){{0,200}})\](?P<address>{_ADDRESS})(?(link)\]{_ADDRESS})",
    first="[!",
)
FILE = Pattern(r"\([ ]?(?:https?:|data:|//?|\.\.?/)|\.(?:jpe?g|png|gif|bmp|webp|svg|avif|ashx)\b")
CAPTION = Pattern(r"^[图圖▲△↑]|[，。；：]|[摄攝]$|(?:供|资料|資料)[图圖]")
TOPIC = Pattern("arkdown(?! Content:)|MARKDOWN")
HEADING = Pattern(r"(?m)^#{1,2} ")


def find(document: Document) -> Iterator[Edit]:
    """Cut each picture, with its line where nothing else stands there."""
    if document.fact(_is_the_authors):
        return
    for line in document.lines_with(_TRIGGERS):
        yield from _cut(document, line)


def _is_the_authors(text: str) -> bool:
    """Whether the text is Markdown that its author wrote, or about it."""
    if is_page(text):
        return False
    return is_manual(text) or TOPIC.search(text) is not None or HEADING.search(text) is not None


def _cut(document: Document, line: Line) -> Iterator[Edit]:
    """Cut the pictures in a line."""
    text, rest, captions = document.text, "", 0
    found = [match for match in PICTURE.finditer(text, line.start, line.end) if FILE.search(match["address"])]
    edits: list[Edit] = []
    position = line.start
    for match in found:
        rest += text[position : match.start()]
        position = match.end()
        if _is_caption(document, match["alt"]):
            captions += 1
            if document.fact(is_page):
                continue  # of a page in Markdown the pictures that tell what they show are the author's
            edits.append(cut(text, match.start(), match.start("alt"), "a picture around its caption"))
            edits.append(cut(text, match.end("alt"), match.end(), "a picture around its caption"))
        else:
            edits.append(cut(text, match.start(), match.end(), "a picture"))
    rest += text[position : line.end]
    if found and not captions and not rest.strip():
        yield cut_line(text, line.start, line.end, "a picture")
    else:
        yield from edits


def _is_caption(document: Document, alt: str) -> bool:
    """Whether it tells what the picture shows, and no line of the text says the same."""
    return CAPTION.search(alt) is not None and alt.strip() not in document.fact(stripped_lines)


RULE = Rule(
    name="furniture-picture",
    summary=Summary("Pictures that an extractor wrote in Markdown", "提取程序写成 Markdown 的图片"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example("两人双双夺金。\n![](/upload/a.jpg)\n赛后，大家合影。", "两人双双夺金。\n赛后，大家合影。"),
        Example("他走了。![在这里插入图片描述](https://img.example/1.png)\n天亮了。", "他走了。\n天亮了。"),
        Example("他走了。\n![图1：比赛现场](/a.jpg)\n天亮了。", "他走了。\n图1：比赛现场\n天亮了。"),
        Example.keep("# 安装\n![界面](img/a.png)\n点“下一步”。", why="the author's own Markdown"),
        Example.keep("在 Markdown 里，图片写成 ![说明](a.png)，链接少一个叹号。", why="a text about Markdown"),
    ),
)
