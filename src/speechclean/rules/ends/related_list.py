"""Cuts the lists of other pages at the end of a document: their headers (相关文章, 猜你喜欢) and the titles below.

A header is cut only where nothing but titles follows to the end; a list of books that an author recommends stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document, Line
    from speechclean.core.edit import Edit

TRIGGERS = (
    "相关", "推荐", "延伸", "扩展阅读", "拓展阅读", "热门", "热点", "精彩", "更多", "同类", "类似", "最新文章", "猜你", "猜您", "可能感兴趣", "可能喜欢", "可能还", "感兴趣", "还喜欢", "还看", "也喜欢",
    "大家还在", "大家都在", "大家在搜", "网友还", "标签", "tag", "本文关键词", "热词", "编辑荐", "往期", "关键字", "还想看", "也在看", "其他文章", "关联阅读", "网友关注", "文章导航",
)  # fmt: skip
_TRIGGERS = frozenset(TRIGGERS)
_OTHER = "相关|推荐|延伸|扩展|拓展|热门|热点|热搜|精彩|更多|同类|类似|最新|最近|关联|往期|近期|本站|其[他它]|猜你|为[您你]"
_PAGES = "文章|阅读|新闻|搜索|链接|内容|推荐|咨询|资讯|范文|热词|话题|资料|报道|作文|专题|词条|问题|文档|材料|回顾|访问|素材|导读|帖子|主题|小说|图书|作品|视频|图片|信息|关注|课件|教案|知识|评论|博文|日志|标签|讲话|栏目|搜寻|下载"
LEAD = r"[\s\[【〖〔(（<《◆◇★☆●○■□▲△▼▽▶►→※·•▪⊙◎〓◤◢◣◥┃|>»=~*#＊—_✦❖+-]{0,12}"
CLOSE = r"[\s\]】〗〕)）>》◆◇★☆●○■□▲△▼▽◀◄←※·•▪⊙◎〓◤◢◣◥┃|»=~*#＊—_✦❖↓-]{0,12}"
HEADER = Pattern(
    rf"{LEAD}(?P<sure>(?:(?:【[^】\n]{{1,60}}】|\[[^\]\n]{{1,60}}\]|〖[^〗\n]{{1,60}}〗|《[^》\n]{{1,60}}》|“[^”\n]{{1,60}}”|「[^」\n]{{1,60}}」|[^,。，:：；;\n]{{1,40}}(?:\[[^\]\n]{{1,10}}\]|【[^】\n]{{1,10}}】)?)?的?(?:相关|延伸|同类|类似|热门|推荐|更多)(?:的)?(?:文章|阅读|范文|作文|新闻|资讯|咨询|搜索|热词|文档|报道|话题|词条|搜寻)(?:推荐|列表|搜索|标签|导读|阅读|链接|文章)?"
    rf"|(?:{_OTHER})[^\s,。，:：；;|｜]{{0,8}}(?:{_PAGES})(?:推荐|列表|搜索|导读)?"
    r"|(?:猜|可能|也许|或许|还会)[您你妳]?(?:还|也|会|可能)?(?:感兴趣|喜欢|关注|想看|需要|在找)(?:的[^\s:：]{0,6})?|[您你妳](?:可能|也许|或许)(?:还|也)?(?:会)?(?:感兴趣|喜欢|关注|想看|需要|在找)(?:的[^\s:：]{0,6})?|(?:感兴趣|喜欢)的(?:文章|内容|还有)"
    r"|(?:看[了过完]|喜欢|读[了过完]|阅读[了过]|浏览[了过])[^\n。:：]{1,50}?(?:还|也)(?:想|在|都|会|爱)?(?:看|喜欢|读|搜|关注|浏览|下载)(?:了|过)?(?:的[^\s:：]{0,6})?|(?:大家|网友|别人|他们|书友|读者|用户|人们)(?:都|还|也|正)+(?:在)?(?:搜|看|关注|问|喜欢|读|找)(?:了|过)?"
    r"|(?:本文|文章|词条|图书|内容|热门|相关|帖子|作品)?(?:标签|关键字|热词|热搜词)|tags?|本文关键词|推荐访问|(?:小编|编辑|站长|责编|本站|今日|特别)(?:推荐|荐)|编辑荐))"
    rf"{CLOSE}(?P<colon>[:：]|$|(?<=[】〗\])）◢〓◆])|(?=\s))",
    2,
)
BULLET = Pattern(r"[\s]*(?:[·•▪●○■□◆◇★☆▲△▶►→※⊙◎>»›*+-]|\d{1,2} ?[.、:)．]|[(（]?\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,2}、|\[\d{1,2}\])")
SENTENCE = Pattern(r"[。！；](?!$)|[。；]$|(?:谢谢|敬礼|此致|散会)")
ITEMS = Pattern(r"[|｜/／、,，;；\s┃⊙▪·★◆●]")
SIGNED = Pattern(r"[\s\u3000]*(?:[一二三四五六七八九〇○零十\d]{2,4}年[^\n]{0,12}日?|[^\n]{2,24}(?:人民政府|委员会|办公室|公司|学校|中学|小学|局|厅|部|会|院|处)|附件?[::].*|抄送.*)$")
BOOKS = Pattern(r"(?:[\s、,，;；和及]*《[^》\n]{1,40}》)+[\s等。]*$")
LAST_LINES = 40


def find(document: Document) -> Iterator[Edit]:
    """Cut from the first header after which only titles follow."""
    lines = [line for line in document.lines_with(_TRIGGERS) if line.end - line.start <= 400]
    floor = _floor(document.text)
    for line in lines:
        if line.start >= floor and (header := _header(document, line)) and _only_titles(document, line, header):
            start = line.start - (line.start > 0)
            while start and document.text[start - 1] == "\n":
                start -= 1
            yield cut(document.text, start, len(document.text.rstrip("\n")), f"a list of other pages: {header.strip()}")
            return


def _floor(text: str) -> int:
    """Where the last lines begin."""
    position = len(text)
    for _ in range(LAST_LINES):
        position = text.rfind("\n", 0, position)
        if position < 0:
            return 0
    return position + 1


def _header(document: Document, line: Line) -> str:
    """The header that a line begins with, or nothing."""
    folded = document.folded(line.start, line.end)
    match = HEADER.match(folded)
    if not match:
        return ""
    rest = folded[match.end() :]
    framed = match[0].strip()[0] in "[【〖〔◆◇★☆●■▲▼▶※〓◤=—>»" if match[0].strip() else False
    if not match["colon"] and rest.strip() and not framed:
        return ""
    if not match["colon"] and not rest.strip() and not framed and document.text[line.end :].strip() == "":
        return ""
    if SENTENCE.search(rest) or (not match["colon"] and not framed and len(match[0].strip()) > 12):
        return ""
    return match[0]


def _only_titles(document: Document, line: Line, header: str) -> bool:
    """Whether what follows to the end is titles, headers and short items."""
    text = document.text
    same = text[line.start + len(header) : line.end].strip()
    below = [row for row in text[line.end :].split("\n") if row.strip()]
    if len(below) > LAST_LINES or not all(_is_title(row) for row in below):
        return False
    if "推荐" in header or "阅读" in header or "资料" in header:
        items = [same, *below] if same else below
        if items and all(BOOKS.match(BULLET.compiled.sub("", item)) for item in items):
            return header.strip()[0] in "【[◆★〓" or "书友" in header
    return True


def _is_title(row: str) -> bool:
    """Whether a line may be a title, or several."""
    row = row.strip()
    if HEADER.match(row):
        return True
    if SENTENCE.search(row) or row[-1] in "。：:，,；;" or SIGNED.match(row):
        return False
    return all(len(item) <= 40 for item in ITEMS.compiled.split(row)) and len(row) <= 160


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
