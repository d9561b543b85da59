"""Cuts a site's calls to come back, to load its app or its files: 收藏本站, 手机用户请访问…, 点击右上角下载.

A notice that sends applicants to an office's page, and a manual that says where to click, stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.genre import is_manual
from speechclean.judgement.parting import Piece, marked_lines
from speechclean.judgement.pieces import cut_pieces
from speechclean.judgement.voice import voice_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit
    from speechclean.judgement.voice import Voice

TRIGGERS = (
    "本站", "收藏", "书架", "书签", "小说", "最新章节", "书友", "手机用户", "无广告", "无弹窗", "首发", "域名", "网址",
    "浏览器", "转码", "更流畅", "小程序内打开", "小程序中查看", "小程序内查看", "ctrl", "app",
    "客户端", "下载", "文档", "范文", "更多",
    "在看", "评论区", "关注", "扫码", "阅读原文", "二维码", "喜欢", "打分", "登录", "注册", "月票", "回车", "立即",
    "游客", "点击", "戳", "更新最快", "阅读",
    "给管理员", "给站长", "点个赞", "再走吧",
    "长按", "蓝字", "星标", "名片", "不错过", "识别", "在线阅读", "手打", "刷新", "翻页", "返回", "回车", "转发",
)  # fmt: skip
_TRIGGERS = frozenset(TRIGGERS)
FOR = {
    "urge": 2.5,
    "follow": 1.5,
    "serve": 0.5,
    "self": 2.0,
    "site": 1.5,
    "text": 1.0,
    "notice": 1.5,
    "kind": 1.0,
    "reader": 0.5,
    "act": 1.0,
    "more": 1.0,
    "address": 1.5,
    "novel": 1.0,
    "pay": 0.5,
    "made": 0.5,
}
AGAINST = {"ours": 2.5, "i": 3.0, "story": 2.5, "office": 2.0}
ACTS = ("act", "follow", "urge")
KEYS = ("self", "site", "text", "novel", "more", "follow", "urge", "notice")
NEED = {"line": 4.5, "bracket": 4.0, "sentence": 5.5}
VISITORS = Pattern(r"扫码(?:即可|后|可)?(?:预约|报名|登记|签到|购票|取票|入[馆园场]|点[餐单]|领票)")
"""What visitors and guests do with a code: no page's readers."""


def find(document: Document) -> Iterator[Edit]:
    """Judge the lines that tell a reader what to do."""
    for line, places in marked_lines(document, _TRIGGERS):
        yield from cut_pieces(document, line, places, lambda piece: judge(document, piece))


def judge(document: Document, piece: Piece) -> str:
    """The evidence that a piece calls readers to a site, or nothing."""
    voice = voice_of(document, piece.start, piece.end)
    if not voice.may(ACTS) or not voice.may(KEYS) or document.fact(is_manual):
        return ""
    if not voice.has_any(ACTS) or not voice.has_any(KEYS):
        return ""
    if "扫码" in voice.sentence and VISITORS.search(voice.sentence):
        return ""
    acts = len(voice.heard("act"))
    weight = voice.weigh(FOR) + 0.5 * min(acts - 1, 3) + 0.5 * min(len(voice.heard("novel")), 4) - voice.weigh(AGAINST)
    extra = 0.02 * max(0, piece.end - piece.start - 60)
    return voice.told(FOR) if weight >= NEED[piece.shape] + extra or short_and_clear(voice, piece) else ""


def short_and_clear(voice: Voice, piece: Piece) -> bool:
    """Whether a short line is a call from end to end."""
    alone = piece.shape != "sentence" and piece.end - piece.start <= 40
    return (
        alone
        and not voice.has_any(AGAINST)
        and voice.coverage() >= (0.6 if voice.has("follow") or voice.has("urge") else 0.75)
    )


RULE = Rule(
    name="boilerplate-visit",
    summary=Summary("A site's calls to its readers", "网站对读者的引导"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example("茶盏碎了。\n喜欢本书请收藏本站，手机用户请访问m.abc.com阅读最新章节。", "茶盏碎了。"),
        Example.keep("各单位可登录门户网站下载申报表，填写后加盖公章。", why="a notice of an office"),
        Example.keep("教程写得不清楚：先点击“文件”，再点击“保存”才算完。", why="a manual"),
    ),
)
