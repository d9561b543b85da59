"""Cuts the lists of other pages at the end of a document: their headers (相关文章, 猜你喜欢) and the titles below.

A header is cut only where nothing but titles follows to the end; a list of books that an author recommends stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.document import Line
from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.related import ALSO, BULLET, OTHERS, SENTENCE, header_of, heads_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

TRIGGERS = (
    "相关", "推荐", "延伸", "扩展阅读", "拓展阅读", "热门", "热点", "精彩", "更多", "同类", "类似", "最新文章", "猜你",
    "猜您", "可能感兴趣", "可能喜欢", "可能还",
    "感兴趣", "还喜欢", "还看", "也喜欢",
    "大家还在", "大家都在", "大家在搜", "网友还", "标签", "tag", "本文关键词", "热词", "编辑荐", "往期", "关键字",
    "还想看", "也在看", "其他文章", "关联阅读", "网友关注",
    "文章导航", "相似", "还浏览", "还在看", "还搜", "想要", "栏目推荐", "24小时", "同作者", "追踪", "好文", "精选",
    "延展", "关键词", "有兴趣", "也想看", "想看", "本类", "本栏", "同栏",
    "搜索更多", "查看更多", "热榜", "大家正在看", "会喜欢", "也在读", "还在读", "还读过",
    "有关的其", "有关的文", "有关的范", "词条关联", "关联词条", "关联文章",
    "关联内容", "同场加映", "同主题", "同系列", "排行", "新闻推荐", "人写的",
    "了又看", "了还看", "过还看", "好书", "其他新闻", "其他职位", "其他商品", "其他游记", "的其他作品", "最新招聘", "最新职位",
    "人气文章", "同题作文", "同社作品", "来播放", "将播放", "掌柜", "人气作", "相邻", "导航", "其他演", "其他致", "其他讲",
    "还关注", "还读", "也读", "还买", "也买", "还听", "也听", "还学", "也关注", "还收藏", "还下载", "爱看",
)  # fmt: skip
_TRIGGERS = frozenset(TRIGGERS)
ITEMS = Pattern(r"[|｜/／、,，;；\s┃⊙▪·★◆●]")
SIGNED = Pattern(
    r"\s*(?:[一二三四五六七八九〇○零十\d]{2,4}年(?:[^\n]{0,12}[月日]|[^\n]{0,2})|[^\n]{2,24}(?:人民政府|委员会|办公室|公司|学校|中学"
    r"|小学|幼儿园|局|厅|院|处)|附件?[::].*|抄送.*)$"
)
SIGN = Pattern(r"[年附抄]|[府会室司校学园局厅院处]$")
"""What a row holds that may be signed: to tell so costs less."""
BOOKS = Pattern(r"(?:[\s、,，;；和及]*《[^》\n]{1,40}》)+[\s等。]*$")
CITED = Pattern(
    r"(?:[·•-][ \u3000]?|\d{1,2}[.、][ ]?)?[㐀-鿿·]{0,8}(?:《[^》\n]{1,40}》)+"
    r"(?:第\d{1,4}[卷期集章]|[（(][^（()）\n]{1,8}[）)]|[，,].{0,20}\d{4}年.{0,12}|[，,][㐀-鿿]{2,12}出版社.{0,12})?[。；;]?"
)
"""A book, an issue of a journal, a part of a film, as an author gives them."""
ISSUE = Pattern(r"》[^》\n]{0,8}(?:\d{4}年第?\d{1,3}期|第\d{1,4}[卷期]|[，,][㐀-鿿]{2,12}出版社)")
PLAIN = Pattern(r"(?:(?:延伸|拓展|扩展)阅读|想知道更多|想了解更多|相关(?:文献|著作|文件))[：:]?")
"""So an author heads what he read."""
HEADING = Pattern(r"【[㐀-鿿]{2,10}】")
"""A heading of the text's own."""
POST = Pattern(r"\n[^\n]{0,24}?\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d\d:\d\d[ \t]{0,4}(?=\n)")
"""A reader's name, and when he wrote what stands below."""
GLUED = Pattern("[：:【]")
OF_AUTHOR = Pattern(r"作者(?:的?其[他它]|更多|最[新近]|近期)的?(?:文章|文集|帖子|日志|博文|游记)")
"""What a site lists of its author; a note on him names his 作品."""
LAST_LINES = 40
LONGEST_LINE, LONGEST_TITLES, LONGEST_TITLE = 400, 160, 40


