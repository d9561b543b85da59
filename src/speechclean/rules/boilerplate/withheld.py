"""Cuts the notices that a site put where it withholds text (付费可见, 余下全文, 下一页继续), and notes the gap.

`（略）`, 从略 and ellipses of an author are not its matter.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.gap import close_gap
from speechclean.judgement.genre import is_manual
from speechclean.judgement.parting import Piece, marked_lines
from speechclean.judgement.pieces import cut_pieces
from speechclean.judgement.voice import voice_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.choices import Choices
    from speechclean.core.document import Document
    from speechclean.core.edit import Edit
    from speechclean.core.note import Note
    from speechclean.judgement.voice import Voice

TRIGGERS = (
    "剩余", "余下", "其余", "未完", "未显示", "未展示", "未读", "隐藏", "省略", "仅展示", "仅显示", "预览", "部分内容",
    "完整版", "完整文档", "完整内容", "完整讲话",
    "全文", "余文", "试读", "试看", "试听", "试阅", "还剩", "付费", "解锁",
    "下一页", "下页", "翻页", "继续阅读", "会员", "vip", "登录", "登陆", "购买后", "订阅", "金币", "积分", "下载后",
    "阅读原文", "展开", "篇幅", "节选",
    "免费阅读", "免费查看", "免费段落", "免费试读", "章节", "后面还有", "本章",
    "已折叠", "被折叠", "过长", "查看全部", "可见", "原件", "档案", "完整", "分页", "付费",
    "普通用户", "非会员", "升级后", "支付￥",
    "剩下的正文", "剩下的内容", "剩下内容", "剩下的一半", "不予显示", "不予展示", "无法展示", "版权原因", "版权限制", "版权方要求", "没完",
    "尚未写完", "剩下的请", "剩下请", "后续内容请", "完整内容请", "后续章节请", "后文请",
)  # fmt: skip
_TRIGGERS = frozenset(TRIGGERS)
FOR = {
    "pay": 1.5,
    "text": 1.0,
    "act": 1.0,
    "reader": 0.5,
    "self": 1.0,
    "site": 0.5,
    "notice": 1.0,
    "kind": 0.5,
    "novel": 0.5,
    "more": 0.5,
    "address": 0.5,
}
AGAINST = {"ours": 2.5, "i": 2.5, "story": 2.5, "office": 3.0}
COUNTED = Pattern(r"(?:省略|隐藏|略去|剩余|余下|未读|展示) ?[约了]? ?\d{2,6} ?(?:个?字|词|页|%)")
"""Only a machine counts what it leaves out."""
DENIED = Pattern(
    r"[（(【\[][^，。,\n（(【\[]{0,14}?(?:因|由于|受)[^，。,\n]{0,6}(?:版权|授权|权限)[^，。,\n]{0,8}(?:不予|无法|未予|未能|暂不)"
    r"(?:全部|完整)?(?:显示|展示|阅读|查看)[）)】\]]",
    first="（(【[",
)
"""A page tells so, in brackets, why it shows less."""
FRAMED = 1.0
"""What the same sign on both sides weighs: a page sets its notices off so."""
UNFRAMED = "\"'`….。?!"
"""Signs that stand at both ends of an author's words, too."""
ENDED = Pattern(
    r"\W{0,4}(?:(?:以上|本次|免费)?(?:试[看读阅听]|预览)(?:部分|内容|章节)?(?:已|到此)?(?:结束|完毕)了?"
    r"|此处(?:隐藏|未显示) ?\d{2,6} ?个?[字词]|还剩 ?\d{1,4} ?页未读(?:,(?:点击)?继续阅读)?)\W{0,4}$"
)
"""A line or bracket that says so and nothing else."""
SENT = Pattern(
    r"请登[录陆] ?(?!(?:本站|本网|网站?|您|你|账号|会员|后)|[^,。]{0,8}(?:会员|账[号户]|vip))"
    r"[^,。]{0,14}?(?:网(?!友|页)|官网|平台|系统|www\.|https?:)"
)
"""So a notice sends its readers to an office's site, for what it says before."""
PURPOSE = Pattern(r"\W{0,3}(?:\d{1,2}[.、])?[㐀-鿿]{2,10}请登[录陆]")
OF_REST = Pattern("全文|剩余|余下|其余|下载|完整|免费阅读|后续|隐藏")
NEED = {"line": 3.5, "bracket": 3.0, "sentence": 4.5}


