"""Stretches a foreign span over what the learned judge is sure of beside it, which how the rest would read has left out.

A seam between the halves of an author's sentence is told by how they read together; by chance the head of an ad or its
tail reads on, too.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern
from speechclean.judgement.asked import asked
from speechclean.judgement.evidence import DECORATION, SIGNS
from speechclean.judgement.likeness import likeness
from speechclean.judgement.seams import ENDS, HALVES, NAMED_IN, OPEN, PAIRS, SPLIT, WANTING
from speechclean.judgement.standing import HOSTS
from speechclean.judgement.ties import tied
from speechclean.judgement.trims import NUMBERS

if TYPE_CHECKING:
    from speechclean.judgement.foreign import Gains
    from speechclean.judgement.tokens import View

SURE, SURE_BEHIND_COMMA, DOUBT = 350, 200, 100
"""What a head or a tail gains, in hundredths, that goes with the ad, and a head that a comma parts from it.

Of ends that are as good but for the last of these the first is taken.
"""
LAST, APART, QUESTION, BEHIND_SENTENCE, BEFORE_PICTURE = -250, -100, -100, 100, -250
"""What is enough for a head of several words where nothing stands behind the ad, so that it would be a sentence of the
author's that has no end; where what stands there does not go on with it; for a question before the ad; for a tail where
the ad stands between sentences, of which none has to go on behind it; and for one that ends with a picture.
"""
FEWEST, LONGEST_HEAD, LONGEST_TAIL = 2, 14, 12
FEWEST_HAN, LONGEST_QUESTION, BEFORE_IT = 4, 16, 3
READS = -3.0
"""A head without a comma that reads less like a site's is the author's, but where the other model is sure."""
OPENERS = Pattern(
    r"除(?:此|了|去)|此外|另外|同时|与此|首先|其[次中实他它]|最后|因[此为而]|由[于此]|所以|但|然而|不过|如[果若今]|虽|尽管|根据|按照|依照|对[于此]"
    r"|关于|随着|自[从此]|当[时年地天]?|据|其|这|那|第[一二三四五六七八九十\d]|一[是方直般]|[二三四五六七]是|总[之的]|综上|经|近|目前|[今去前昨明][年天日]|[他她它我咱俺]"
)
"""So an author's sentence begins, which goes on behind a comma."""
GOES_ON = 50
"""So much two characters are tied that may well belong to one sentence."""
COMMAS = frozenset("，,、")
GOES_BEHIND = frozenset("，,、的是和与地得：:")
"""What goes on so behind those words is the author's."""
HINT = Pattern(
    r"[(（【\[](?:请)?(?:(?:输入|复制|搜索|添加|打开|访问)[时后]?(?:请)?)?(?:去掉|去除|删去|删掉|删除)(?:中间|其中|里面)?的?"
    r"(?:空格|顿号|逗号|星号|横线|括号|符号|汉字|中文|点|丶)[)）】\]]",
    first="(（【[",
)
"""How a bracket tells the reader to type the account before it."""
ENDING = Pattern(
    r"防止?(?:断[联更]|失联|迷路|走[散丢]|封号)(?![人老儿党学孩群的之现])|一键(?:领取|获取|下载|加群|入群)"
    r"|(?:免费|即可)?[领取拿]走?(?:整套|全套|整份|完整)的?(?:稿子?|资料|材料|讲稿|文稿|课件|范文|模板)"
    r"|(?:免费|秒|直接|打包|统一|立即|马上|全文|全套)?发给?[你您]|(?<=发)给?[你您]|(?<=[”」』】])即[可刻]?(?:通过|入群|进群|领取|获取)"
    r"|不再提[示醒]|(?<=仅限)(?:今[天日]|本[周月])|(?<=减)[一二三四五六七八九十百]{1,3}元"
    r"|(?:[第首前][一两二三]?(?:[篇单份次位名]|节课?)|新人)(?:免[单费]|[一二三四五六七八九半]折|立?减[一二三四五六七八九十百]{1,3}元)\W?"
    r"|(?<=[ \d]小)[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于"
    r"董程曹袁邓许傅沈曾彭吕苏卢蒋蔡魏薛叶余杜戴夏钟汪田姜范方石姚谭廖邹熊陆孔白崔邱秦江侯孟邵段雷钱汤易常武贺龚文](?![\d说])"
    r"|[ ]?[,，](?:无需|不用|无须|免)(?:注册|登[录陆]|下载|付费)(?:就[能可]以?|[即便]可)(?:畅读|阅读|观看|浏览|看全?文?|下载)"
    r"|[ ]?[,，]请?(?:大家|各位|书友们?|读者们?)?(?:牢记|认准|记住|收藏)(?:本站|域名|网址|地址)?(?:[,，](?:谨防|防止|以防|小心|当心)"
    r"(?:山寨|假冒|盗版|走失|迷路|仿冒|钓鱼)(?:网?站|网址|域名)?)?"
    r"|(?<=答案|验证|口令|暗号|备注)(?:填写?|写|是|为|输入)(?:男主角?|女主角?|主角|作者|主人公|群主|书)的?(?:名字?|姓名|笔名|昵称)"
)
"""What an ad between sentences says behind its account: what for, and what the reader gets. No sentence begins so."""
ADDRESSED = Pattern(r"(?:亲们?|宝子们|小主们?)[,!~]|使?用(?:手机|电脑|安卓|苹果)端?的(?=书友|用户|读者|网友)")
"""Whom an ad calls before its first words."""
NAMED_SITE = Pattern(r"[㐀-鿿]{2,8}(?:网|库|站|论坛|之家|在线|书屋|书院|大全)")
OF_SENTENCES = frozenset("的了在是和与请到从上为把被我你他您看有对")
"""A site's name before its address, and what no name has: an ad that begins within it leaves half of it."""
PICTURES = DECORATION | {SIGNS}
ASKING = frozenset("？?！!")
FULL_STOPS = frozenset("。！!？?")
"""A line without them is a page's own: other rules take it as a whole."""
BEGINNINGS = frozenset((*ENDS, *"”」』"))
STOPS = frozenset((*ENDS, *"|>/‖_▶"))
"""No tail goes on behind them: they end a sentence, or part the names in a page's list."""