def find(document: Document) -> Iterator[Edit]:
    """Cut from the first header after which only titles follow."""
    lines = document.lines_with(_TRIGGERS, _last_stop(document.text))  # no title has a full stop
    floor = _floor(document) if lines else 0
    for whole in lines:
        if whole.start < floor or whole.end - whole.start > LONGEST_LINE:
            continue
        line = _behind_sentence(document.text, whole)
        if (header := header_of(document, line)) and _only_titles(document, line, header):
            start = line.start - (document.text[line.start - 1 : line.start] == "\n")
            while start and document.text[start - 1] == "\n":
                start -= 1
            yield cut(document.text, start, _end(document.text, line.end), f"a list of other pages: {header.strip()}")
            return


def _last_stop(text: str) -> int:
    """Where the line begins that holds the last full stop."""
    return text.rfind("\n", 0, text.rfind("。") + 1) + 1


def _end(text: str, start: int) -> int:
    """Where the list ends: with the text, or where a reader's reply begins."""
    post = POST.search(text, start)
    return post.start() if post else len(text.rstrip("\n"))


def _behind_sentence(text: str, line: Line) -> Line:
    """The line, or where a header with its colon is glued to the text's last sentence what stands behind that."""
    last = max(text.rfind(mark, line.start, line.end - 1) for mark in "。！!")
    glued = last >= 0 and GLUED.search(text, last, line.end)
    return Line(last + 1, line.end) if glued else line


def _floor(document: Document) -> int:
    """Where the last lines begin: so few, and behind the first of them nothing but titles."""
    text = document.text
    end = len(text)
    for _ in range(LAST_LINES):
        before = text.rfind("\n", 0, end)
        row = text[before + 1 : end].strip()
        end = before
        if before < 0 or (row and not _is_title(document, row)):
            break
    return end + 1


def _only_titles(document: Document, line: Line, header: str) -> bool:
    """Whether what follows to the end is titles, headers and short items."""
    text = document.text
    same = text[line.start + len(header) : line.end].strip()
    below = [row.strip() for row in text[line.end :].split("\n") if row.strip()]
    if len(below) > LAST_LINES or not all(_is_title(document, row) for row in below):
        return False
    if any(HEADING.fullmatch(row) and not heads_list(document, row) for row in below):
        return False
    items = [row for row in (same, *below) if row]
    if (
        items
        and not OTHERS.search(header)
        and _are_cited(items)
        and (PLAIN.fullmatch(header.strip()) or _is_of_text(document, line))
    ):
        return False
    if items and all(BOOKS.match(BULLET.compiled.sub("", item)) for item in items):
        return bool(
            header.strip()[0] in "【[◆★〓▎▍"
            or "喜欢" in header
            or OTHERS.search(header)
            or ALSO.fullmatch(header.strip("：: "))
            or OF_AUTHOR.search(header)
            or header.strip("：: ")[-1:] == "荐"
            or "往期" in header
        )
    return True


def _are_cited(items: list[str]) -> bool:
    """Whether the first of the items is a work as authors cite it, and most of the others are."""
    if any(map(ISSUE.search, items)):
        return True
    cited = [CITED.fullmatch(item) is not None for item in items]
    return cited[0] and 2 * sum(cited) >= len(cited)


def _is_of_text(document: Document, line: Line) -> bool:
    """Whether the text above has headings of the same kind as the header: 【作者简介】 above 【相关作品】."""
    own = document.text[line.start : line.end].strip()
    if not HEADING.match(own):
        return False
    above = document.text[: line.start].split("\n")
    return any(HEADING.fullmatch(row.strip()) and not heads_list(document, row.strip()) for row in above)


def _is_title(document: Document, row: str) -> bool:
    """Whether a line may be a title, or several; each is asked about twice."""
    if len(row) > LONGEST_TITLES or "。" in row:
        return False
    known = document.fact(_known)
    if row not in known:
        known[row] = _reads_as_title(document, row)
    return known[row]


def _known(_: str) -> dict[str, bool]:
    """Where it is kept which rows of a document may be titles."""
    return {}


def _reads_as_title(document: Document, row: str) -> bool:
    if SENTENCE.search(row) or (row[-1] in "：:，,；;" and not heads_list(document, row[:-1])):
        return False
    if SIGN.search(row) and SIGNED.match(row) and not BULLET.match(row):
        return False
    return len(row) <= LONGEST_TITLE or all(len(item) <= LONGEST_TITLE for item in ITEMS.compiled.split(row))


RULE = Rule(
    name="end-related-list",
    summary=Summary("Lists of other pages at the end", "文末相关文章列表"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example("祝大家新年快乐！\n【年会讲话】相关文章：\n1.年会主持词\n2.年会祝酒词", "祝大家新年快乐！"),
        Example("谢谢大家！\n猜你喜欢：开学典礼主持词｜校长寄语", "谢谢大家！"),
        Example.keep("共检索到相关文章1832篇，呈逐年上升之势。", why="a sentence"),
        Example.keep("我就讲到这里。\n推荐阅读：《乡土中国》《之江新语》", why="books that the author recommends"),
    ),
)
