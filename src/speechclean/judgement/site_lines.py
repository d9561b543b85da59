"""Judges a line among the lines of its page: does it read like a site's, and is it nothing that other rules know better."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern
from speechclean.judgement.likeness import likeness, told
from speechclean.judgement.rows import FEW
from speechclean.judgement.said_lines import is_said
from speechclean.judgement.surroundings import HEAD
from speechclean.judgement.titles import COUNTED
from speechclean.judgement.voice import SITE as SITE_VOICE
from speechclean.judgement.voice import Voice

if TYPE_CHECKING:
    from speechclean.core.document import Document, Line
    from speechclean.judgement.surroundings import Lines

NEED = 0.8
"""What a line among others needs to go."""
LONELY, OF_ALL = (5.0, 0.2, 0.0), 3.5
"""Where no other line is a site's, or one, it may be no page, and a line needs so much more; so does the only one."""
NEED_OF_TOLD = 4.5
"""The same for a sentence above the end of a text that tells what no site says."""
NEED_OF_ODD, NEED_OF_DATED, NEVER = 3.5, 4.0, float("inf")
"""The same for a line with hardly a Chinese character or an item of a list, for one that holds a date, and for one that stays."""
BULLETS = "✅❌☑✔✖•"
SURE, CERTAIN = 4.0, 5.0
"""A line that reads so by itself is not parted; and one that is no byline, reference or title, whatever it looks like."""
CLEAR = 2.5
"""A line that reads so by itself and among the others is no title for its place or its words."""
ABOVE, NEED_OF_OWN = -1.5, 2.5
"""A line that reads worse than this by itself stays, whatever stands around it; one below 0 needs more company."""
LONGEST = 160
NEED_OF_HEADING = 6.0
"""The same for a line between an author's that has the shape of a heading."""
HEADING = Pattern(r"(?:[●■◆▲#] ?)?[㐀-鿿]{2,14}")
HAN = Pattern("[㐀-鿿]")
FEWEST_HAN, MANY_HAN = 2, 6
DATED = Pattern(r"(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月]|(?:发布|更新|时间|日期)[:：]")
OTHERS = Pattern(
    r"(?:来源|作者|记者|撰文|编辑|责编|审核|文|图) ?[:/／][ ]?[^\s]|责任编辑|责编|作者系|作者简介|通讯员|供稿|摄影"
    r"|^[(（][^()（）]{4,60}[ ,，]\d{6}[;；)）]|参考答案|[_＿…]{3}|\[[jmdcn]\]"
    r"|^(?:附件?|注|附录|参考(?:文献|资料|书目)?|(?:作文)?(?:题目|话题|要求))[:：\d一二三]|〔[12]\d{3}〕|^文 ?[|｜丨] ?[㐀-鿿]"
    r"|^[推嘘→] [^\s:]{1,20}[ ]?:|^[首事]?先(?:[声申]明|[说說]|交代)"
    r"|^[\d.~-]{1,12} ?[千万元k]{0,2}/[年月天日时](?:·\d\d薪)?$|(?<![a-z])(?:vol|issue|no)[. ]{1,2}\(?\d"
    r"|[.] ?[—-]{1,2} ?[㐀-鿿]{2,8} ?[:.]|^Ⅰ ?[.]|^(?:前置条件|(?:复现|操作|测试)?步骤|(?:预期|实际)结果)[:]",
    first=".Ⅰ0123456789文图附注推嘘→(（先首事",
    heads="vo is no 来源 作者文 记者 撰文 编辑 责编任 审核 通讯 供稿 摄影 参考 __＿… ＿_＿… …_＿… [jmdcn 题目 话题 要求 〔12 "
    "前置 步骤 复现 操作 测试 预期 实际",
)
"""What other rules know better, or nobody does: bylines, forms to fill in, references, enclosures, replies, 先声明：…."""
JOB = Pattern(
    r"经验|学历|博士|硕士|本科|大专|中专|高中|全职|兼职|应届|性别|招 ?\d{1,3} ?人|包[吃食]?住"
    r"|[长長]?[白夜]班|[双單雙单]休|底薪|\d\d岁|\d ?-\d ?年|[千万元k]/[月年]"
)
"""What a job asks for: several of them are an employer's words."""
TITLE = Pattern(
    r"(?:讲话|致辞|发言|报告|稿|总结|体会|感悟|作文|通知|方案|计划|意见|公告|制度|合同|范本|事迹|材料|倡议书|说明书|读后感)稿?"
    r"(?:[(（][^()（）]{0,12}[)）]|[0-9]{2,4}字)?(?:合集|汇编)?\d{0,3}篇?$"
    rf"|{COUNTED.source}"
)
"""The title of a document, which a site may have lengthened."""
FRONT = Pattern(r"(?:(?:推荐|自|代|译)?序言?|译?后记|前言|跋|附录)[ \u3000:：][^,，。]{0,24}$")
"""A part of a book in its contents."""
CONTENTS = frozenset(("目录", "目次"))
PART = Pattern(
    rf"第[一二三四五六七八九十百\d]{{1,4}}[章回卷节篇部编辑集]|[上中下]?卷|[一二三四五六七八九十\d]{{1,3}}[ 、.:]|序|引言|{FRONT.source}"
)
"""How the first part of a book's contents begins."""
KEY_WORDS = Pattern(r"[\[【]?(?:关 ?键 ?[词字] ?[:】\]]|key ?words)")
ABSTRACT, ABSTRACT_ABOVE = Pattern(r"[\[【]?(?:[中英]文)?(?:摘 ?\u3000?要|提 ?\u3000?要|abstract)"), 4
"""What a paper's key words stand below, and so many lines at most."""
CODE = Pattern(
    r"[{}=`\\]|</|->|> ?/|^[a-z_]+(?:\.[a-z_]+)+(?: |$)|^(?:sudo|echo|cd|ls|git|pip|npm|import|def|int|for|if|with) [a-z]",
    first="{}=`\\<->_abcdefghijklmnopqrstuvwxyz",
)
"""What code is written with, and what is typed into a shell."""
ANNOUNCED = 2
MODEST, SHARED, MOSTLY_SHARED = 2.0, 0.15, 0.4
"""A line may be the text's title where it shares so much of its pairs with the text, and one that reads like a site's, much more."""
MOSTLY_THE_SAME = 0.6
"""So much of a path's last step may stand in the title below that says it in other words."""
PARTED = Pattern(r"[_|>»›→／]|(?<!\d)/|/(?!\d)|-[^-]{2,12}(?:网|库)$| {2}|\u3000")
"""What stands between the parts of a page's title, and of a path."""
PATH = Pattern(r"[^<>›»|]{1,21}(?:[>›»][^<>›»|]{1,22})+[>›»] ?([^<>›»|]{2,40})$")
DATE = Pattern(
    r"(?:(?:19|20)\d\d|[二一][〇零○0九一二三四五六七八]{3}) ?年 ?[\d一二三四五六七八九十〇]{1,3} ?月 ?[\d一二三四五六七八九十〇]{1,3} ?日"
)
"""A date as offices write it below their name."""
SIGNED = Pattern(r"[\u3400-\u9fff()（）·、 \u3000]{2,40}")
WORK = Pattern(r"[\u3400-\u9fff]{0,2}(《[^《》]{1,30}》)")
"""How the title of a review begins."""
PARTS = Pattern(r"(?:[^。！？!?…；;\[\]【】 \u3000]| (?!  )|\u3000(?!\u3000))+[。！？!?…；;]*[”」』]?")
STOP, BUTTON = Pattern("[。！？!?…；;]"), 4
"""What a sentence holds; without it so few characters at the end are the name of a button."""
CLAUSES = Pattern("[,、:;]+")
SITES, FOREIGN = 2, -0.5
"""A sentence that reads worse than this is an author's."""


