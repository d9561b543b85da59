"""Cuts what pages print between the lines and the sentences of a text: bars of buttons, ad marks, a novel site's own line.

Buttons that a sentence names (页面底部有【转发】【收藏】) stay: the page's own stand behind a finished sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.genre import is_manual
from speechclean.judgement.mentioned import is_object, speaks_of_ads
from speechclean.rules.boilerplate.phrases import Phrases, before, cut_phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document, Line
    from speechclean.core.edit import Edit

OF_LISTS = (
    "猜你",
    "可能想",
    "可能还想",
    "可能感",
    "大家都在",
    "大家还在",
    "热搜词",
    "看更多",
    "同场加映",
    "更多新闻",
    "相关新闻",
    "更多报导",
)
"""What the headers of lists hold that stand in one line with their titles."""
TRIGGERS = (
    *OF_LISTS,
    "最快更新", "请遵守", "最多可输入", "按此开启", "按此打开", "按此阅读", "按此查看", "按此观看", "延伸阅读", "相关阅读", "推荐阅读",
    "相关报道", "word文档",
    "【纠错】", "【广告】", "[广告", "(广告", "（广告", "广告 ", "广告\u3000", "广告×", "广告剩余", "-广告", "—广告", "广告|",
    "【转发】", "【收藏】", "【分享】", "[分享]", "[收藏]", "[转发]", "【点赞】",
    "上一页", "上一章", "回复 支持", "编辑 播报", "播报 编辑",
    "楼 |", "楼\u3000|",
)  # fmt: skip
_BUTTON = (
    r"(?:转发|收藏|点赞|在看|已?赞过?|分享(?:到|至)?[^\s\[\]【】|。,]{0,6}|举报|回复|评论|打印|关闭|纠错|复制链接|下载|返回[^\s\[\]【】|。,]{0,4}|支持|反对|引用|编辑"
    r"|只看[^\s|]{1,4}"
    r"|打赏|赞|踩|关注|订阅|留言|投票|推荐|加入?书[签架]|目录|书签|使用道具|\d{1,4} ?[楼#])"
)
LINE = Pattern(
    r"\s{0,3}(?:"
    r"[^\s。,]{2,12}[ ,]{0,2}(?:https?://)?(?:www\.|m\.)?[a-z0-9-]{2,24}(?:\.[a-z]{2,8}){1,2}[ ,]{0,2}最快更新[^\n。]{1,40}章节[!。]?"
    r"|(?:网友评论|我来说两句|发表评论)?[::]? ?请遵守[^\n。]{0,14}(?:评论|互联网|跟帖)[^\n。]{0,10}(?:规定|公约|规则|守则)[^\n。]{0,24}"
    r"(?:输入 ?\d{1,4} ?个?字|文明发言)[^\n。]{0,6}"
    r"|按此(?:开启|打开|阅读|查看|观看)(?:完整|全部|全文)(?:版|文|图片?|影片|视频|文章|内容|报道|新闻|评论|回[复应]|章节|楼层)?[>» ]{0,4}"
    r"|[☞▶►»→◆■●]{1,3} ?(?:延伸|相关|推荐|扩展|更多)(?:阅读|报道|文章|新闻)[::] ?(?:(?![《、])[^\n。!?,]){2,40}"
    r"|将(?:本文|《[^》\n]{1,60}》)的?word(?:格式)?文档(?:免费)?下载[^\n。]{0,24}"
    r"|(?:编辑[ |]{1,3}播报|播报[ |]{1,3}编辑)"
    r"|(?:猜你(?:在找|喜欢|想看|想搜|想问)|[您你]可能(?:还|也)?(?:想看|想问|想找|想搜|感兴趣)的?"
    r"|大家[都还]在(?:搜|看|问|找)|热搜词|本文热词)[::] ?"
    r"[^\s。,!?|丨/、]{2,24}(?:[ |丨/、?]{1,3}[^\s。,!?|丨/、]{2,24}){1,8}[?]?"
    r"|[▪■●▶►※☞>]{0,2} ?(?:(?:相关|更多|热门)(?:新闻|报[导道])|延伸阅读|看更多|同场加映)[/／》›|丨] ?[^\n。/／|]{4,50}"
    r"|【(?:(?:相关|更多|热门)(?:新闻|报[导道])|看更多|同场加映)】 ?(?!《)[^\n。]{4,50}"
    r")\s{0,3}$"
)
_CROSS, _CLICK = "[×x✕✖╳]", "(?:请?(?:点击?|按|轻触) ?[左右]?[上下]?角?的?)"
_CLOSE = rf"{_CROSS}? ?(?:按钮)?即?可?(?:关闭|跳过)(?:广告)?(?:后继续(?:阅读|观看))? ?{_CROSS}?"
BEHIND = Pattern(
    rf"(?:[【\[] ?{_BUTTON} ?[】\]] ?){{3,9}}"
    rf"|(?P<ad>[【\[(]广告(?:[】\])][ ,|·]?|,|[ |·]{{0,3}}){_CLICK}? ?{_CLOSE}[】\])]?(?![的了按键钮页])"
    rf"|广告(?:[ |·]{{1,3}}(?={_CROSS}|请?点|按|轻触)|(?={_CROSS})){_CLICK}? ?{_CLOSE}(?![的了按键钮页])"
    r"|(?P<rule>[-—*=~])(?P=rule){0,9} ?广告 ?(?P=rule){1,10}"
    r"|[【\[] ?(?:广告|推广|赞助内容) ?[】\]])|【纠错】"
    r"|广告[ \u3000|·]{0,3}(?:剩余|还剩|倒计时)[ :]?\d{1,3} ?[秒s](?:[ \u3000|·,]{0,3}(?:后可?|点击)?(?:跳过|关闭)(?:广告)?)?"
)
"""Behind a finished sentence, or where a line begins; an ad's mark with the button that closes it is read as one."""
ANYWHERE = Pattern(
    rf"(?<=[,。!?…”」;])上一[页章][ \u200b]{{1,3}}(?:(?:目录|返回目录|书页)[ ]{{1,2}})?下一[页章](?![\s,。、!?])|回复 支持 反对(?: 举报)?"
    rf"|{_BUTTON}(?:[ ]{{1,3}}\|[ ]{{1,3}}{_BUTTON}){{0,5}}[ ]{{1,3}}\|[ ]{{1,3}}\d{{1,4}} ?[楼#]"
    rf"(?:[ ]{{1,3}}\|[ ]{{1,3}}(?:{_BUTTON})){{2,6}}"
)
FINAL = frozenset("。！？!?…”」』）)】~\n")
FAR = 200


