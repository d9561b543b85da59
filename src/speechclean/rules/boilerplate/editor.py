"""Cuts the sentences in which a site's editor presents a text (小编为大家整理…供参考) or takes leave of it.

The paragraph of filler that leads up to such a sentence goes with it when it stands before the salutation. A speaker
who hands out figures for reference has another voice: he says 我, or speaks of offices and documents.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.filler import with_filler
from speechclean.judgement.genre import is_manual
from speechclean.judgement.parting import marked_lines
from speechclean.judgement.pieces import cut_pieces
from speechclean.judgement.said_lines import closes_occasion
from speechclean.judgement.voice import voice_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit
    from speechclean.judgement.parting import Piece
    from speechclean.judgement.voice import Voice

TRIGGERS = (
    "小编", "本站", "本网", "编辑部", "会员", "网友", "书友", "范文", "文秘", "公文网", "大全", "频道", "供大家",
    "供您", "供各位", "供写作",
    "仅供", "参考借鉴", "欢迎阅读", "欢迎参考", "欢迎查看", "欢迎借鉴", "欢迎收藏", "欢迎分享", "欢迎大家", "欢迎点评",
    "一起来看", "来看看", "看看吧", "希望能帮", "希望对",
    "有所帮助", "帮助到", "能帮到", "请查阅", "查阅", "导语", "导读", "寄语", "小编按", "上传", "投稿", "精心", "为您",
    "为大家", "为你", "全部内容",
    "的全部", "以上就是", "文库", "整理", "收藏备用", "责编推荐", "编后语", "读者", "例文", "快来", "尽在", "更多精彩",
    "先睹为快", "带您", "带你", "带大家", "向您",
    "给大家", "给您", "往下看", "介绍到这", "分享到这", "本栏目", "本频道",
)  # fmt: skip
_TRIGGERS = frozenset(TRIGGERS)
FOR = {
    "self": 2.0,
    "site": 1.5,
    "made": 1.0,
    "serve": 1.0,
    "follow": 0.5,
    "by": 1.5,
    "text": 1.0,
    "open": 1.0,
    "notice": 2.0,
    "kind": 1.5,
    "reader": 0.5,
    "act": 0.5,
    "more": 1.0,
    "close": 2.0,
    "ask": 1.0,
    "address": 1.0,
}
AGAINST = {"ours": 1.0, "i": 3.0, "story": 2.0, "office": 1.5}
PRESENTS = ("made", "serve"), ("self", "site", "by", "open", "serve")
LEAVES = ("close", "more"), ("kind", "text", "more", "self", "act")
LABELLED = ("kind",), ("open", "notice")
NEED = {"line": 4.0, "bracket": 3.5, "sentence": 4.5}
MODELS = frozenset(("范文", "例文", "范本", "作文", "模板"))
MANY, SHORT = 5, 40


def find(document: Document) -> Iterator[Edit]:
    """Judge the lines in which a site may present a text."""
    for line, places in marked_lines(document, _TRIGGERS):
        edits = list(cut_pieces(document, line, places, lambda piece: judge(document, piece)))
        yield from with_filler(document, line, edits)


def about_editors(text: str) -> bool:
    """Whether the text itself is about editors: it says 小编 more often than a site would."""
    return text.count("小编") + text.count("小編") >= MANY


def _may_be_one(voice: Voice) -> bool:
    """Whether the groups may be heard without which `judge` has no evidence; the least that it asks for."""
    return all(map(voice.may, PRESENTS)) or all(map(voice.may, LEAVES)) or all(map(voice.may, LABELLED))


def judge(document: Document, piece: Piece) -> str:
    """The evidence that a piece is the editor's, or nothing."""
    voice = voice_of(document, piece.start, piece.end)
    if not _may_be_one(voice) or document.fact(is_manual):
        return ""
    presents = voice.has_any(("made", "serve")) and (
        voice.has_any(("self", "site", "by"))
        or voice.has("open", "kind")
        or (voice.has("serve") and len(voice.heard("kind")) > 1)
    )
    leaves = voice.has("close") and voice.has_any(("kind", "text", "more", "self"))
    models = voice.has("open", "kind") and not MODELS.isdisjoint(voice.heard("text")) and "欢迎" in voice.sentence
    labelled = models or voice.has("notice", "text", "kind") or (voice.has("notice", "kind") and voice.has("act"))
    invites = voice.has("more", "act") and voice.has_any(("self", "site", "text"))
    if not (presents or leaves or labelled or invites):
        return ""
    if closes_occasion(voice.sentence):
        return ""
    weight = voice.weigh(FOR) - voice.weigh(AGAINST)
    if piece.shape == "sentence" and document.fact(about_editors):
        return ""
    extra = 0.01 * max(0, piece.end - piece.start - 80)
    need = NEED[piece.shape] + extra - (0.5 if piece.shape == "line" and piece.end - piece.start <= SHORT else 0)
    return voice.told(FOR) if weight >= need else ""


RULE = Rule(
    name="boilerplate-editor",
    summary=Summary("An editor's words before and after a text", "小编导语与结语"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example("下面是小编为大家整理的年终总结，供大家参考。\n一年来，我认真履职。", "一年来，我认真履职。"),
        Example("谢谢大家！\n以上就是开学典礼讲话的全部内容，希望大家喜欢。", "谢谢大家！"),
        Example.keep("办公室为大家整理了近三年的数据，供大家参考。", why="a speaker's office did it"),
        Example.keep("主编说：“‘下面是小编为大家整理的’，这也叫开头？”", why="a quotation"),
    ),
)
