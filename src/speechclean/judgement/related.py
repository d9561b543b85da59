"""Knows the headers of lists of other pages: 相关文章, 猜你喜欢, 看了…的人还看了, with or without a title before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern

if TYPE_CHECKING:
    from speechclean.core.document import Document, Line

_MORE = (
    "相关|相似|推荐|延伸|扩展|拓展|热门|热点|热搜|热评|精彩|精选|精品|更多|看更多|同类|类似|最新|最近|关联|往期|实时|全网|一周|点击"
    "|近期|本站|本贴|本帖|其[他它]|猜你|为[您你]|还?需要|24小时|今日|本周|本月"
    "|栏目|文档|文章|好文"
    "|小编|编辑|站长|责编|特别|网友|大家|延展|下期|上期|随机|经典|优秀|人气|更新|同作者|作者(?:其[他它])?|本类|本栏目?|同栏目?|本版|或许|相近|相仿"
    "|同主题|同题材|同系列|同场"
)
_PAGES = (
    "文章|阅读|新闻|搜索|链接|内容|推荐|咨询|资讯|范文|热词|话题|资料|报道|作文|专题|词条|问题|文档|材料|回顾|访问"
    "|素材|导读|帖子|主题|小说|图书|作品|视频|图片|信息|关注|课件|教案|知识|评论"
    "|博文|日志|标签|讲话|栏目"
    "|搜寻|下载|追踪|精选|论文|热文|好文|法规|目的地|游记|列表|文集|排行|榜|荐|推文|稿件|推送|连结|产品|书籍|食谱"
    "|篇目|提问|菜谱|词|关键词|文献|讲稿|党课|诗文|影片|歌曲|游戏|热门|案例|模板|例文|美文|好书|书单|佳作|读物|好物|试题|试卷|加映|演辞|致辞|楼盘|房源"
)
_BEHIND = "推荐|列表|搜索|导读|标签|链接|文章|阅读|回顾"
NAMED = Pattern(
    rf"(?P<about>.{{0,40}}?)(?:的)?(?:{_MORE})(?:的|着)?(?:[^\s,。，:：；;|｜后请]{{0,6}}?)(?:{_PAGES})(?:{_BEHIND})?"
    r"|.{0,40}?(?:的)?(?:延伸|延伸阅读|看更多|更多)"
    r"|.{0,40}?本文关键词",
    2,
)
"""A list is named behind what it is about, with one of the words that end so; these are looked for at each place. What tells
a reader first to do something, 本文档购买后阅读, names none."""
ENDS = frozenset(word[-1] for word in f"{_PAGES}|{_BEHIND}|延伸|更多|本文关键词".split("|"))
SURE = Pattern(
    r"(?:(?:搜索?|查看|阅读|浏览|找|看)更多.{1,24}|(?:本类|本栏目?|同栏目?|本版)(?:最新|推荐|热点|精华)|(?:[您你妳]|分享者|网友|大家|他们|读者|书友|用户|别人)?(?:也|还"
    r"|都|正在?|可能|也许|或许|或者|会|猜|在|想)*(?:正在|猜|可能|也许"
    r"|或许|还会|还想|还|也|都在?)[您你妳]?(?:也|还|会|可能|想|在)*(?:感兴趣|有兴趣|喜欢|爱[看读]|关注|想看|需要|想要|在找|在看"
    r"|在搜|浏览|看过?|搜|问|读)(?:了|过)?(?:的|这些|以下"
    r"|下面)?.{0,8}"
    r"|猜[您你妳].{1,8}|(?:看|读|买|学|搜|听)[了过完](?:又|还|再)(?:看|读|买|学|搜|听)|(?:看[了过完]|喜欢|读[了过完]|阅读[了过]|浏览[了过]).{1,50}?(?:还|也)(?:想|在|都|会"
    r"|爱)?(?:看|喜欢|读|搜|关注|浏览|下载)(?:了|过)?.{0,8}"
    r"|(?:本文|文章|词条|图书|内容|热门|相关|帖子|作品|tag)?(?:标签|关键字|热词|热搜词)|tags?"
    r"|(?:相关|相似|同类|类似)的?(?:职位|招聘|歌曲|商品|宝贝|成语|药品|疾病|医生|律师|解读|攻略|问答|楼盘)"
    r"|(?:热门|最新|附近)(?:职位|招聘|楼盘|攻略|问答|剧集)|(?:该|本)(?:公司|店铺?|商家|用户|楼主)的?(?:其[他它]|更多|全部|在招).{1,8}"
    r"|同(?:题|社|专辑|分类)(?:作文|作品|歌曲|文章)|(?:接下来|即将)播放|(?:掌柜|店长)(?:推荐|热[卖荐])|(?:周|月|日|总|热销|下载|评论|收藏)排行榜?"
    r"|推荐访问|编辑荐|延伸推荐"
    r"|(?:同类|相似|(?:查?看)?更多)的?[^\s,。，:：；;|｜后请]{0,6}?(?:公文|讲话稿|演讲稿|发言稿|主持词|[致贺祝答]词|[开闭]幕词|范[例本]"
    r"|样本|总结|心得|体会|报告|方案|通知|合同|倡议书|申请书|祝福语|句子|语录|征文|文稿))",
    2,
)
FURTHER = Pattern(
    rf"(?:与|和|跟|同).{{1,30}}?(?:有关|相关|类似|相近)的?(?:其[他它])?的?(?:{_PAGES}).{{0,4}}"
    r"|[您你妳](?:可能|或许|也许|或者|大概)(?:还|也|会|想)*(?:有兴趣|感兴趣|喜欢|想看|想知道|关注|需要|爱[看读听]).{0,8}"
    r"|[您你妳]?(?:大家|网友|读者)?(?:可能|或许|也许|或者)?(?:还|也)?对.{2,10}?(?:还|也|可能|会)*(?:感|有)兴趣"
    r"|下一?[页篇章]的?(?:更多|还有)?(?:更多|精彩|好文|推荐|内容){1,2}(?:[“《【「][^”》】」]{1,30}[”》】」])?"
    r"|(?:新闻|文章|图文|视频|阅读|点击|站内|图片|资讯|头条|好文)(?:推荐|排行榜?|热榜|排名|热点)"
    r"|(?:大家|网友|他们|别人|其[他它]人)(?:都|还|也|正)在?(?:搜|看|问|读|找)(?:了|过|着|的)?(?:什么)?"
    r"|(?:词条|标签|关键词|文章|阅读|内容)(?:关联|延伸|推荐|链接)|看看(?:其[他它]|别)人(?:是?怎么)?写的?.{0,6}",
    2,
)
_DOES = "看|读|买|听|学|玩|追|搜索?|问|浏览|喜欢|关注|收藏|下载|阅读|购买"
ALSO = Pattern(
    rf"(?:想|在|正在)?(?:{_DOES})[了过完]?[^,。]{{1,40}}?的(?:其他)?(?:人|网友|读者|书友|用户|朋友|顾客|买家|同学|学员|观众|听众|玩家|会员)们?"
    rf"(?:也|还|都|又)(?:想|在|会|爱)*(?:{_DOES}|感兴趣)(?:了|过|的)?(?:这些|以下|什么)?",
    2,
)
"""Who also reads what: what he does is said of this page, and again of others, of which nothing is told but their list."""
PATHS = Pattern(
    r"(?:本文|本页|页内|文章|栏目|作文|文档|内容|站内|范文|资料)导航|相邻(?:作品|章节|条目|文章|词条|页面|帖子)|(?:大家|网友|他们|读者)都爱看",
    2,
)
COURTESY = Pattern(r"^(?:感谢|谢谢|欢迎)[您你](?:的|来)?(?:访问|阅读|浏览|光临|关注|使用|下载)[^,。!]{0,12}[,!]")
"""What a site says to its reader before it heads a list."""
BEGINS = frozenset(
    "玩追页栏作范资收问更"
    "搜查阅浏找看本同您你妳分网大他读书用别也还都正可或会猜在想买学听喜文词图内热相帖作tT标关推编延与和跟对下新视点站资头好其类最附该接即掌店周月日总评收"
)
"""What the two begin with: to try all of their alternatives takes thirty times as long."""
LONGEST, FURTHEST = 70, 100
"""A header is no longer than the first, with the signs around it no longer than the second."""
LAST_TAGS = Pattern(r"关键词[::][^:。;；]{2,60}$")
HEADER_END = Pattern(
    r"[:：]|—{2,}|(?<=.)[】〗〕\]](?!的?(?:相关|延伸|热门|推荐|更多|文章|同类|类似|其他))|◆|◢|►(?=.)|▶(?=.)|〓(?!$)|$"
)
HEADER_SIGN = Pattern("[:：—】〗〕\\]◆◢►▶〓]")
"""What a header ends with, unless its line ends there, too."""
BULLET = Pattern(
    r"[\s]*(?:[·•▪●○■□◆◇★☆▲△▶►→※⊙◎>»›*+-]|\d{1,2} ?[.、:)．]"
    r"|\d{1,2}[ \t\u3000]+(?=[㐀-鿿])|[(（]?\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,2}、"
    r"|\[\d{1,2}\])"
)
FINAL = Pattern("[。!?;]")
SENTENCE = Pattern(r"[。！；](?!$)|[。；]$|^(?:谢谢|敬礼|此致|散会)")
STRIPPED = " \t\u3000[]【】〖〗〔〕()（）<>＜＞◆◇★☆●○■□▲△▼▽▶►◀◄→←※·•▪⊙◎〓◤◢◣◥┃|»«=~*#＊—_✦❖▎▍↓↑➤☞◈+-"
TITLED = Pattern(
    r"^.{0,4}?(?:【[^】\n]{1,60}】|\[[^\]\n]{1,60}\]|〖[^〗\n]{1,60}〗|《[^》\n]{1,60}》|“[^”\n]{1,60}”"
    r"|[^\]\[】【\n]{1,40}[\]】〗])的?"
)
TITLE_ENDS = "】]〗》”"
OTHERS = Pattern(r"(?:喜欢|看[了过]|读[了过]).{0,40}的(?:人|网友|读者|书友|用户|朋友)(?:也|还)")
READER = Pattern(
    r"猜[您你妳].{1,8}|[您你妳](?:可能|或许|也许|或者|大概)(?:还|也|会|想)*(?:有兴趣|感兴趣|喜欢|想看|想知道|关注|需要|爱[看读听]).{0,8}"
    r"|(?:搜索|查看|阅读|浏览)更多(?!的)[^,。]{1,24}|下一?页(?:更多|还有)精彩.{0,30}"
)
"""So no author heads a list, plain as it stands."""
PLAIN = Pattern(rf"(?:{_MORE}){{1,2}}(?:{_PAGES}){{1,2}}")


def header_of(document: Document, line: Line) -> str:
    """The header that a line begins with, or nothing."""
    if document.text.find("。", line.start + FURTHEST, line.end) >= 0:
        return ""  # a paragraph; to fold it would cost more than all else
    folded = document.folded(line.start, line.end)
    start = len(folded) - len(folded.lstrip(STRIPPED))
    sentence = FINAL.search(folded, start)
    furthest = min(sentence.start() if sentence else len(folded), start + FURTHEST)
    first = HEADER_SIGN.search(folded, start, furthest + 1)
    if not first and furthest < len(folded):
        return _tags(document, line, folded)
    for end in HEADER_END.finditer(folded, first.start() if first else furthest):
        if end.start() > furthest:
            break
        phrase = folded[start : end.start()].strip(STRIPPED)
        rest = folded[end.end() :].strip(STRIPPED)
        if not 1 < len(phrase) <= LONGEST or SENTENCE.search(rest) or not heads_list(document, phrase):
            continue
        if (
            end[0]
            or start
            or OTHERS.search(phrase)
            or ALSO.fullmatch(phrase)
            or PLAIN.fullmatch(phrase)
            or READER.fullmatch(phrase)
            or _bulleted(document, line)
        ):
            return folded[: end.end()]
    return _tags(document, line, folded)


def _tags(document: Document, line: Line, folded: str) -> str:
    """The header of the tags that a page ends with, or nothing."""
    tags = "关键词" in folded and LAST_TAGS.fullmatch(folded.strip()) and " " in folded.strip()
    return folded[:4] if tags and "摘要" not in document.text and document.text.count("\n", line.end) < 3 else ""


def heads_list(document: Document, phrase: str) -> bool:
    """What `is_header` says; several rules ask about the same line of a document."""
    phrase, known = phrase.strip(STRIPPED), document.fact(_known)
    if phrase not in known:
        known[phrase] = is_header(phrase)
    return known[phrase]


def _known(_: str) -> dict[str, bool]:
    """Where it is kept which phrases of a document name a list."""
    return {}


def is_header(phrase: str) -> bool:
    """Whether a folded phrase, without its colon, names a list of pages."""
    phrase = COURTESY.compiled.sub("", phrase.strip(STRIPPED))
    plain = TITLED.compiled.sub("", phrase) if any(map(phrase.__contains__, TITLE_ENDS)) else phrase
    if _is_sure(plain) or (plain != phrase and _is_sure(phrase)):
        return True
    return phrase[:1] in BEGINS and any(pattern.fullmatch(phrase) for pattern in (FURTHER, ALSO, PATHS))


def _is_sure(phrase: str) -> bool:
    if phrase[-1:] in ENDS and NAMED.fullmatch(phrase):
        return True
    return phrase[:1] in BEGINS and SURE.fullmatch(phrase) is not None


def _bulleted(document: Document, line: Line) -> bool:
    """Whether the two lines below have bullets, so that an undecorated line can be their header."""
    below = document.text[line.end + 1 : line.end + 200].split("\n")
    return len(below) > 1 and all(BULLET.match(row) for row in below[:2])
