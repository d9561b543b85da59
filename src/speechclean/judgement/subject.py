"""Evidence from what the words around a span are about: an equation, a pattern, an address, a page's words, thanks."""

from __future__ import annotations

from speechclean.core.fold import fold
from speechclean.core.pattern import Gate, Pattern
from speechclean.judgement.page_words import split_word
from speechclean.judgement.span import Evidence

EQUATION = Pattern(r"[0-9A-Za-zα-ω)\]²₀-₉] ?[=＝] ?[−+-]?[0-9A-Za-zα-ω(√∑∫]")
EQUALS = "=＝"
MATHEMATICAL = Pattern(
    r"[α-ωΔ√²³⁰-⁹₀-₉÷±∑∫∠°−]|(?<![A-Za-z])[a-z0-9]{0,4}(?:sin|cos|tan|ln|lo?g|lim|sqrt|exp|max|min)[a-zα-ω0-9(]"
)
VARIABLE = Pattern(r"(?<![A-Za-z0-9_])[A-Za-z]{1,12}(?:_[A-Za-z]{1,12}){1,3}(?![A-Za-z0-9_])")
VARIABLES = 3
"""An ad has one account, a table of variables has several names such as these."""
SHOWN = Pattern("示例|话术|話術|样例|樣例|例句", heads="示例 话术 話術 样例 樣例 例句")
EXAMPLE = Pattern(rf"[^,，。:：\n]{{0,12}}(?:{SHOWN.source})[:：—]")
PATTERN = Pattern(
    r"\\[swdbSWD](?:[*+?{|)\[\\(]|[^\x00-\x7f])|\[(?:a-z|A-Z|0-9|\^)[^\]\n]{0,20}\](?:[*+?]|\{\d)|(?<!\d)\.\*|\(\?[:=!<i]|[])]\{\d{1,2},\d{0,2}\}"
)
"""What stands in regular expressions and in no ad."""
LOG = Pattern(
    r"\[(?:DEBUG|INFO|WARN|WARNING|ERROR|FATAL|TRACE)\]|\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[.,\]] ?(?:\[|\d{3}|[A-Z]{4})"
)
"""What a program writes before each of its lines."""
SYNTAX = "\\[{*?"
"""Without these there is none."""
ADDRESSES = Pattern(
    "网址|網址|链接|鏈接|連結|域名|網域|接口|网页|網頁|条目|條目|失效|跳转|服务器|伺服器|浏览器|瀏覽器|端口|请求|响应",
    first="网網链鏈連域接条條失跳服伺浏瀏端请响",
)
REFERRED = Pattern("(?:这|那|该|此|上述)[^,，。本]{0,2}(?:链接|网址|网站|网页|页面|地址)")
"""So a sentence begins that tells of an address; an ad calls one its own."""
OWNED = Pattern(
    r"(?:[本我](?:[刊馆館校院所会會局委厅廳部市县縣区區镇鎮乡鄉社报報]|中心)|寺|庙|廟|学[校会院]|學[校會院]|[协協][会會]|政府|[图圖][书書][馆館]|博物[馆館])"
    r"(?:官方|门户|門戶)?(?:[网網]站|官[网網]|主[页頁]|[网網][页頁址])[：: （(]?(?=https?://|www\.|[A-Za-z0-9-]{2,24}\.)",
)
"""Whose site it is that is named; an ad calls its own 本站."""
PARAMETER = Pattern(r"[?&][A-Za-z_]{1,20}=$")
"""Behind this the value of an address's parameter stands."""
PROGRAMS = "sudo|apt|pip|npm|git|curl|wget|ssh|ping|docker|yum"
COMMANDS = Pattern(
    rf"(?<![A-Za-z0-9.:/])(?:~?(?:/[a-z0-9_.-]{{2,20}}){{2}}|[A-Za-z]:\\|(?:{PROGRAMS}) [a-z0-9-])|(?<= )-{{1,2}}[a-z]{{1,12}}(?![a-z])"
)
CALLED = Pattern(
    "[请可或再就請](?:打给?|拨打?|撥打?|致电|致電|联系|聯繫|聯絡|添?加)[^,，。、:：\\n]{0,6}$", first="请可或再就請"
)
CHANNEL = Pattern("(?:工作|官方)?(?:电话|電話|手机|手機|微信|座机|QQ)")
"""What somebody is called by, who is named before: 请打老板电话139…"""
EXTENSION = Pattern(
    r"(?:[☎📞]|电话|電話|[内內][线線]|分[机機])[^,，。\d]{0,8}[1-9]\d{2,3}(?![A-Za-z\d_-])", first="☎📞电電内內分"
)
MORE_DIGITS = Pattern(r"[A-Za-z0-9_-]{5}|\d[\s_.-]\d")
THANKED = Pattern(
    r"(?:感谢|感謝|鸣谢|致谢|多谢)[^,，。!！本我\n]{0,16}(?:公众号|公眾號|视频号|抖音号|微博|网站|網站|平台|直播间|群)[^,，。!！\n]{0,2}的",
    heads="感谢謝 鸣谢 致谢 多谢",
)
OPERATED = Pattern(
    "另存为|另存為|右键|右鍵|双击|單擊|单击|雙擊|菜单|对话框|勾选|工具栏|选项卡|命令行",
    heads="另存 右键鍵 双击 單擊 单击 雙擊 菜单 对话 勾选 工具 选项 命令",
)
TOLD_OF = Pattern(
    r"(?:[群账賬帐帳]号|[群账賬帐帳]號|微信群|QQ群|公[众眾]号|公[众眾]號|[链鏈]接|[网網]址|二[维維][码碼])(?:[在见見由]|[写寫贴貼附放]在|如下|[不没沒][变變]|已[满滿]|是老)",
    heads="群号號 账号號 賬号號 帐号號 帳号號 微信 QQ 公众眾 链接 鏈接 网址 網址 二维維",
)
"""A sentence that tells where an account stands or how it is; an ad gives it."""
TELLING = Gate(SHOWN, EXTENSION, THANKED, signs=EQUALS + SYNTAX)
"""Shut where neither notation nor words can be found in a span."""
ACCOUNT = Pattern(r"[A-Za-z0-9_-]{5}")
CLOSING = "”」。"
BARS = Pattern(r"[\s|｜丨/>»·、]+")
BETWEEN = Gate(signs=" \t\u3000|｜丨/>»·、")
LABEL = Pattern(r"^[^|｜丨]{0,30}[:：“「]")
AROUND, OWNER, NEAR, FAR = 6, 12, 20, 60
FEWEST = 3
"""So many words of a page in a row are one's list of them."""
SHORT = 4


