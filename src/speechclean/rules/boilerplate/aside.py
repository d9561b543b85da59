"""Cuts what a page prints in brackets, or between two signs, within an author's sentence: an ad's mark, a picture's place.

An author's brackets stand where his words part; a page's stand anywhere, also between the halves of a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.genre import is_manual
from speechclean.judgement.mentioned import SCREEN, is_named, is_object, is_of, is_subject, speaks_of_ads
from speechclean.judgement.quotations import is_quoted
from speechclean.judgement.seams import NUMBERS, UNITS
from speechclean.judgement.shown_code import is_shown_code
from speechclean.judgement.ties import tied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

_OPENING, FRAMES = "([【〔", "★☆◆●▲▼►※"
_WORDS = (
    "图片加载", "图片正在", "视频加载", "视频正在", "正在加载", "页面加载", "点击查看", "点击看", "点击放大", "点击图片",
    "扫码", "长按", "本页面", "本文由", "此处插入",
    "手机阅读", "电脑阅读", "手机观看", "手机端", "电脑端", "pc端", "建议横屏", "横屏", "下载", "打开",
)  # fmt: skip
TRIGGERS = (
    *(f"{sign}{word}" for word in _WORDS for sign in _OPENING),
    *(f"{sign}{word}" for word in ("广告", "赞助内容") for sign in "[【〔"),
    *(f"{sign}点击" for sign in FRAMES),
    *(f"{sign}点我" for sign in FRAMES),
)
_TRIGGERS = frozenset(TRIGGERS)
_INNER = r"[^()\[\]【】〔〕\n。!?]"
ASIDE = Pattern(
    r"(?P<mark>[\[【〔] ?(?:广告|赞助内容) ?[\]】〕]"
    r"|(?P<sign>[★☆◆●▲▼►※])点[击我](?:抽|领|进|看|下载|查看|报名|咨询|免费|观看|获取|试听|购买)[^★☆◆●▲▼►※\n。,]{1,14}(?P=sign)"
    r"|[(\[【〔](?:(?:图片|视频|音频|插图|页面)?(?:正在)?加载(?:中|失败)|此处插入广告)[^()\[\]【】〔〕\n。]{0,10}[)\]】〕])"
    r"|[(\[【〔](?:"
    r"(?:点击|长按)(?:图片|图)?可?(?:查看|看|放大|保存)(?:高清|原|大)?图?片?"
    r"|(?:手机|电脑|pc|客户端|app)端?(?:上|内)?(?:阅读|观看|浏览|打开|查看)(?:体验|效果)?(?:更[佳好]|最[佳好]|更流畅|更方便)"
    r"|(?:建议)?横屏(?:观看|阅读|浏览)(?:效果|体验)?(?:更[佳好]|最[佳好])?"
    rf"|(?:下载|打开|安装){_INNER}{{0,12}}(?:客户端|app|小程序){_INNER}{{0,20}}"
    rf"|(?:扫码|长按){_INNER}{{0,10}}(?:关注|加群|领取|下载|进群|入群){_INNER}{{0,10}}"
    rf"|本页面由{_INNER}{{1,12}}(?:转码|生成){_INNER}{{0,10}}"
    rf"|本文由{_INNER}{{1,16}}(?:整理|首发|发布|提供|收集){_INNER}{{0,10}}"
    r")[)\]】〕]"
)
"""The `mark` stands for itself; what else may be an author's, too."""
REACH, FAR = 50, 100
HALVES, OF_MARK = 100, 50
"""So much two characters are tied that are halves of a word; for what no author puts in brackets less is enough."""
OF_ADS = Pattern(
    "[费費类類分科栏欄位牌片词詞语語商法学學业業部目条條页頁款文字图圖标標链鏈投收支宣专專模平公弹彈视視短邮邮信号號账賬内內项項屏插推经經合发發设設客]"
)
"""What goes on from 广告 as a noun of its own does: 【广告】费用."""
HAN = Pattern("[㐀-鿿]")


def find(document: Document) -> Iterator[Edit]:
    """Look at the brackets and frames that begin with a page's words."""
    done = -1
    for hit in document.hits_of(_TRIGGERS):
        if hit.start < done or document.fact(is_manual):
            continue
        match = ASIDE.match(document.folded(hit.start, min(hit.start + REACH, len(document.text))))
        if match is None:
            continue
        done = hit.start + match.end()
        if _is_within_words(document, hit.start, done, is_mark=match["mark"] is not None):
            yield cut(document.text, hit.start, done, "a page's aside within a sentence")


def _is_within_words(document: Document, start: int, end: int, *, is_mark: bool) -> bool:
    """Whether the aside parts words of an author's that go on, and the sentence is not about it."""
    text = document.text
    left, right = text[start - 1 : start] if start else "", text[end : end + 1]
    if not (HAN.match(left) and HAN.match(right)):
        return False
    if is_named(text, end) or (is_mark and (is_object(text, start) or OF_ADS.match(right))):
        return False
    if _is_one_word(left, right, OF_MARK if is_mark else HALVES):
        return not is_shown_code(text, start)
    if not is_mark or document.fact(speaks_of_ads) or is_subject(text, end) or _has_others(text, start):
        return False
    return not (is_quoted(text, start, end) or is_of(SCREEN, text, start, end) or is_shown_code(text, start))


def _is_one_word(left: str, right: str, need: int) -> bool:
    return tied(left, right) >= need or (left in NUMBERS and right in UNITS)


def _has_others(text: str, start: int) -> bool:
    """Whether the brackets are those in which authors set their terms, or more stand near: [广告]和[差旅]."""
    if text[start] in FRAMES:
        return False
    return text[start] == "【" or text.count(text[start], max(0, start - FAR), start + FAR) > 1


RULE = Rule(
    name="boilerplate-aside",
    summary=Summary("A page's asides within a sentence", "句中夹带的页面括注"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example("他把腰刀拔(手机阅读效果更佳)出半寸，又按了回去。", "他把腰刀拔出半寸，又按了回去。"),
        Example("她看完信［广告］想了一夜，第二天就走了。", "她看完信想了一夜，第二天就走了。"),
        Example.keep("直播链接（建议横屏观看）已发到群里。", why="an author's bracket, where his words part"),
        Example.keep("按规定，推广内容须在标题前加【广告】标识，不得省略。", why="a sentence about the mark"),
    ),
)
