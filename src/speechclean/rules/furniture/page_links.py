"""Cuts what an extractor wrote of a page's links: lines of nothing but links into the site, and links that show nothing.

Only of pages that are one by other signs (judgement/extracted.py): an author's lists of links stay.
"""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.bylines import bylines
from speechclean.judgement.extracted import is_page
from speechclean.judgement.lines import line_end
from speechclean.judgement.markdown import links
from speechclean.judgement.page_line import read
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit
    from speechclean.judgement.markdown import Link

TRIGGERS = ("](", "][")
HOST = Pattern(r"(?:https?:)?//(?:[^/@\s]*@)?([^/:?#\s]+)")
BETWEEN = frozenset(" \t\u3000\xa0|｜/·>»›,，、-—*#+_:：.\\\n")
"""Between the links of a line, and before the first, stands nothing but these and the numbers of a list."""
MARKS = Pattern("[编編][辑輯](?:源代码|原始碼|本段)?|[↑^]")
"""What the page's own links are called within its text: to edit a part, to go back from a note."""
FRAMES = ("\\[", "\\]"), ("\\[ ", "\\]"), ("**", "**")
"""What stands around such a link."""
FILE = Pattern(r"(?i)\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|zip|rar|7z|mp3|mp4)(?:$|[?#])")
"""What a text comes with: 附件."""
BULLETS = " \t*+-.#0123456789\\"
LONGEST_REST = 60
"""So many characters beside the links of a line are read."""
SENTENCE, ENDS = 15, "。！？”…"
"""A line with so many characters, and one of these, is of the text."""
LONGEST_BEHIND = 40
"""So many characters stand behind a link, when the text is over, that are the site's."""
MOST_BETWEEN, LONGEST_BETWEEN = 4, 30
"""So many lines between two lines of links, when the text is over, are the site's, and so long ones."""


def find(document: Document) -> Iterator[Edit]:
    """Cut each line that is made of such links, with what stands between such lines, and each link without a text."""
    if not document.fact(is_page):
        return
    text = document.text
    found = sorted(
        link for link in links(text) if not link.picture and (link.target or not text[link.first : link.last].strip())
    )
    home = _home(found)
    rows: list[tuple[int, int]] = []
    behind = _end_of_sentences(text)
    for block in _blocks(text, found):
        if all(_is_home(link.target, home) and not FILE.search(link.target) for link in block) and (
            span := _row(text, block, behind)
        ):
            rows.append(span)
            yield cut_line(text, *span, "nothing but links into the site")
        else:
            yield from _within(text, block)
    yield from _between(text, rows, behind)


def _blocks(text: str, found: list[Link]) -> Iterator[list[Link]]:
    """The links of each line, or of the lines that they go on over."""
    block: list[Link] = []
    for link in found:
        if block and link.start < block[-1].end:
            continue
        if block and "\n" in text[block[-1].end : link.start]:
            yield block
            block = []
        block.append(link)
    if block:
        yield block


def _within(text: str, block: list[Link]) -> Iterator[Edit]:
    """Cut the links in a line that show nothing, or only the page's own marks: to edit a part, to go back from a note."""
    for link in block:
        shown = text[link.first : link.last].strip()
        if not shown:
            yield cut(text, link.start, link.end, "a link that shows nothing")
        elif MARKS.fullmatch(shown):
            yield cut(text, *_framed(text, link.start, link.end), "a page's own mark")


def _framed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of a link with the frame that stands around it."""
    for opening, closing in FRAMES:
        if text.endswith(opening, 0, start) and text.startswith(closing, end):
            return start - len(opening), end + len(closing)
    return start, end


def _row(text: str, block: list[Link], behind: int) -> tuple[int, int] | None:
    """The line of these links, where it holds nothing else but what sites write beside links."""
    start = text.rfind("\n", 0, block[0].start) + 1
    end = line_end(text, block[-1].end)
    place, rest = start, ""
    for link in block:
        rest += text[place : link.start] + " | "
        place = link.end
    rest += text[place:end]
    if all(letter in BETWEEN or letter.isdigit() for letter in rest):
        return start, end
    if len(rest) > LONGEST_REST:
        return None
    if start > behind and text[start : block[0].start].strip(BULLETS) == "" and len(rest) <= LONGEST_BEHIND:
        return start, end
    reading = read(fold(rest))
    own = reading.text or bylines(reading) or (start <= behind and reading.kinds("date"))
    return None if own else (start, end)


def _between(text: str, rows: list[tuple[int, int]], behind: int) -> Iterator[Edit]:
    """Cut the short lines between two lines of links that both stand behind the text."""
    for (_, end), (start, _) in itertools.pairwise(rows):
        lines = [line for line in text[end:start].split("\n") if line.strip()]
        if end > behind and 0 < len(lines) <= MOST_BETWEEN and all(len(line) <= LONGEST_BETWEEN for line in lines):
            yield cut_line(text, end + 1, start - 1, "between links behind the text")


def _end_of_sentences(text: str) -> int:
    """Where the last line ends that is of the text; the end where no line is."""
    end = len(text)
    for row in reversed(text.split("\n")):
        if len(row) >= SENTENCE and any(sign in row for sign in ENDS):
            return end
        end -= len(row) + 1
    return len(text)


def _home(found: list[Link]) -> str:
    """The host that most links lead to, "" where they have none."""
    hosts = Counter(_domain(match[1]) for link in found if (match := HOST.match(link.target)))
    return hosts.most_common(1)[0][0] if hosts else ""


def _domain(host: str) -> str:
    """The last two names of a host, or three where the last but one is a short one, as in com.cn."""
    names = host.lower().split(".")
    return ".".join(names[-3 if len(names) > 2 and len(names[-2]) <= 3 else -2 :])


def _is_home(target: str, home: str) -> bool:
    """Whether a link leads into the site: without a host, or to the one that most links of the page lead to."""
    match = HOST.match(target)
    return _domain(match[1]) == home if match else True


RULE = Rule(
    name="furniture-page-link",
    summary=Summary("Links into its own site that an extractor kept of a page", "提取程序从网页带出的站内链接"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example(
            "[![某某网](/logo.png)](/)\n[登录](javascript:;) [注册](/reg)\n* [首页](/)\n* [文苑](/wen/)\n雨停了，他才出门。\n",
            "雨停了，他才出门。\n",
        ),
        Example(
            "[![某某网](/logo.png)](/)\n[登录](javascript:;) [注册](/reg)\n* [首页](/)\n* [返回顶部](#)\n"
            "## 选竹\\[[编辑](/edit?id=1)\\]\n\n选三年以上的青竹。\n",
            "## 选竹\n\n选三年以上的青竹。\n",
        ),
        Example.keep(
            "* [雨天的面馆](/1.html)\n* [外公的算盘](/2.html)\n* [修伞的人](/3.html)\n", why="an author's list of links"
        ),
    ),
)
