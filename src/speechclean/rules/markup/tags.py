"""Removes HTML tags and comments that an extractor left, plain or escaped (`&lt;br/&gt;`); their content stays.

Code, and sentences about tags, keep theirs; so do `<正>`, `a<b` and whatever is no known tag.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from speechclean.core.edit import swap
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.hanging import CLOSERS, MARKS, REACH, hangs
from speechclean.judgement.mentioned import is_object
from speechclean.rules.markup.shown import is_the_authors
from speechclean.rules.markup.subject import is_markdown, is_technical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

NAMES = (
    "abbr|acronym|address|article|aside|audio|bdo|big|blockquote|body|br|button|canvas|caption|center|cite|code|col|"
    "colgroup|dd|del|details|dfn|dir|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|frame|frameset|"
    "head|header|hr|html|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|marquee|menu|meta|nav|nobr|"
    "noscript|object|ol|optgroup|option|p|param|pre|q|rp|rt|ruby|s|samp|section|select|small|source|span|strike|strong|"
    "style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|title|tr|track|tt|u|ul|var|video|wbr|a|b|i|o:p|"
    "script|v:shape|(?:st1|w|m|o):\\w{1,20}|path|g|i-amphtml-\\w{1,20}"
)
KIND = Pattern(
    r"(?i)[<＜&].{0,12}?\b(?:(?P<block>p|div|li|tr|h[1-6]|table|ul|ol|dl|dd|dt|hr|section|article|blockquote|title)|"
    r"(?P<cell>td|th)|(?P<line>br))\b"
)
PAGE = Pattern(r"(?i)<(?:html|head|body|script|style|form|meta)>")
EMPTY = Pattern(r"(?i)<(?:br|hr|img|wbr|input|col|embed|param)>")
OPEN = r"(?:<|＜|&(?:(?:amp|#38);){0,2}(?:lt|#0{0,3}60|#x0{0,2}3c);)"
CLOSE = r"(?:>|＞|&(?:(?:amp|#38);){0,2}(?:gt|#0{0,3}62|#x0{0,2}3e);)"
ATTRIBUTES = r"(?:[\s\u3000/]+[^<>＜＞]{0,600}?)?"
TAG = Pattern(
    rf"{OPEN}(?:/\s?)?(?:{NAMES}|h[1-6]){ATTRIBUTES}\s?/?{CLOSE}|{OPEN}!--.{{0,2000}}?--{CLOSE}|"
    rf"{OPEN}!(?:DOCTYPE|\[CDATA\[)[^<>]{{0,200}}{CLOSE}|{OPEN}\?xml[^<>]{{0,300}}{CLOSE}",
    re.IGNORECASE | re.DOTALL,  # attributes and comments may hold newlines
    first="<＜&",
)
RAISED = frozenset(("<sup>", "<sub>"))
"""No type in code is called so: behind a number or a letter they are tags."""
ANCHOR = Pattern(r"<a (?:id|name)=[\"'][^\"'<>]{1,80}[\"'] ?></a>")
LINE = 80
"""So far around a tag others are looked at, in its line."""
HANGING = Pattern(rf"[ \u3000]*([{CLOSERS}{MARKS}])")
BLANKS = " \u3000"
ENDS = "。！？；…”』」）)!?;：:"


def find(document: Document) -> Iterator[Edit]:
    """Cut the tags. Of touching ones the strongest decides what takes their place."""
    text = document.text
    if document.fact(is_technical):
        return
    tags = list(TAG.finditer(text))
    if "](#" in text:
        tags = _without_anchors(text, tags)
    named = [match.span() for match in tags if _named(text, match)]
    run: list[re.Match[str]] = []
    for match in tags:
        if "!--" in match[0] and _alone(text, match) and document.fact(is_markdown):
            continue
        if (named and _is_near(named, text, match)) or _stays(document, match):
            continue
        if run and run[-1].end() != match.start():
            yield _removed(text, run)
            run = []
        run.append(match)
    if run:
        yield _removed(text, run)


def _without_anchors(text: str, tags: list[re.Match[str]]) -> list[re.Match[str]]:
    """The tags but those of places that links of the author's Markdown lead to: `<a id="一"></a>` for `[一](#一)`."""
    places = {end for match in ANCHOR.finditer(text) for end in match.span()}
    return [tag for tag in tags if not (tag.start() in places or tag.end() in places)]