def stretched(seen: View, sums: Gains, span: tuple[int, int], room: tuple[int, int]) -> tuple[int, int]:
    """The span with such a head and such a tail, between the ends of what stands before and behind it."""
    if FULL_STOPS.isdisjoint(seen.forms):
        return span
    end = _tail(seen, sums, span, room[1])
    start = _head(seen, sums, (span[0], end), room[0])
    return _question(seen, sums, (start, end), room[0]), end


def _head(seen: View, sums: Gains, span: tuple[int, int], floor: int) -> int:
    """The start of the sentence, where all of it before the span is the ad's."""
    first, last = span
    start = _start_of_sentence(seen, first, max(floor, first - LONGEST_HEAD - 1))
    if start < 0 or not FEWEST <= first - start <= LONGEST_HEAD or not _is_balanced(seen.forms[start:last]):
        return first
    called = ADDRESSED.match(seen.text, seen.starts[start])
    if (called and called.end() == seen.starts[first]) or _is_half_of_name(seen, start, first):
        return start
    gained = sums.gain(start, last) - sums.gain(first, last)
    if gained < _needed(seen, start, span):
        return first
    return start if gained > 0 or seen.forms[first - 1] in COMMAS or _reads_like_one(seen, start, first) else first


def _is_half_of_name(seen: View, start: int, first: int) -> bool:
    """Whether the ad begins in the name of a site, with which the sentence begins, and its address stands behind that."""
    name = NAMED_SITE.match(seen.text, seen.starts[start])
    end = bisect_left(seen.starts, name.end()) if name else 0
    if not first < end < len(seen.forms) or not OF_SENTENCES.isdisjoint(seen.forms[start:end]):
        return False
    return seen.forms[end + (seen.shapes[end] == "b")] in HOSTS if end + 1 < len(seen.forms) else False


def _reads_like_one(seen: View, start: int, end: int) -> bool:
    return likeness(seen.words(start, end)) >= READS


def _start_of_sentence(seen: View, first: int, floor: int) -> int:
    """Where the sentence begins that goes on at a token, no further back than this; -1 where it began before."""
    start = first
    while start > floor and seen.forms[start - 1] not in BEGINNINGS:
        start -= 1
    return start if start == 0 or seen.forms[start - 1] in BEGINNINGS else -1


def _is_balanced(forms: list[str]) -> bool:
    return all(forms.count(left) == forms.count(right) for left, right in PAIRS.items())


def _needed(seen: View, start: int, span: tuple[int, int]) -> int:
    """What the head of a span has to gain that begins there."""
    behind_comma = seen.forms[span[0] - 1] in COMMAS
    several = seen.shapes.count("h", start, span[0]) >= FEWEST_HAN
    if several and _is_apart(seen, span) and not OPENERS.match(seen.text, seen.starts[start], seen.starts[span[0]]):
        return LAST if span[1] == len(seen.forms) and not behind_comma else APART
    return SURE_BEHIND_COMMA if behind_comma else SURE