REACH = 2_000
"""So far before and behind an ad's mark a sentence on ads is looked for, in code points."""


def find(document: Document) -> Iterator[Edit]:
    """Cut whole lines, and what stands between two sentences; nothing where a manual names them."""
    return iter(()) if document.fact(is_manual) else cut_phrases(document, PHRASES)


def _is_line(document: Document, line: Line) -> bool:
    return LINE.match(document.folded(line.start, line.end)) is not None


def _glued(document: Document, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The spans in a part of a line that are a page's."""
    folded = document.folded(first, last)
    for match in BEHIND.finditer(folded):
        start = first + match.start()
        if before(document, start) not in FINAL or not document.text[max(0, start - FAR) : start].strip():
            continue
        if not (match["ad"] and _is_among_talk(document.text, start, first + match.end())):
            yield start, first + match.end()
    for match in ANYWHERE.finditer(folded):
        if not is_object(document.text, first + match.start()):
            yield first + match.start(), first + match.end()


def _is_among_talk(text: str, start: int, end: int) -> bool:
    """Whether a sentence before an ad's mark or behind it is about ads: the mark may be what it is about."""
    return speaks_of_ads(text[max(0, start - REACH) : start]) or speaks_of_ads(text[end : end + REACH])


PHRASES = Phrases(
    frozenset(TRIGGERS), frozenset(OF_LISTS), _is_line, _glued, "what pages print between lines and sentences"
)
RULE = Rule(
    name="boilerplate-page-phrase",
    summary=Summary("What pages print between the lines and sentences of a text", "正文行间与句间的页面文字"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example("念给她听。【转发】【收藏】【点赞】【分享到朋友圈】她摆摆手。", "念给她听。她摆摆手。"),
        Example(
            "收音机响了。\n落笔中文 www.lbzw.com 最快更新南巷灯火最新章节！\n老周停住了手。",
            "收音机响了。\n老周停住了手。",
        ),
        Example("天亮了。\n☞ 延伸阅读：老街里的香火与酱油\n他起了床。", "天亮了。\n他起了床。"),
        Example("他摆着老茶碗。广告 点击右上角×关闭“坐吧。”", "他摆着老茶碗。“坐吧。”"),
        Example.keep(
            "老人问他，【转发】【收藏】【点赞】这三个按钮有什么两样。\n延伸阅读：《论语》",
            why="a sentence names them; a teacher's list",
        ),
    ),
)