def of_subject(text: str, start: int, end: int) -> list[Evidence]:
    """The evidence that the author speaks of what stands in `text[start:end]`, or with it."""
    span = text[start:end]
    found = _of_address(text, start, end) if "." in span else []
    may_tell = TELLING.opens(text, max(0, start - AROUND), end + AROUND)
    if may_tell or "_" in span or _may_log(text, start, end):
        found += _of_notation(text, start, end)
    if CHANNEL.match(span) and (called := CALLED.search(text, max(0, start - NEAR), start)):
        found.append(Evidence("who is called is named before it", -4.0, called[0]))
    if may_tell:
        found += _of_words(span)
    if not ACCOUNT.search(span):
        if told := TOLD_OF.search(span):
            found.append(Evidence("the sentence tells of a channel", -4.0, told[0]))
        if operated := OPERATED.search(span):
            found.append(Evidence("tells how a program is used", -2.0, operated[0]))
        if BETWEEN.opens(span, 0, len(span)) and _lists_page_words(span):
            found.append(Evidence("a list of a page's words", -6.0))
    return found


def _may_log(text: str, start: int, end: int) -> bool:
    """Whether a log may have been written before the span or in it: it holds a bracket, or a date and a time."""
    first = _first_of_log(text, start)
    return text.find("[", first, end) >= 0 or (text.find("-", first, end) >= 0 and text.find(":", first, end) >= 0)


