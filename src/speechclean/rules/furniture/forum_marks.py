"""Cuts what forum software writes into a post: who edited it last, what the reader may not see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.page_line import is_furniture, read
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

TRIGGERS = (
    "最后由", "本主题由", "该贴已经", "此帖由", "本帖由", "该帖由", "本贴由", "本帖被", "该帖被", "此帖被", "最后编辑",
    "编辑过", "本楼由", "帖子由", "用户组", "您需要",
    "你需要", "游客", "只需一步", "结交更多",
    "来自", "发自", "被管理员", "被屏蔽", "被禁止", "隐藏内容", "回复可见", "[attach", "[hide", "楼", "#", "top",
    "查看本帖", "附件", "更多资源", "欢迎光临",
    "此帖于", "本帖于", "该帖于",
    "参与人数", "评分记录", "本帖评分", "本文章最后", "会员组", "最近评分", "设为精华", "加入精华", "沙发", "板凳", "processed in", "gmt+",
    " [复制链接", "本帖通过", "本贴通过", "本文通过", "回复日期", "本日志由", "签到天数", "设定为精华",
)  # fmt: skip
_TRIGGERS = frozenset(TRIGGERS)
_TAGS = frozenset(("[attach", "[hide"))
_LINK = frozenset((" [复制链接",))
WHEN = r"(?:19|20)?\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ \u3000]{0,2}\d{1,2}:\d{2}(?::\d{2})?)?(?: ?[ap]m)?"
OPEN, SHUT = r"[\[【(☆ \u3000]{0,4}", r"[\])】☆ ]{0,3}"
EDITED = Pattern(
    rf"{OPEN}(?:(?:本|此|该|这)(?:帖|贴|主题|文章?|楼|篇)子?(?:已经?|曾)?(?:被|由)? ?最后(?:被|由)?|最后(?:由"
    rf"|编辑[::])|(?:本|此|该)(?:主题|帖"
    rf"|贴|日志)子?(?:已)?(?:被|由)|[本此该][帖贴]于|该贴已经被?)"
    rf"[^\n。]{{1,40}}?(?:{WHEN})?[^\n。]{{0,12}}?(?:编辑过?|(?:设定?[为成]?|加[为入]?|列为|评为)(?:精华?|置顶|推荐)|高亮|锁定"
    rf"|分类(?=\s|$)|屏蔽|设置[^\s,。(]{{0,6}}|置顶"
    rf"|移动(?:到 ?[^\n。 ]{{1,12}})?|关闭|加入精华|修改过?"
    rf"|合并|提升"
    rf"|解除[^\s,。]{{0,6}})(?: ?\({WHEN}\))?"
    rf"(?:[., ]{{0,2}}(?:原因|理由)[::][^\n。]{{0,30}})?{SHUT}"
)
BARRED = Pattern(
    rf"{OPEN}(?:【[^】\n]{{2,10}}】 ?)?(?:附件[::] ?)?(?:(?:游客[,，]?)?(?:如果)?[您你](?:需要|要|所在的?(?:用户|会员)组"
    rf"|必须)[^\n。!]{{0,12}}(?:登录"
    rf"|注册|回复|查看|下载|无法|隐藏|权限)[^\n。]{{0,40}}|游客[,，]?[^\n。]{{2,30}}回复[^\n。]{{0,6}}|本帖(?:隐藏"
    rf"|子)[^\n。]{{0,24}}"
    rf"|(?:提示[::] ?)?(?:该帖|作者|此帖|该用户)被(?:管理员|禁止)[^\n。]{{0,30}}"
    r"|(?:马上)?注册[,，]结交[^\n。]{2,40}|只需一步[,，]快速开始|该用户从未签到"
    r"|ta的每日心情[^\n。]{0,40}签到天数[^\n。]{0,30})[ \u3000a-z×!]{0,6}"
    r"(?:。?没有[账帐]号\?.{0,12})?$"
)
STATUS = Pattern(
    r"[\[【(]?(?:本|此|该|这)(?:主题|帖|贴)子?已?经?被?[^\n。,!?]{0,16}?(?:(?:设定?|加)[为成入]?精华?|列为精华|置顶|高亮|锁定|关闭|合并|屏蔽|提前"
    r"|推荐到[^\s]{2,8})(?=$|[ \u3000::(\[\])】|])[^\n。,!?]{0,60}$"
)
REPLY = Pattern(
    r"(?:(?:第? ?\d{1,4} ?[#楼]|#\d{1,4}|沙发|板凳|地板)[ \u3000]*)*(?:回复|引用|回覆)[::]? ?"
    r"(?:第? ?\d{1,4} ?[#楼]|#\d{1,4})[^\n。,]{0,44}"
    r"(?:的?(?:帖子|贴子|发言|内容|话)|发表的?|:)?[ :]{0,3}$"
    rf"|作者: ?[^\s。]{{1,20}}[ \u3000]{{1,3}}回[复覆]日期: ?{WHEN}(?:[ \u3000]{{1,3}}(?:回[复覆]|引用|举报)){{0,3}}$"
)
RATED = Pattern(
    r"(?:本帖)?(?:最近)?(?:评分|参与人数)(?:记录|参与人数|理由)?"
    r"[^\n。,!?]{0,40}?[ \u3000][+-] ?\d{1,4}(?!\d)[^\n。!?]{0,40}$"
)
TAIL = Pattern(
    r"[-—]{1,4} ?(?:(?:来自|发自|from|本[帖文贴](?:通过|来自|由))[::]? ?[^\n。]{0,50}?(?:[a-z][a-z0-9 .+()_-]{1,30}|手机|平板|电脑|客户端"
    r"|浏览器|小尾巴|[机卓页屏端脑]版|(?<=机)端))[ )）—-]{0,4}$"
)
"""A device or a program at the end: `——来自三县的报告` is an author's subtitle."""
LINK = (
    r"(?:只看(?:[该此]?(?:作者|用户)|楼主|他|ta)|显示全部楼层|[倒正]序(?:浏览|看帖)|阅读模式|电梯直达|回复|引用"
    r"|举报|使用道具|来自[^\s|]{2,8})"
)
FLOOR = Pattern(
    rf"{OPEN}(?:#?\d{{1,4}} ?[#楼]|#\d{{1,4}}|沙发|板凳|地板|top)(?: ?\|? ?(?:发表于[:]? ?)?{WHEN})?"
    rf"(?: {{0,2}}\|? {{0,2}}{LINK}){{0,5}}{SHUT}$"
    rf"|posted: ?{WHEN} ?\| ?\[?(?:楼 ?主|\d{{1,4}} ?楼)\]?$"
)
"""What stands above a reply, or below it: its number, its date, the links of the software."""
FILE = Pattern(
    r"(?:\[attachment: ?[^\[\]\n。]{1,60}\]?"
    r"|(?:图片)?附件[:: ] ?[^\n。]{1,60}?\.[a-z0-9]{2,4} ?\((?=[^()\n]{0,60}\d ?[kmg]?b)[^()\n]{1,80}\)[^。\n]{0,40})$"
)
STARTS = frozenset("[【图本此该这最附游如您你提作马注只第回引评参-—沙板地pt#0123456789")
"""What such a mark begins with, behind a bracket or a star."""
FOOT = Pattern(r".{0,60}(?:processed in \d|gmt ?[+-]\d|powered by discuz).{0,80}$")
TITLE_LINK = Pattern(r"[ \u3000]+\[(?:复制链接|複製鏈接|複製連結)\](?=[ \u3000]*(?:\n|$))")
"""The button behind a post's title, which is the author's."""
ATTACHED = Pattern(r"\[/?(?:attach|attachimg|hide)[^\[\]\n]{0,20}\](?:\d{1,10}\[/(?:attach|attachimg)\])?")


