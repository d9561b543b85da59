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
_MORE = (
    "相关|相似|推荐|延伸|扩展|拓展|热门|热点|热搜|热评|精彩|精选|精品|更多|看更多|同类|类似|最新|最近|关联|往期|近期|本站|本贴|本帖|其[他它]|猜你|为[您你]|还?需要|24小时|今日|本周|本月|栏目|文档|文章|好文"
    "|小编|编辑|站长|责编|特别|网友|大家|延展|下期|上期|随机|经典|优秀|人气|更新|同作者|作者(?:其[他它])?"
)
_PAGES = (
    "文章|阅读|新闻|搜索|链接|内容|推荐|咨询|资讯|范文|热词|话题|资料|报道|作文|专题|词条|问题|文档|材料|回顾|访问|素材|导读|帖子|主题|小说|图书|作品|视频|图片|信息|关注|课件|教案|知识|评论|博文|日志|标签|讲话|栏目"
    "|搜寻|下载|追踪|精选|论文|热文|好文|法规|目的地|游记|列表|文集|排行|榜|荐|推文|稿件|推送|连结|产品|书籍|食谱|菜谱|词|关键词|案例|模板|例文|美文"
)
SURE = Pattern(
    rf"(?:(?P<about>.{{0,40}}?)(?:的)?(?:{_MORE})(?:的|着)?(?:[^\s,。，:：；;|｜]{{0,6}}?)(?:{_PAGES})(?:推荐|列表|搜索|导读|标签|链接|文章|阅读|回顾)?"
    r"|.{0,40}?(?:的)?(?:延伸|延伸阅读|看更多|更多)|(?:[您你妳]|分享者|网友|大家|他们|读者|书友|用户|别人)?(?:也|还|都|正在?|可能|也许|或许|会|猜|在|想)*(?:猜|可能|也许|或许|还会|还想|还|也|都在?)[您你妳]?(?:也|还|会|可能|想|在)*(?:感兴趣|喜欢|关注|想看|需要|想要|在找|在看|在搜|浏览|看过?|搜|问|读)(?:了|过)?(?:的|这些|以下|下面)?.{0,8}"
    r"|猜[您你妳].{1,8}|(?:看[了过完]|喜欢|读[了过完]|阅读[了过]|浏览[了过]).{1,50}?(?:还|也)(?:想|在|都|会|爱)?(?:看|喜欢|读|搜|关注|浏览|下载)(?:了|过)?.{0,8}"
    r"|(?:本文|文章|词条|图书|内容|热门|相关|帖子|作品|tag)?(?:标签|关键字|热词|热搜词)|tags?|本文关键词|推荐访问|编辑荐|延伸推荐)",
    2,
)
LAST_TAGS = Pattern(r"关键词[::][^:。;；]{2,60}$")
HEADER_END = Pattern(r"[:：]|—{2,}|(?<=.)[】〗〕](?!的?(?:相关|延伸|热门|推荐|更多|文章|同类|类似|其他))|◆|◢|〓(?!$)|$")
BULLET = Pattern(r"[\s]*(?:[·•▪●○■□◆◇★☆▲△▶►→※⊙◎>»›*+-]|\d{1,2} ?[.、:)．]|[(（]?\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,2}、|\[\d{1,2}\])")
SENTENCE = Pattern(r"[。！；](?!$)|[。；]$|^(?:谢谢|敬礼|此致|散会)")
ITEMS = Pattern(r"[|｜/／、,，;；\s┃⊙▪·★◆●]")
SIGNED = Pattern(
    r"\s*(?:[一二三四五六七八九〇○零十\d]{2,4}年[^\n]{0,12}日?|[^\n]{2,24}(?:人民政府|委员会|办公室|公司|学校|中学|小学|幼儿园|局|厅|院|处)|附件?[::].*|抄送.*)$"
)
BOOKS = Pattern(r"(?:[\s、,，;；和及]*《[^》\n]{1,40}》)+[\s等。]*$")
LAST_LINES = 40
STRIPPED = " \t\u3000[]【】〖〗〔〕()（）<>＜＞◆◇★☆●○■□▲△▼▽▶►◀◄→←※·•▪⊙◎〓◤◢◣◥┃|»«=~*#＊—_✦❖▎▍↓↑➤☞◈+-"
TITLED = Pattern(r"^.{0,4}?(?:【[^】\n]{1,60}】|\[[^\]\n]{1,60}\]|〖[^〗\n]{1,60}〗|《[^》\n]{1,60}》|“[^”\n]{1,60}”|[^\]\[】【\n]{1,40}[\]】〗])的?")


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
    start = len(folded) - len(folded.lstrip(STRIPPED))
    for end in HEADER_END.finditer(folded, start):
        phrase = folded[start : end.start()].strip(STRIPPED)
        rest = folded[end.end() :].strip(STRIPPED)
        if not 1 < len(phrase) <= 70 or SENTENCE.search(rest):
            continue
        if SURE.fullmatch(TITLED.compiled.sub("", phrase)) and (end[0] or start or _lists(document, line)):
            return folded[: end.end()]
    tail = LAST_TAGS.fullmatch(folded.strip()) and " " in folded.strip() and "摘要" not in document.text
    return folded[:4] if tail and document.text.count("\n", line.end) < 3 else ""


def _lists(document: Document, line: Line) -> bool:
    """Whether at least two lines follow, so that an undecorated line can be their header."""
    return document.text.count("\n", line.end, len(document.text.rstrip())) >= 2


def _only_titles(document: Document, line: Line, header: str) -> bool:
    """Whether what follows to the end is titles, headers and short items."""
    text = document.text
    same = text[line.start + len(header) : line.end].strip()
    below = [row.strip() for row in text[line.end :].split("\n") if row.strip()]
    if len(below) > LAST_LINES or not all(_is_title(row) for row in below):
        return False
    items = [row for row in (same, *below) if row]
    if items and all(BOOKS.match(BULLET.compiled.sub("", item)) for item in items):
        return header.strip()[0] in "【[◆★〓▎▍" or "喜欢" in header or "往期" in header
    return True


def _is_title(row: str) -> bool:
    """Whether a line may be a title, or several."""
    if SENTENCE.search(row) or (row[-1] in "。：:，,；;" and not SURE.fullmatch(row[:-1].strip(STRIPPED))):
        return False
    if SIGNED.match(row) and not BULLET.match(row):
        return False
    return len(row) <= 160 and all(len(item) <= 40 for item in ITEMS.compiled.split(row))


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