UNFINISHED = Pattern(
    r"[（(【\[-]{0,3}(?:内容|本章|本文|章节|正文|本节|全文)(?:字数太多)?未完[,，、。]?[ ]?(?:请|點|点)?(?:点击|點擊"
    r"|翻到?|点|继续|繼續)?(?:阅读|閱讀)?(?:下一页"
    r"|下一頁|下页|下頁|翻页|翻頁|下一章)(?:继续|繼續)?(?:阅读|閱讀|查看|观看|看)?[）)】\]]?(?:[.．·…]{3,20}(?=\n|$))?"
)


def find(document: Document, gaps: str) -> Iterator[Edit | Note]:
    """Judge the lines that speak of the rest of a text."""
    for line, places in marked_lines(document, _TRIGGERS):
        glued = UNFINISHED.match(document.text, line.start, line.end)
        if glued and glued.end() < line.end:
            yield from close_gap(document, *glued.span(), gaps, "an unfinished page, glued to the next")
            continue
        if denied := DENIED.search(document.text, line.start, line.end):
            yield from close_gap(document, *denied.span(), gaps, "shown to nobody, for its rights")
            continue
        for edit in cut_pieces(document, line, places, lambda piece: judge(document, piece)):
            end = edit.end - (edit.old.endswith("\n") and len(edit.old) > 1)
            start = edit.start + edit.old.startswith("\n")
            yield from close_gap(document, start, end, gaps, edit.parts[0].evidence)


def judge(document: Document, piece: Piece) -> str:
    """The evidence that a piece announces withheld text, or nothing."""
    voice = voice_of(document, piece.start, piece.end)
    if piece.shape != "sentence" and (ended := ENDED.match(voice.sentence)) and not document.fact(is_manual):
        return f"rest: {ended[0]}"
    if not voice.may(("rest",)) or document.fact(is_manual):
        return ""
    if (
        "请登" in voice.sentence
        and PURPOSE.match(voice.sentence)
        and SENT.search(voice.sentence)
        and not OF_REST.search(voice.sentence)
    ):
        return ""
    rest = voice.heard("rest")
    if not rest or not (
        len(rest) > 1 or voice.has_any(("pay", "act")) or (voice.has("text") and piece.shape != "sentence")
    ):
        return ""
    counted = (len(rest) > 1 or voice.has("act") or voice.has("pay")) and COUNTED.search(voice.sentence)
    against = -1.0 if counted else voice.weigh(AGAINST)
    weight = 1.5 + 0.8 * min(len(rest) - 1, 3) + voice.weigh(FOR) - against + _framed(voice.sentence)
    extra = 0.02 * max(0, piece.end - piece.start - 60)
    if weight >= NEED[piece.shape] + extra or (piece.shape != "sentence" and _clear(voice, piece)):
        return f"rest: {rest[0]}, {voice.told(FOR)}"
    return ""


def _framed(sentence: str) -> float:
    bare = sentence.strip()
    sign = bare[:1]
    return FRAMED if len(bare) > 1 and sign == bare[-1] and not sign.isalnum() and sign not in UNFRAMED else 0.0


def _clear(voice: Voice, piece: Piece) -> bool:
    """Whether a short line or bracket speaks of the rest from end to end."""
    return piece.end - piece.start <= 40 and not voice.has_any(AGAINST) and voice.coverage() >= 0.65


def rule(choices: Choices) -> Rule:
    """The rule for the chosen way with gaps."""
    return Rule(
        name="boilerplate-withheld",
        summary=Summary("Notices of withheld text", "付费、登录与翻页提示"),
        find=partial(find, gaps=choices.gaps),
        triggers=TRIGGERS,
        examples=(
            Example("抓好落实。\n（剩余内容请开通会员后查看）", "抓好落实。"),
            Example("门开了。\n本章未完，点击下一页继续阅读", "门开了。"),
            Example("两户人家握手言和。（部分段落因版权方要求不予展示）\n风大。", "两户人家握手言和。\n风大。"),
            Example.keep("附件：座次表（略）。限于篇幅，其余结果从略。", why="an author's omission"),
            Example.keep("某平台“试读结束”后需开通会员方可继续阅读，涉嫌违法。", why="news about it"),
        ),
    )
