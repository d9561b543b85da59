"""Cuts what images leave behind: file names and `undefined` on lines of their own, runs of hexadecimal stubs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.lines import stripped_lines
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

TRIGGERS = (
    ".jpg",
    ".jpeg",
    ".png",
    ".gif",
    ".bmp",
    ".webp",
    "undefined",
    "null",
    "nan",
    "点击图片",
    "[图片]",
    "[img]",
    "(图片)",
    "图片加载",
    "查看大图",
    "看大图",
    "点击查看",
    "点击上图",
    "的做法",
)
_TRIGGERS = frozenset(TRIGGERS)
STUB = Pattern(
    r"(?!\s*!\[)[ \t\u3000\[(（【]*(?:[^\n/,，。；;:：<>\"“]{0,60}\.(?:jpe?g|png|gif|bmp"
    r"|webp)(?: ?\([\d. ]{1,10}[KMkm]?B[^)\n]{0,20}\))?|undefined|null|NaN"
    r"|(?:图片)?附件[:：] ?[^\n/,，。；;<>\"“]{0,60}\.(?:jpe?g|png|gif|bmp|webp)[^\n。]{0,60}"
    r"|图片|(?:img|IMG|image|IMAGE)|点击(?:图片|查看|此处)?(?:看|查看|显示|放大)?(?:大图|原图|图片)?(?:看大图"
    r"|查看大图|查看原图|进入下一页"
    r"|放大)?)[ \t\u3000\])）】]*"
)
CLICK = Pattern(r"[（(\[【]点[击擊](?:图片|圖片|查看|上图|小图)[^（()）\[\]【】\n]{0,8}[）)\]】]")
STUBS = Pattern(r"(?:[\[【(（](?:图片|圖片)[\]】)）][ \t]*){2,}")
HEX = Pattern(r"^[ \t]*(?=[0-9A-F]*\d)(?=[0-9A-F]*[A-F])[0-9A-F]{5,6}[ \t]*$", 8)
STEP = Pattern(
    r"[ \t\u3000]{0,3}(?P<title>[^\n]{2,60}?)的做法[ ,，]?(?:步[骤驟]|[图圖]解?)[ :：]{0,2}\d{1,2}[ \t\u3000]{0,3}"
)
"""What a recipe's picture is called where it is not shown: by the title above, and the number of the step."""
SIZES = (5, 6)
FEWEST_CODES = 3


def find(document: Document) -> Iterator[Edit]:
    """Cut lines that are a file name or a stub."""
    for line in document.lines_with(_TRIGGERS):
        for match in CLICK.finditer(document.text, line.start, line.end):
            yield cut(document.text, match.start(), match.end(), "a call to click an image")
        for match in STUBS.finditer(document.text, line.start, line.end):
            yield cut(document.text, match.start(), match.end(), "images' stubs")
        if line.end - line.start <= 80 and STUB.fullmatch(document.text, line.start, line.end):
            yield cut_line(document.text, line.start, line.end, "an image's stub")
        elif (step := STEP.fullmatch(document.text, *line)) and _is_titled(document, step["title"]):
            yield cut_line(document.text, line.start, line.end, "what a step's picture is called")
    yield from _codes(document)


def _is_titled(document: Document, title: str) -> bool:
    """Whether a line of the text is just this title."""
    return not document.fact(stripped_lines).isdisjoint((title, f"{title}的做法"))


def _codes(document: Document) -> Iterator[Edit]:
    """Cut the hexadecimal stubs where there are three or more."""
    codes: list[re.Match[str]] = []
    start = 0
    for row in document.rows:
        if len(row.strip(" \t")) in SIZES and (match := HEX.match(document.text, start)):
            codes.append(match)
        start += len(row) + 1
    if len(codes) >= FEWEST_CODES:
        for match in codes:
            yield cut_line(document.text, match.start(), match.end(), f"one of {len(codes)} stubs")


RULE = Rule(
    name="furniture-image-stub",
    summary=Summary("File names and stubs of images", "图片文件名与占位残留"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example("第一段。\n截屏2022-11-15.jpg\n第二段。", "第一段。\n第二段。"),
        Example.keep("请把 logo.png 放到根目录。", why="a file that the sentence is about"),
    ),
)