def _alone(text: str, match: re.Match[str]) -> bool:
    return text[match.start() - 1 : match.start()] in ("", "\n") and text[match.end() : match.end() + 1] in ("", "\n")


def _named(text: str, match: re.Match[str]) -> bool:
    """Whether a tag is a word of a sentence: `<div> 里放 <span>`. Extractors leave blocks between sentences."""
    tag = match[0]
    if "=" in tag or "/" in tag or not tag.startswith("<"):
        return False
    kind = KIND.match(tag)
    if not (kind and kind.lastgroup == "block") and not PAGE.fullmatch(tag) and not _is_wanted(text, match):
        return False
    before = text[max(0, match.start() - 2) : match.start()].rstrip(" ")[-1:]
    after = text[match.end() : match.end() + 2].lstrip(" ")[:1]
    return (before >= "\u4e00" or before == "、") and "\u4e00" <= after <= "\u9fff" and before not in ENDS


def _is_wanted(text: str, match: re.Match[str]) -> bool:
    """Whether a verb wants a tag that is set apart and has no other half: `别再写 <center> 了`."""
    start, end = match.span()
    if text[start - 1 : start] != " " or text[end : end + 1] != " " or EMPTY.fullmatch(match[0]):
        return False
    return is_object(text, start) and text.find(f"</{match[0][1:]}", end, end + LINE) < 0


def _is_near(named: list[tuple[int, int]], text: str, match: re.Match[str]) -> bool:
    """Whether one of these, which are sorted, stands near a tag, in its line, or is that one."""
    first, last = max(0, match.start() - LINE), match.end() + LINE
    first = max(first, text.rfind("\n", first, match.start()) + 1)
    line_end = text.find("\n", match.end(), last)
    last = last if line_end < 0 else line_end
    nearest = bisect_left(named, (first, first))
    return nearest < len(named) and named[nearest][1] <= last


def _stays(document: Document, match: re.Match[str]) -> bool:
    """Whether a tag is the author's: he speaks of it, or it is a type in code."""
    text = document.text
    before = text[match.start() - 1 : match.start()] if match.start() else ""
    if (
        before.isascii()
        and (before.isalnum() or before == "_")
        and match.group().lower() not in RAISED
        and "/" not in match.group()
        and "=" not in match.group()
    ):
        return True
    return is_the_authors(document, match.start(), match.end())


def _removed(text: str, run: list[re.Match[str]]) -> Edit:
    """A block's tag becomes a newline, a cell's a blank, a line break's a newline behind a finished sentence only."""
    start, end = run[0].start(), run[-1].end()
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    kinds = {kind.lastgroup for tag in run if (kind := KIND.match(tag[0]))}
    new = " " if "cell" in kinds else ""
    if "block" in kinds or ("line" in kinds and before in ENDS):
        new = "\n"
    if before in ("", "\n") or after in ("", "\n"):
        new = ""
    if new == "\n" and (mark := HANGING.match(text, end)) and _hangs(text, start, mark[1]):
        near = text[max(0, start - LINE) : start]
        start, end, new = start - len(near) + len(near.rstrip(BLANKS)), mark.start(1), ""
    return swap(text, start, end, new, f"{len(run)} tags" if len(run) > 1 else "tag")


def _hangs(text: str, start: int, mark: str) -> bool:
    """Whether a mark behind tags ends what stands before them, which must not begin a line then."""
    before = TAG.compiled.sub("", text[max(0, start - REACH) : start]).rstrip(BLANKS)
    return before != "" and hangs(before, mark)


RULE = Rule(
    name="markup-tags",
    summary=Summary("HTML tags and comments left by an extractor", "残留的 HTML 标记与注释"),
    find=find,
    triggers=("<", "＜", "lt;", "60;", "3c;"),
    examples=(
        Example("<h1>讲话</h1><p>同志们，<strong>把功夫下在平时</strong>。</p>", "讲话\n同志们，把功夫下在平时。"),
        Example("夜更深了，&lt;br/&gt;更夫的梆子声由远及近。", "夜更深了，更夫的梆子声由远及近。"),
        Example.keep("HTML 中的 <div> 元素是块级容器。", why="the sentence speaks of the tag"),
        Example.keep("若 a<b 且 n>30，则采用 Z 检验。<正>本文认为", why="no tags"),
    ),
)
