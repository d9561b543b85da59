"""Whether markup is shown to the reader, in a text about pages and code: as a word of its sentence, in a list, as an example.

Extractors leave tags between sentences and around them; an author sets them apart, names one after the other, announces them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from speechclean.core.pattern import Gate, Pattern
from speechclean.judgement.extracted import is_page
from speechclean.judgement.shown_code import is_shown_code
from speechclean.rules.markup.subject import TALK, is_mentioned

if TYPE_CHECKING:
    from speechclean.core.document import Document

ABOUT = Pattern(
    r"代[码碼](?!\d)|正[则則](?![化性天])|[脚腳]本(?=[会會把里裡。，、代])|document\.write|\.(?:php|jsp?|css|html?|py|asp)\b|(?i:utf-8)|"
    r"模板[里裡的由语語]|[渲编編][染译譯]|re\.(?:sub|findall|search|compile)|[前后後]端|"
    r"爬[虫蟲]|去噪|[链鏈]接密度|正文[抽提]取|[抽提]取正文|[样樣]式[里裡中表]|源文件|[结結][束尾][标標][记記]|[种種][标標][记記]|"
    r"[编編][辑輯]器|零[宽寬]|[换換]行符|[缩縮][进進]|[维維]基|[参參][数數]|"
    r"分[词詞]|[语語]料|抓取",
    heads="代码碼 正则則 脚本 腳本 do .pjcha uTt UTt 模板 渲染译譯 编染译譯辑輯 編染译譯辑輯 re 前端 后端 後端 零宽寬 换行 換行 "
    "缩进進 縮进進 维基 維基 参数數 參数數 "
    "分词詞 语料 語料 抓取 "
    "爬虫蟲 去噪 链接 鏈接 正文 抽取 提取 样式 樣式 源文 结束尾 結束尾 种标標 種标標",
)
GATE = Gate(ABOUT, TALK)
PIECE = Pattern(
    r"<!--[^<>\n]{0,200}-->|</?[A-Za-z][^<>\n]{0,300}>|&#?[A-Za-z0-9]{2,8};|\{\{[^{}\n]{1,200}\}\}|\{%[^{}\n]{1,200}%\}",
    first="<&{",
)
EXAMPLE = Pattern(
    r"[这這下一][面]?[一这這两兩]?[行段句]|[写寫输輸][成为為作法出入]|[变變]量|[属屬]性|替[换換]|[A-Za-z]{3}"
)
"""Words of a line that announces a piece of code."""
ELEMENT = Pattern(r" <([a-z][a-z0-9]{0,15})(?: [^<>\n]{0,200})?>[!-;=?-~ ]{0,100}</\1>(?=[ ，。、；：）」”])")
"""A whole element that is a word of its sentence, behind a blank and before one or a mark, and holds no Chinese."""
COUNTED = Pattern(r"[一这這那每两兩几幾][行段句个個对對种種串] ?$")
SET_APART = Pattern(r"(?<=[\u4e00-\u9fff]) </?([A-Za-z][A-Za-z0-9]*)[^<>\n]{0,300}>(?=[，。、；：）」”])")
"""A tag that is a word of its sentence: behind a blank, and before a mark."""
CHOICE = Pattern(r"(?<![A-Za-z])[A-DＡ-Ｄ][.．、][ \u3000]?$")
"""The letter of an answer to choose."""
NEXT = frozenset(("、", "和", "与", "與", "或", "及", " / ", "/", "，"))
BEHIND = " ，。、；：）」”"
REACH = 300
"""Code points of its line, before and behind a piece of markup, that are read."""
LONGEST = 2000
"""A line is looked for so far: of a longer one, a page without newlines, every tag would ask again where it begins."""


def is_about_code(text: str) -> bool:
    """Whether a document speaks of pages and code anywhere, or has several tags as words. Count it as a fact."""
    if GATE.opens(text, 0, len(text)) and (ABOUT.search(text) is not None or TALK.search(text) is not None):
        return True
    return "<" in text and len(set(SET_APART.findall(text))) > 1


def is_the_authors(document: Document, start: int, end: int) -> bool:
    """Whether a piece of markup is the author's: his sentence speaks of it, or he shows it in a text about code."""
    text = document.text
    if is_shown_code(text, start):
        return True
    if is_mentioned(text, start, end):
        return True
    return document.fact(is_about_code) and not document.fact(is_page) and _is_shown(text, start, end)


def _is_shown(text: str, start: int, end: int) -> bool:
    line_start = max(text.rfind("\n", max(0, start - LONGEST), start) + 1, start - LONGEST, 0)
    line_end = text.find("\n", end, end + LONGEST)
    line_end = min(len(text), end + LONGEST) if line_end < 0 else line_end
    if _is_announced(text, line_start) or text.find("{%", line_start, line_end) >= 0:
        return True
    return _holds_example(text[max(line_start, start - REACH) : min(line_end, end + REACH)])


@lru_cache(maxsize=1 << 8)
def _holds_example(line: str) -> bool:
    """Whether a piece of markup in a line is a word of it, or follows another in a list; asked of each piece in turn."""
    if any("\u4e00" <= line[element.start() - 1 : element.start()] <= "\u9fff" for element in ELEMENT.finditer(line)):
        return True
    reached, earlier = 0, ""
    for piece in PIECE.finditer(line):
        if _is_word(line, piece.start(), piece.end()) or _follows(earlier, line[reached : piece.start()], piece[0]):
            return True
        reached, earlier = piece.end(), piece[0]
    return False


def _is_announced(text: str, line_start: int) -> bool:
    """Whether a line begins with markup, and the line above announces an example: `下面这行是错的：`."""
    if (
        text[max(0, line_start - 2) : line_start] not in ("：\n", ":\n")
        or text[line_start : line_start + 1] not in "<{&"
    ):
        return False
    above = text[max(0, text.rfind("\n", 0, line_start - 1) + 1, line_start - REACH) : line_start]
    return EXAMPLE.search(above) is not None or ABOUT.search(above) is not None


def _is_word(line: str, start: int, end: int) -> bool:
    """Whether a piece is set apart within a sentence, `用 <br> 分段`, counted, `一个</td>`, or an answer, `A. <p>`."""
    before, behind = line[max(0, start - 4) : start], line[end : end + 1]
    if COUNTED.search(before) or CHOICE.search(before):
        return True
    apart = before[-1:] == " " and "\u4e00" <= before[-2:-1] <= "\u9fff"
    return apart and (not behind or behind in BEHIND)


def _follows(earlier: str, between: str, piece: str) -> bool:
    """Whether two pieces follow one another in a list; `</b>、<b>` stands between two words that were bold."""
    return bool(earlier) and between in NEXT and (not earlier.startswith("</") or piece.startswith("</"))
