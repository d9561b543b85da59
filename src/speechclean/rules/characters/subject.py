"""Whether markup is what a text is about: code, and sentences that speak of tags and entities, keep theirs."""

from __future__ import annotations

from speechclean.core.pattern import Pattern

TALK = Pattern(
    r"(?i)(?<![./A-Za-z0-9])(?:X?HTML|XML)|(?<![a-z.])CSS(?![a-z])|JavaScript|(?<![a-z./])JS(?![a-z])|正则|标签|標籤|标记语言|实体|實體|转义|轉義|元素|尖括号|"
    r"尖括號|语法|語法|代码|代碼|源码|源碼|字符|字元|浏览器解析|组件|模板引擎|编程|函数|泛型|网页(?!版)|網頁(?!版)"
)
FENCE = "```"
CODE = Pattern(r"`[^`\n]{1,300}`")
MODULE = Pattern(r"""(?m)^import [^\n]{1,200} from ['"]|^<[A-Z][A-Za-z]{2,30} ?/>$""")
MARKDOWN = Pattern(r"(?m)^#{1,6} \S|^\|[^\n]{1,400}\|$|^\|? ?:?-{3,}:? ?\|")
STATEMENTS = Pattern(
    r"(?m)^\s*(?:import |from \w+ import|def |class \w+[:({]|function |const |let |public |#include|\$ \w)"
)
NEAR = 60
"""Code points around a piece of markup in which its mention is looked for."""


def is_technical(text: str) -> bool:
    """Whether a whole document is about code: it holds fences, or several statements. Count it as a fact."""
    if FENCE in text or "\n~~~" in text or MODULE.search(text):
        return True
    return len(STATEMENTS.findall(text)) > 1 or len(CODE.findall(text)) > 1


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
    return bool(TALK.search(text, line_start, start) or TALK.search(text, end, line_end))