def is_forum(text: str) -> bool:
    """Whether the page speaks as a forum does, more than once."""
    return (
        sum(
            word in text
            for word in (
                "楼主",
                "发表于",
                "使用道具",
                "只看该",
                "本帖",
                "回复",
                "举报",
                "显示全部",
                "論壇",
                "论坛",
                "本贴",
                "發表於",
                "帖子",
            )
        )
        > 1
    )


def find(document: Document) -> Iterator[Edit]:
    """Cut these marks where a line begins with one."""
    for line in document.lines_with(_TRIGGERS):
        if line.end - line.start > 160:
            continue
        folded = document.folded(line.start, line.end)
        if folded.lstrip(" \u3000(☆")[:1] not in STARTS and not _may_be_foot(folded):
            continue
        edited = EDITED.match(folded)
        if edited and any(character.isdigit() for character in edited[0]):
            rest = folded[edited.end() :]
            whole = not rest.strip() or is_furniture(read(rest), rest)
            end = line.end if whole else line.start + edited.end()
        elif _mark(document, folded):
            whole, end = True, line.end
        else:
            continue
        if whole:
            yield cut_line(document.text, line.start, end, "the forum's note on the post")
        else:
            yield cut(document.text, line.start, end, "the forum's note on the post")
    if "[" in document.text:
        yield from _in_brackets(document)


def _in_brackets(document: Document) -> Iterator[Edit]:
    """Cut the tags for attachments, and the button behind a post's title."""
    for start, _, _ in document.hits_of(_TAGS):
        if match := ATTACHED.match(document.text, start):
            yield cut(document.text, match.start(), match.end(), "a forum's tag for an attachment")
    for start, _, _ in document.hits_of(_LINK):
        if match := TITLE_LINK.match(document.text, start):
            yield cut(document.text, match.start(), match.end(), "the button behind a post's title")


def _may_be_foot(folded: str) -> bool:
    return "gmt" in folded or "processed in" in folded or "powered by" in folded


def _mark(document: Document, folded: str) -> bool:
    """Whether the whole line is a forum's."""
    line = folded.strip()
    if any(mark.match(line) for mark in (BARRED, STATUS, REPLY, RATED, FILE)) or TAIL.match(line) or FOOT.match(line):
        return True
    return bool(FLOOR.match(line)) and document.fact(is_forum)


RULE = Rule(
    name="furniture-forum-mark",
    summary=Summary("A forum's notes on a post", "论坛帖子的编辑标记"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example("本帖最后由 老王 于 2015-3-2 10:20 编辑\n今天钓了两条鲫鱼。", "今天钓了两条鲫鱼。"),
        Example(
            "老房子水管半夜乱响是怎么回事？ [复制链接]\n关了总阀就没事。",
            "老房子水管半夜乱响是怎么回事？\n关了总阀就没事。",
        ),
        Example.keep("本主题由学生会于去年提出，今年仍未解决。", why="a sentence about a subject"),
    ),
)