def may_be(lines: Lines, number: int) -> bool:
    """Whether a line by itself is nothing that an author or other rules know better."""
    line = lines.folded(number)
    if len(line) > LONGEST or len(set(JOB.findall(line))) > 1:
        return False
    if lines.score(number) < CERTAIN and OTHERS.search(line):
        return False
    return not (_is_code(line) or is_said(line))


def evidence(lines: Lines, number: int) -> str:
    """The evidence that a line that may be a site's is one, or nothing."""
    line, alone = lines.folded(number), lines.score(number)
    among = lines.among(number)
    if alone < SURE or lines.is_all():
        among -= OF_ALL if lines.is_all() else LONELY[min(lines.sites(number), len(LONELY) - 1)]
    if among < max(_need(lines, number), NEED_OF_OWN if alone < 0 else NEED) or (
        alone < SURE and _has_author(line, lines.company(number))
    ):
        return ""
    if _is_title(lines, number, alone) or (min(alone, among) < CLEAR and _may_be_title(lines, number, alone)):
        return ""
    if _is_announced(lines, number):
        return ""
    return f"reads like a site's, {alone:+.1f} alone and {among:+.1f} among its lines: {told(line)}"


def _is_code(line: str) -> bool:
    """Whether a line is code, or nearly all of it is."""
    return line[:1] != "[" and CODE.search(line) is not None and 2 * len(HAN.findall(line)) < len(line)


def _is_announced(lines: Lines, number: int) -> bool:
    """Whether an author's line right above, or above one more, leads to it with a colon."""
    above = range(max(0, number - ANNOUNCED), number)
    return any(lines.score(other) < 0 and lines.folded(other).endswith(":") for other in above)


