"""Cuts what images leave behind: file names and `undefined` on lines of their own, `（图源网络）`, runs of hexadecimal stubs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.chats import is_said_in_chat
from speechclean.judgement.lines import stripped_lines
from speechclean.judgement.mentioned import is_named, is_object
from speechclean.judgement.quotations import is_quoted
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
    "点击小图",
    "点小图",
    "点图看",
    "点图查",
    "点图放",
    *(
        f"{kind}{whence}网"
        for kind in ("图", "图片")
        for whence in ("源", "来自", "源自", "选自", "取自", "来源", "来源于")
    ),
    *(f"{kind}{sign}网" for kind in ("图", "图片", "图片来源") for sign in (":", "/")),
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
_GONE = r"(?:[，,;；、 ]{1,2}(?:如|若|有)?侵(?:权|權)?[^（）()\[\]【】\n。]{0,6}[删刪]除?)?[）)\]】]"
CREDIT = Pattern(
    r"[（(\[【](?:本文|文中|部分)?(?:[配插题題头頭封]?[图圖]片?)(?:均|都|部分)?"
    r"(?:(?:[来來出選选取转轉]?[自源][于於自]?|[来來]源)[:： ]{0,2}|(?P<sign>[:：/／|]))"
    rf"(?:网[络路]|網[絡路]|互联网|互聯網)(?:图片|圖片)?{_GONE}"
)
"""Whence a picture is said to be that an extractor left out: from nowhere. With a sign alone it is told by its place."""
CLICK = Pattern(
    r"[（(\[【](?:点[击擊](?:图片|圖片|查看|上图|小图)[^（()）\[\]【】\n]{0,8}"
    r"|(?:请|請)?[点點][击擊]?小?[图圖]片?可?(?:[查观觀]?看|放大)(?:高清|清晰|完整)?(?:[原大][图圖]|图片?|圖片?|版)?)[）)\]】]"
)
STUBS = Pattern(r"(?:[\[【(（](?:图片|圖片)[\]】)）][ \t]*){2,}")
SENT_PICTURE = "[图片]"
HEX = Pattern(r"^[ \t]*(?=[0-9A-F]*\d)(?=[0-9A-F]*[A-F])[0-9A-F]{5,6}[ \t]*$", 8)
STEP = Pattern(
    r"[ \t\u3000]{0,3}(?P<title>[^\n]{2,60}?)的做法[ ,，]?(?:步[骤驟]|[图圖]解?)[ :：]{0,2}\d{1,2}[ \t\u3000]{0,3}"
)
"""What a recipe's picture is called where it is not shown: by the title above, and the number of the step."""
ENDS = ("", *"。！？!?…”」』）)\n")
SIZES = (5, 6)
FEWEST_CODES = 3


def find(document: Document) -> Iterator[Edit]:
    """Cut lines that are a file name or a stub."""
    for line in document.lines_with(_TRIGGERS):
        for match in CLICK.finditer(document.text, line.start, line.end):
            yield cut(document.text, match.start(), match.end(), "a call to click an image")
        for match in CREDIT.finditer(document.text, line.start, line.end):
            if _stands_so(document.text, match) and not _is_spoken_of(document.text, *match.span()):
                yield cut(document.text, match.start(), match.end(), "a picture's credit to nobody")
        for match in STUBS.finditer(document.text, line.start, line.end):
            yield cut(document.text, match.start(), match.end(), "images' stubs")
        if document.text[line.start : line.end].strip() == SENT_PICTURE and is_said_in_chat(document.text, line.start):
            continue
        if line.end - line.start <= 80 and STUB.fullmatch(document.text, line.start, line.end):
            yield cut_line(document.text, line.start, line.end, "an image's stub")
        elif (step := STEP.fullmatch(document.text, *line)) and _is_titled(document, step["title"]):
            yield cut_line(document.text, line.start, line.end, "what a step's picture is called")
    yield from _codes(document)


def _stands_so(text: str, credit: re.Match[str]) -> bool:
    """Whether a credit says where the picture is from, or stands between sentences: 图/网络 may be a term, too."""
    before, after = text[credit.start() - 1 : credit.start()], text[credit.end() : credit.end() + 1]
    return not credit["sign"] or before in ENDS or after in ("", "\n")


def _is_spoken_of(text: str, start: int, end: int) -> bool:
    """Whether a credit is quoted, or a sentence is about it."""
    return is_quoted(text, start, end) or is_named(text, end) or is_object(text, start)


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
        Example("第三桌坐满了。(配图源自网络)（大笑）", "第三桌坐满了。（大笑）"),
        Example.keep("请把 logo.png 放到根目录。", why="a file that the sentence is about"),
    ),
)
