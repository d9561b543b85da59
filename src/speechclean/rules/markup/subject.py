"""Whether markup is what a text is about: code, and sentences that speak of tags and entities, keep theirs."""

from __future__ import annotations

from speechclean.core.pattern import Pattern

TALK = Pattern(
    r"(?i)(?<![./?<:A-Za-z0-9])(?:X?HTML|XML)|(?<![a-z.])CSS(?![a-z])|JavaScript(?!:)|(?<![a-z./])JS(?![a-z])|正[则則規规][表運]|"
    r"[标標][签籤]|[标標][记記][语語]言|[实實][体體]|[转轉][义義]|尖括[号號]|[语語]法|源[码碼]|原始碼|程式碼|[浏瀏][览覽]器解析|"
    r"模板引擎|[编編]程|函[数數式]|泛型|[网網][页頁](?!版)",
    heads="XHhMm xHhMm HTt hTt CSsſ cSsſ JAaSsſ jAaSsſ 正则則规規 标签籤记記 標签籤记記 实体體 實体體 转义義 轉义義 尖括 语法 語法 "
    "源码碼 原始 程式 浏览覽 瀏览覽 模板 编程 編程 函数數式 泛型 网页頁 網页頁",
)
PERHAPS = Pattern(
    "元素|代[码碼]|字符|字元|[组組元]件|[写寫][法成作]|不支[持援]|[签簽]名[档檔]",
    heads="元素件 代码碼 字符元 组件 組件 写法成作 寫法成作 不支 签名 簽名",
)
"""Words that speak of markup where the markup is set apart, too: 股票代码<b>600000</b> is another matter."""
APART, CLOSED = " 、“”‘’「」\"'（）()", "，。；"
"""What markup that is mentioned stands between; and what may stand behind it, too."""
PAIR = Pattern(
    r"(?<=[ 、“‘「（(])(?:\[([a-z]{1,8})(?:=[^\[\]\n]{1,30})?\][^\[\]\n]{1,16}\[/\1\]"
    r"|<([a-z]{1,8})>[^<>\n]{1,16}</\2>)(?=[ 、“’」）)，。；])"
)
"""Two tags with a word between, as an example."""
WRITTEN = Pattern(
    r"(?:[敲打输輸写寫键鍵抄贴貼粘填念读讀][下入进進成上出了着著完好]?|(?:[一这這那两兩几幾本]|同[样樣])[段行串句个個对對])"
    r"[了个個一行段串句:：“「 ]{0,4}(?=<|＜|&(?:amp;)?lt;)"
)
"""Somebody writes, types or reads out what follows."""
TOOLS = Pattern(
    r"[记記]事本|[白黑]板|[编編][辑輯]器|信息课|信息技[术術]|[资資][讯訊]課|[电電][脑腦]|[键鍵][盘盤]|屏幕|螢幕|光[标標]|游標|井[号號]|本地|[后後][台臺]"
    r"|服[务務]器|伺服器|博客|部落格|[双雙][击擊]|排版|程式|[链鏈][接結]|[连連][结結]|回[车車]"
)
"""What he writes it with, or what comes of it."""
FENCE = "```"
CODE = Pattern(r"`[^`\n]{1,300}`")
MODULE = Pattern(r"""import [^\n]{1,200} from ['"]|<[A-Z][A-Za-z]{2,30} ?/>\Z""")
MARKDOWN = Pattern(r"(?m)^#{1,6} \S|^\|[^\n]{1,400}\|$|^\|? ?:?-{3,}:? ?\||\]\([^)\s:]{1,200}\.md[)#]")
STATEMENT = Pattern(r"\s*(?:import |from \w+ import|def |class \w+[:({]|function |const |let |public |#include|\$ \w)")
HEADS = "ifdclp#$<"
"""What the lines begin with that are matched with these two, which most are not."""
NEAR = 60
"""Code points around a piece of markup in which its mention is looked for."""


def is_technical(text: str) -> bool:
    """Whether a whole document is about code: it holds fences, or several statements. Count it as a fact."""
    ticks = "`" in text  # one character is found in a tenth of the time of two
    if (ticks and FENCE in text) or ("~" in text and "\n~~~" in text):
        return True
    if "<nowiki>" in text:
        return True
    lines = _lines_like_code(text)
    if any(map(MODULE.match, lines)) or sum([STATEMENT.match(line) is not None for line in lines]) > 1:
        return True
    return ticks and len(CODE.findall(text)) > 1


def _lines_like_code(text: str) -> list[str]:
    """The lines that begin, but for blanks, as some line of code does."""
    lines: list[str] = []
    start, size = 0, len(text)
    while start < size:
        end = text.find("\n", start)
        if end < 0:
            end = size
        first = start
        while first < end and text[first].isspace():
            first += 1
        if first < end and text[first] in HEADS:
            lines.append(text[start:end])
        start = end + 1
    return lines


def is_markdown(text: str) -> bool:
    """Whether a document is written in Markdown, where comments on lines of their own are the author's."""
    return MARKDOWN.search(text) is not None


def is_mentioned(text: str, start: int, end: int) -> bool:
    """Whether the sentence around a piece of markup speaks of such markup, or quotes it."""
    line_start = max(text.rfind("\n", 0, start) + 1, start - NEAR)
    line_end = text.find("\n", end)
    line_end = min(len(text) if line_end < 0 else line_end, end + NEAR)
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if (before, after) in {("`", "`"), ("“", "”"), ("「", "」"), ("‘", "’")}:
        return True
    if TALK.search(text, line_start, start) or TALK.search(text, end, line_end):
        return True
    opened = text[line_start : start + len("&amp;lt;")]
    written = "<" in opened or "lt;" in opened or "＜" in opened
    if (
        written
        and WRITTEN.search(opened)
        and (TOOLS.search(text, line_start, start) or TOOLS.search(text, end, line_end))
    ):
        return True
    if not (PERHAPS.search(text, line_start, start) or PERHAPS.search(text, end, line_end)):
        return False
    return (before in APART and after in APART + CLOSED) or _is_of_example(text, start, (line_start, line_end))


def _is_of_example(text: str, place: int, line: tuple[int, int]) -> bool:
    """Whether a tag is one of two with a word between, which are set apart together."""
    return any(pair.start() <= place < pair.end() for pair in PAIR.finditer(text, *line))