def _first_of_log(text: str, start: int) -> int:
    """Where the line begins, or how far before the span a log is looked for in a long one."""
    floor = max(0, start - FAR)
    return text.rfind("\n", floor, start) + 1 or floor


def _of_words(span: str) -> list[Evidence]:
    """What the words of a span speak of."""
    found: list[Evidence] = []
    if example := EXAMPLE.match(span):
        found.append(Evidence("shown as an example", -5.0, example[0]))
    if thanked := THANKED.search(span):
        found.append(Evidence("thanks to others", -5.0, thanked[0]))
    if not MORE_DIGITS.search(span) and (extension := EXTENSION.search(span)):
        found.append(Evidence("an office's extension", -3.0, extension[0]))
    return found


def _of_notation(text: str, start: int, end: int) -> list[Evidence]:
    """Whether what looks like an account is an equation's, a program's or a pattern's."""
    near = text[max(0, start - AROUND) : end + AROUND]
    found: list[Evidence] = []
    equation = EQUATION.search(near) if any(map(near.__contains__, EQUALS)) else None
    if equation and MATHEMATICAL.search(text, max(0, start - NEAR), end + NEAR):
        found.append(Evidence("an equation", -5.0, equation[0]))
    if "_" in text[start:end]:
        variables = set(VARIABLE.findall(text[max(0, start - FAR) : end + FAR]))
        if len(variables) >= VARIABLES:
            found.append(Evidence("variables around it", -4.0, min(variables)))
    if log := LOG.search(text, _first_of_log(text, start), end):
        found.append(Evidence("a line of a program's log", -8.0, log[0]))
    if any(map(near.__contains__, SYNTAX)) and (pattern := PATTERN.search(near)):
        found.append(Evidence("a regular expression", -8.0, pattern[0]))
    return found


def _of_address(text: str, start: int, end: int) -> list[Evidence]:
    """What the sentence says of the address in the span."""
    span = text[start:end]
    before, behind = _sentence(text, start, end)
    found: list[Evidence] = []
    told = REFERRED.match(span)
    if not told and _is_an_address(span):
        told = ADDRESSES.search(before) or ADDRESSES.search(behind)
    if owned := OWNED.search(text, max(0, start - OWNER), end):
        found.append(Evidence("whose site it is is named", -3.0, owned[0]))
    if told:
        found.append(Evidence("the sentence speaks of addresses", -2.5, told[0]))
    if PARAMETER.search(span):
        found.append(Evidence("the address goes on behind it", -4.0, span))
    if span.isascii() and (command := COMMANDS.search(before) or COMMANDS.search(behind)):
        found.append(Evidence("commands and files around it", -2.5, command[0]))
    return found


def _is_an_address(span: str) -> bool:
    return span.startswith("http") or (span.isascii() and " " not in span.strip())


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind the span in its sentence."""
    floor = max(0, start - FAR)
    first = max(text.rfind(sign, floor, start) + 1 for sign in "。\n")
    stops = [stop for sign in "。\n" if (stop := text.find(sign, end, end + FAR)) >= 0]
    return text[max(first, floor) : start], text[end : min(stops, default=end + FAR)]


def _lists_page_words(span: str) -> bool:
    """Whether words of a page stand there between bars and blanks, and nothing else but short words."""
    listed = span[match.end() :] if (match := LABEL.search(span)) else span
    words = [word for word in BARS.compiled.split(fold(listed.rstrip(CLOSING))) if word]
    if len(words) < FEWEST or not all(map(_is_plain, words)):
        return False
    known = [split_word(word)[0] != "text" for word in words]
    return 2 * sum(known) >= len(words) and all(
        one or len(word) <= SHORT for one, word in zip(known, words, strict=True)
    )


def _is_plain(word: str) -> bool:
    return len(word) > 1 and not any(map(str.isdigit, word))