def _is_apart(seen: View, span: tuple[int, int]) -> bool:
    """Whether what stands behind the span begins anew, and does not go on with what stands before it."""
    before, after = span[0] - 1, span[1]
    if after == len(seen.forms):
        return True
    if seen.shapes[after] != "h":
        return seen.forms[after] in OPEN and seen.forms[after] in PAIRS
    return seen.shapes[before] != "h" or tied(seen.forms[before], seen.forms[after]) < GOES_ON


def _question(seen: View, sums: Gains, span: tuple[int, int], floor: int) -> int:
    """The start of a short question right before the span, where the ad answers it."""
    first, last = span
    if first <= floor or seen.forms[first - 1] not in ASKING:
        return first
    start = _start_of_sentence(seen, first - 1, max(floor, first - LONGEST_QUESTION - 1))
    if start < 0 or first - start < FEWEST_HAN or not _is_balanced(seen.forms[start:first]):
        return first
    return start if sums.gain(start, last) - sums.gain(first, last) >= QUESTION else first


def _tail(seen: View, sums: Gains, span: tuple[int, int], ceiling: int) -> int:
    """The end of the ad's tail, or the end that the span has."""
    first, last = span
    is_between = first == 0 or seen.forms[first - 1] in BEGINNINGS
    if is_between:
        last = _behind_address(seen, last, ceiling)
    known = sums.gain(first, last)
    ending = _matched(ENDING, seen, last, ceiling) if is_between and last < ceiling else 0
    if ending and (ending == len(seen.forms) or seen.forms[ending] not in GOES_BEHIND):
        return ending + (ending < ceiling and seen.forms[ending] in FULL_STOPS)
    if hinted := _matched(HINT, seen, last, ceiling) if _opens_bracket(seen, last, ceiling) else 0:
        return hinted
    if is_between and (word := asked(seen, last, ceiling)):
        return word
    if named := _named(seen, last, ceiling):
        return named + (is_between and named < ceiling and seen.forms[named] in FULL_STOPS)
    ends: list[tuple[int, int]] = []
    for end in range(last + 1, min(ceiling, last + LONGEST_TAIL) + 1):
        if seen.forms[end - 1] in STOPS:
            break
        gain = sums.gain(first, end) - known
        if is_between and seen.forms[end - 1] in PICTURES and end - last <= BEFORE_IT + 1 and gain >= BEFORE_PICTURE:
            return end
        if not _opens(seen, end):
            ends.append((gain - _split(seen, end), end))
    best = max((gain for gain, _ in ends), default=0)
    end = next((end for gain, end in ends if gain >= best - DOUBT), last)
    return end if best >= (BEHIND_SENTENCE if is_between else SURE) else last


def _behind_address(seen: View, last: int, ceiling: int) -> int:
    """The end of the address that follows an ad right behind it, as that of the site which it names, or the end of the ad."""
    place = last + (seen.shapes[last : last + 1] == "b")
    return place + 1 if place < ceiling and seen.forms[place] in HOSTS else last


def _opens_bracket(seen: View, last: int, ceiling: int) -> bool:
    return last < ceiling and seen.forms[last] in PAIRS


def _matched(pattern: Pattern, seen: View, last: int, ceiling: int) -> int:
    """The end of what a pattern finds right behind the ad, as the bracket that tells how to type its account; 0 where nothing."""
    match = pattern.match(seen.text, seen.starts[last])
    end = bisect_left(seen.starts, match.end()) if match else 0
    return end if end <= ceiling else 0


def _named(seen: View, last: int, ceiling: int) -> int:
    """The end of the name in quotes that the ad asks to be told, where its last words are 备注, or the first half of that."""
    for place in (last, last + 1):
        if place < ceiling and seen.forms[place] in NAMED_IN and "".join(seen.forms[place - 2 : place]) in WANTING:
            closing = PAIRS[seen.forms[place]]
            return next(
                (n + 1 for n in range(place, min(ceiling, place + LONGEST_TAIL)) if seen.forms[n] == closing), 0
            )
    return 0


def _opens(seen: View, end: int) -> bool:
    """Whether what stands there belongs to what follows: an opening bracket, the number of a list."""
    if seen.forms[end - 1] in OPEN or seen.forms[end - 1] in PAIRS:
        return True
    number = end - 2 if seen.forms[end - 1] == "." else end - 1
    return seen.shapes[number] in NUMBERS and seen.forms[number + 1 : number + 2] == ["."]


def _split(seen: View, end: int) -> int:
    """What an end costs that parts the two halves of a word."""
    if end == len(seen.forms) or seen.shapes[end - 1 : end + 1] != "hh":
        return 0
    held = tied(seen.forms[end - 1], seen.forms[end])
    return SPLIT * held // 10 if held >= HALVES else 0
