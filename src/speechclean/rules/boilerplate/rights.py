"""Cuts a site's disclaimers and copyright notices. A sentence about law, and what is quoted, stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    "侵权", "侵删", "版权", "转载", "出处", "来源于网络", "来自网络", "来源于互联网", "来自互联网", "网络收集",
    "网络整理", "仅代表", "不代表", "立场", "未经授权",
    "未经许可", "未经允许",
    "不得转载", "禁止转载", "严禁", "请勿", "盗用", "必究", "盗文", "盗版", "举报", "免责", "声明", "本网", "本站",
    "网友上传", "用户上传", "会员上传", "自发贡献",
    "存储空间", "法律意见",
    "法律责任", "著作权", "知识产权", "注明", "原作者", "学习交流", "商业用途", "联系我们", "原文链接", "自行上传",
    "互联网用户", "转发需", "首发", "来源：", "来源:",
    "本文地址", "文章来源", "本文来源", "文章地址", "来源网址", "本文链接", "原文地址", "转自", "摘自", "网络", "网路",
    "真实性", "不承担", "概不负责", "授权使用", "授权范围", "词条", "仅供参考", "转帖", "转贴", "本文标题", "任何担保", "经授权转",
    "保留一切权", "保留所有权", "保留全部权",
)  # fmt: skip
_TRIGGERS = frozenset(TRIGGERS)
FOR = {
    "self": 1.5,
    "site": 1.0,
    "text": 1.0,
    "notice": 1.5,
    "by": 1.0,
    "kind": 0.5,
    "reader": 0.5,
    "address": 1.5,
}
AGAINST = {"ours": 2.5, "i": 2.5, "story": 2.5, "office": 2.0}
CORE = "abcdefghkln"
NEED = {"line": 4.0, "bracket": 2.5, "sentence": 4.0}


def find(document: Document) -> Iterator[Edit]:
    """Judge the lines that speak of rights."""
    for line, places in marked_lines(document, _TRIGGERS):
        yield from cut_pieces(document, line, places, lambda piece: judge(document, piece))


def judge(document: Document, piece: Piece) -> str:
    """The evidence that a piece is a site's notice, or nothing."""
    voice = voice_of(document, piece.start, piece.end)
    if not voice.may(("rights",)) or document.fact(is_manual):
        return ""
    kinds = voice.heard("rights")
    rights = len(kinds)
    if not (any(kind in CORE for kind in kinds) or (voice.has("notice") and rights > 1)) or not (
        rights > 1 or voice.has_any(("self", "text", "notice"))
    ):
        return ""
    weight = 1.3 * rights + voice.weigh(FOR) - voice.weigh(AGAINST)
    extra = 0.008 * max(0, piece.end - piece.start - 80)
    if weight >= NEED[piece.shape] + extra or (piece.shape == "line" and _clear(voice, piece)):
        return f"rights: {rights}, {voice.told(FOR)}"
    return ""


def _clear(voice: Voice, piece: Piece) -> bool:
    """Whether a short line speaks of rights from end to end."""
    return piece.end - piece.start <= 40 and not voice.has_any(AGAINST) and voice.coverage() >= 0.7


RULE = Rule(
    name="boilerplate-rights",
    summary=Summary("Disclaimers and copyright notices of a site", "版权声明与免责声明"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example("散会。\n本文来源于网络，版权归原作者所有，如有侵权请联系我们删除。", "散会。"),
        Example.keep("“如有侵权，请联系删除”的声明不能免除网络服务提供者的责任。", why="a sentence about such notices"),
        Example.keep("著作权人发现网络转载其作品未署名的，可以要求转载者赔礼道歉。", why="law"),
    ),
)
