"""Cuts a site's legal footer: copyright line, ICP and police numbers. A sentence about copyright stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.extracted import is_authors_markdown
from speechclean.judgement.genre import is_manual
from speechclean.judgement.mentioned import is_shown
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechclean.core.document import Document, Line
    from speechclean.core.edit import Edit

TRIGGERS = (
    "copyright",
    "all rights reserved",
    "rights reserved",
    "icp备",
    "icp证",
    "公网安备",
    "公安备",
    "版权所有",
    "©",
    "(c)",
    "网安备",
    "powered by",
)
_TRIGGERS = frozenset(TRIGGERS)
LEGAL = Pattern(
    r"(?P<strong>copy ?right ?(?:©|\(c\)|\?|&copy;)|all ?rights? ?reserved|(?<![a-z])icp ?[备证] ?(?:\d|第|字|x)"
    r"|公网安备 ?(?:\d|第)|公安备(?:案)?(?:号)? ?\d|powered by [a-z]|© ?(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d|© ?(?:(?:19"
    r"|20)\d\d ?)?[^\s,。:]{1,10}(?:网|站|\.?com|\.net|\.cn|公司|社)(?![^\s])"
    r"|© ?(?:本|该|此)(?:菜谱|作品|图片|视频|文章|文|帖|内容)[^。\n]{0,40}(?:未经[^。\n]{0,12}(?:不得|禁止)|授权))"
    r"|(?P<weak>copyright|版权所有|(?:不得|禁止|严禁|请勿|谢绝)(?:擅自|任意|非法)?(?:转载|复制|镜像|翻印)|翻(?:版"
    r"|印)必究|违者必究|盗版必究|©|\(c\)|未经(?:授权"
    r"|许可|允许|同意)|经营许可证|举报电话|技术支持|主办单位|承办|网站标识码|客服热线|原创)"
)
SENTENCE = Pattern(r"[。；;！][^\s]|“|《中华|条")
VALUE = Pattern(r"\s*(?:[\w'\"]{1,30} ?[:=] ?(['\"]).*\1[,;]?|<([a-z]{1,10})[ >].*</\2>)\s*")
"""A line of a program, which gives something a name, or of a page's source."""


def find(document: Document) -> Iterator[Edit]:
    """Weigh the legal words on a line of their own, unless it is announced or a program's."""
    shown = -1
    for line in document.lines_with(_TRIGGERS):
        if line.end - line.start > 240:
            continue
        folded = document.folded(line.start, line.end)
        found = list(LEGAL.finditer(folded))
        if not found or (VALUE.fullmatch(folded) and ("<" not in folded or document.fact(is_manual))):
            continue
        if document.fact(is_authors_markdown):
            return
        if line.start - 1 == shown or is_shown(document.text, *line):
            shown = line.end
            continue
        strong = len({match["strong"] for match in found if match["strong"]})
        weak = len({match["weak"] for match in found if match["weak"]})
        if SENTENCE.search(folded) and not strong > 1:
            yield from _last_sentence(document, line, found)
            continue
        if strong or (weak > 1 and line.end - line.start <= 80):
            yield cut_line(document.text, line.start, line.end, "a site's legal footer")


def _last_sentence(document: Document, line: Line, found: list[re.Match[str]]) -> Iterator[Edit]:
    """The last sentence of a paragraph where it is short and begins with such words."""
    last = found[-1]
    start = line.start + last.start()
    if last["strong"] and line.end - line.start - last.end() <= 30 and document.text[start - 1] in "。！!；; ":
        yield cut(document.text, start, line.end, "a site's legal footer behind a sentence")


RULE = Rule(
    name="furniture-copyright-line",
    summary=Summary("Copyright, ICP and police numbers of a site", "网站版权与备案行"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example("散会。\nCopyright © 2015-2020 某某网 All Rights Reserved. 京ICP备00000000号", "散会。"),
        Example.keep("扉页上写着“版权所有，违者必究”。", why="a sentence that quotes it"),
        Example.keep(
            "页脚至少有两行：\nCopyright © 2014 我的小站\n京ICP备00000000号", why="the line above announces them"
        ),
        Example.keep("© 2016　作者：阿禾", why="an author's own mark"),
    ),
)
