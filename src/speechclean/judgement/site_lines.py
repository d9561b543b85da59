"""Judges a line among the lines of its page: does it read like a site's, and is it nothing that other rules know better."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern
from speechclean.judgement.likeness import likeness, told
from speechclean.judgement.rows import FEW
from speechclean.judgement.titles import COUNTED

if TYPE_CHECKING:
    from speechclean.core.document import Document, Line
    from speechclean.judgement.surroundings import Lines

NEED, NEED_ABOVE = 1.5, 2.0
"""What a line among others needs to go; one with text below it may be a title, and needs more."""
NEED_OF_FEW = 3.0
"""The same for a line of few characters, which may be a heading."""
NEED_OF_ODD, NEED_OF_DATED, NEVER = 4.5, 3.5, float("inf")
"""The same for a line below all text that holds a date, or hardly a Chinese character; and above it, for one with a date
that holds much more than that: a date with its label, or alone, stays there."""
SURE = 6.0
"""A line that reads so by itself is not parted."""
ABOVE, NEED_OF_OWN = -1.5, 3.0
"""A line that reads worse than this by itself stays, whatever stands around it; one below 0 needs more company."""
LONGEST = 160
HAN = Pattern("[㐀-鿿]")
FEWEST_HAN, MANY_HAN = 2, 6
DATED = Pattern(r"(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月]|(?:发布|更新|时间|日期)[:：]")
OTHERS = Pattern(
    r"(?:来源|作者|记者|撰文|编辑|责编|审核|文|图) ?[:/／][ ]?[^\s]|责任编辑|责编|作者系|作者简介|通讯员|供稿|摄影"
    r"|[_＿…]{3}|\[[jmdcn]\]|^(?:附件?|注|附录|(?:作文)?(?:题目|话题|要求))[:：\d一二三]|〔[12]\d{3}〕|^[推嘘→] "
)
"""What other rules know better, or nobody does: bylines, forms to fill in, references, enclosures, replies."""
TITLE = Pattern(
    r"(?:讲话|致辞|发言|报告|稿|总结|体会|感悟|作文|通知|方案|计划|意见|公告|制度|合同|范本|事迹|材料|倡议书|读后感)稿?"
    r"(?:[(（][^()（）]{0,12}[)）]|[0-9]{2,4}字)?(?:合集|汇编)?\d{0,3}篇?$"
    rf"|{COUNTED.source}"
)
"""The title of a document, which a site may have lengthened."""
FRONT = Pattern(r"(?:(?:推荐|自|代|译)?序言?|译?后记|前言|跋|附录)[ \u3000:：][^,，。]{0,24}$")
"""A part of a book in its contents."""
MODEST, SHARED, MOSTLY_SHARED = 2.0, 0.15, 0.4
"""A line that reads little like a site's may be the text's title where it shares so much of its pairs with the text, and another
that is not surely a site's where it shares much more."""
PARTED = Pattern(r"[_|>»›→/／]|-[^-]{2,12}(?:网|库)$| {2}|\u3000")
"""What stands between the parts of a page's title, and of a path."""
PARTS = Pattern(r"(?:[^。！？!?…；;\[\]【】 \u3000]| (?!  )|\u3000(?!\u3000))+[。！？!?…；;]*[”」』]?")
FOREIGN = -0.5
"""A sentence that reads worse than this is an author's."""


def evidence(lines: Lines, number: int) -> str:
    """The evidence that a line is a site's, or nothing."""
    line, alone = lines.folded(number), lines.score(number)
    if alone < ABOVE or len(line) > LONGEST or OTHERS.search(line):
        return ""
    among = lines.among(number)
    if among < max(_need(lines, number), NEED_OF_OWN if alone < 0 else NEED) or (alone < SURE and _has_author(line)):
        return ""
    if _is_title(lines, number, alone):
        return ""
    return f"reads like a site's, {alone:+.1f} alone and {among:+.1f} among its lines: {told(line)}"


def _need(lines: Lines, number: int) -> float:
    """What a line needs to go, by its shape and its place."""
    line, below = lines.folded(number), lines.is_below(number)
    han, dated = len(HAN.findall(line)), DATED.search(line)
    if not below and (TITLE.search(line) or (dated and (han < MANY_HAN or dated[0][-1] in ":："))):
        return NEVER
    if dated and not below:
        return NEED_OF_DATED
    if dated or han < FEWEST_HAN:
        return NEED_OF_ODD
    if len(line) < FEW or lines.heads_text(number):
        return NEED_OF_FEW
    return NEED if below else NEED_ABOVE


def _is_title(lines: Lines, number: int, alone: float) -> bool:
    """Whether a line may be the text's title, in the text's words, or that of a part of a book."""
    line = lines.folded(number)
    if FRONT.match(line):
        return True
    if len(line) < FEW or line.endswith("。") or alone >= SURE:
        return False
    if alone >= MODEST and (PARTED.search(line) or DATED.search(line)):
        return False
    return lines.shared(number) >= (SHARED if alone < MODEST else MOSTLY_SHARED)


def is_repeated(document: Document, line: Line) -> bool:
    """Whether a line stood there twice, as a title does: of its copies the rule for repeated titles takes all but one."""
    row = document.text[line.start : line.end].strip()
    if len(row) < FEW or row[-1] in "。！!" or document.fact(_counted)[row] < 2:
        return False
    return likeness(fold(row)) <= MODEST


def _counted(text: str) -> Counter[str]:
    """How often each line stands in a text."""
    return Counter(map(str.strip, text.split("\n")))


def _has_author(line: str) -> bool:
    """Whether one of several sentences in a line is an author's."""
    parts = [part for part in PARTS.findall(line) if len(HAN.findall(part)) > FEWEST_HAN]
    return len(parts) > 1 and min(map(likeness, parts)) < FOREIGN