def _need(lines: Lines, number: int) -> float:
    """What a line needs to go, by its shape and its place."""
    line, below = lines.folded(number), lines.is_below(number)
    han, dated = len(HAN.findall(line)), DATED.search(line)
    if not below and (TITLE.search(line) or (dated and (han < MANY_HAN or dated[0][-1] in ":："))):
        return NEVER
    if dated or han < FEWEST_HAN or (line[0] in BULLETS and not below):
        return NEED_OF_DATED if dated else NEED_OF_ODD
    if line.endswith("。") and lines.score(number) < SURE:
        return NEED_OF_TOLD if not below and "," in line and not Voice(line).has_any(SITE_VOICE) else NEED
    return NEED_OF_HEADING if not below and HEADING.fullmatch(line) and lines.is_between(number) else NEED


def _is_title(lines: Lines, number: int, alone: float) -> bool:
    """Whether a line may be the text's title, in the text's words, or that of a part of a book."""
    line = lines.folded(number)
    return (
        FRONT.match(line) is not None
        or _heads_contents(lines, number)
        or _is_of_abstract(lines, number)
        or _is_signature(lines, number, alone)
        or (alone < MODEST and _reviews(lines, number))
        or (number < HEAD and _names_page(lines, number))
    )


def _may_be_title(lines: Lines, number: int, alone: float) -> bool:
    """Whether a line may be the text's title, by its place or the words that it shares."""
    line = lines.folded(number)
    if number == lines.title():
        return True
    if len(line) < FEW or line.endswith("。") or alone >= SURE:
        return False
    if lines.is_left_alone(number):
        return True
    if alone >= MODEST and (PARTED.search(line) or DATED.search(line)):
        return False
    return lines.shared(number) >= (SHARED if alone < MODEST else MOSTLY_SHARED)


def _heads_contents(lines: Lines, number: int) -> bool:
    """Whether a line is the header of a book's contents, whose parts stand below and nowhere else, and are no documents."""
    if lines.folded(number) not in CONTENTS or number + 1 >= lines.size or number + 1 in lines.taken():
        return False
    first = lines.folded(number + 1)
    return PART.match(first) is not None and not TITLE.search(first) and not lines.holds_again(first)


def _is_of_abstract(lines: Lines, number: int) -> bool:
    """Whether a line holds the key words of a paper, whose abstract stands above."""
    above = range(max(0, number - ABSTRACT_ABOVE), number)
    return bool(KEY_WORDS.match(lines.folded(number))) and any(ABSTRACT.match(lines.folded(other)) for other in above)


def _is_signature(lines: Lines, number: int, alone: float) -> bool:
    """Whether a line holds names only, with the date of the document right below."""
    return (
        alone < SURE
        and number + 1 < lines.size
        and DATE.fullmatch(lines.folded(number + 1)) is not None
        and SIGNED.fullmatch(lines.folded(number)) is not None
    )


def _reviews(lines: Lines, number: int) -> bool:
    """Whether a line above a text without another title begins with the name of a work that stands again below."""
    may_be = number < HEAD and not lines.is_below(number) and lines.title() < 0
    work = WORK.match(lines.folded(number)) if may_be else None
    return work is not None and lines.holds_again(work[1])


def _names_page(lines: Lines, number: int) -> bool:
    """Whether a line is a path that ends in what stands nowhere else, nor in other words below: the page's title, perhaps."""
    last = PATH.match(lines.folded(number))
    if last is None or len(last[1]) < FEW or lines.holds_again(last[1]):
        return False
    if number + 1 == lines.size:
        return True
    below = lines.folded(number + 1)
    own = len(below) <= 2 * len(last[1]) and lines.score(number + 1) < MODEST
    return not own or sum(letter in below for letter in last[1]) <= MOSTLY_THE_SAME * len(last[1])


def is_repeated(document: Document, line: Line) -> bool:
    """Whether a line stood there twice, as a title does: of its copies the rule for repeated titles takes all but one."""
    row = document.text[line.start : line.end].strip()
    if len(row) < FEW or row[-1] in "。！!" or document.fact(_counted)[row] < 2:
        return False
    return likeness(fold(row)) <= MODEST


def _counted(text: str) -> Counter[str]:
    """How often each line stands in a text."""
    return Counter(map(str.strip, text.split("\n")))


def _has_author(line: str, company: int) -> bool:
    """Whether one of several sentences in a line is an author's, or, far from a site's lines, an end of its last one is."""
    parts = [part for part in PARTS.findall(line) if len(HAN.findall(part)) > FEWEST_HAN]
    if parts and len(parts[-1]) <= BUTTON and not STOP.search(parts[-1]):
        del parts[-1]
    if len(parts) > 1 and min(map(likeness, parts)) < FOREIGN:
        return True
    if company >= SITES:
        return False
    clauses = [clause for clause in CLAUSES.split(line) if len(clause) > FEWEST_HAN]
    return line.endswith("。") and len(clauses) > 1 and min(likeness(clauses[0]), likeness(clauses[-1])) < -1
