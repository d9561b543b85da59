"""Cuts scripts, style rules and ad data that a crawler took for text. Code that the text is about stays.

A run of code goes when it is a site's own kind (trackers, ad slots, page styles) and nothing ties it into a sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.genre import technical
from speechclean.judgement.shown_code import is_shown_code
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document, Line
    from speechclean.core.edit import Edit

TRIGGERS = (
    "$(", "$.", "document.", "window.", "window[", "function(", "function (", "_hmt", ".push(", "googletag",
    "adsbygoogle",
    "cpro_", "baidu_", "bd_", "var ", "jquery", "@media", "cdata", "getelementbyid", "createelement", '.js"', ".js'",
    "px;", "px}",
    "display:", "margin:", "padding:", "font-size:", "line-height:", "text-indent:", "slotbydup", '":"', '":0',
    '":1', '":{', "({",
    "settimeout", "onclick", "javascript:", "if(", "});", "try{", "();", "');", "('", "{font", "font-style", "padding-",
    "background:", "color:", "{width", "width:", "{float",
    "ad(", "ads(", "ad_", "ads_", "typeof", ".php", "{border", "em}", "{height", "text-align", "!important", "{top:", "{left:",
)  # fmt: skip
_TRIGGERS = frozenset(TRIGGERS)
RUN = Pattern(
    r"(?>\"[^\"\n]{0,120}\"|'[^'\n]{0,120}'|(?<=[:,])(?:新?[宋黑楷]体|仿宋|微软雅黑)(?=[;,])|[^㐀-鿿、。〈-】！-｠…—“”‘’\n])+"
)
SITE = Pattern(
    r"document\.(?:write|createelement|getelement|cookie|domain|title|location)|window[.\[]|\$\((?=[\"'#.)]|document|function|this|window)|\$\.|_hmt|\.push\("
    r"|googletag|adsbygoogle"
    r"|cpro_|baidu|bd_|jquery|@media|cdata|slotbydup|\b[a-z_$][\w$.]{2,40}\(\{ ?[a-z\"']"
    r"|\bvar \w{0,20}(?:guest|[utfacps]id|page|site|user|channel|host|domain|cookie|stat|ad_?id|slot|banner)\w{0,12} ?="
    r"|\b(?:show|load|get|set|init|open|close)_?(?:ad|more|share|count"
    r"|page)s?\w{0,12}\("
    r"|function ?\w{0,30}\([^)\n]{0,60}\) ?\{|<script|settimeout|addeventlistener|javascript:|\btry\{|\bif ?\( ?typeof ?\(?\w"
    r"|(?:\b[a-z_$][\w$.]{1,30}\([^()\n]{0,60}\);? ?){2}|\b(?:ga|fbq|gtag|_paq|uet|ttq|bdtj)\("
    r"|\{ ?[a-z-]{3,20} ?:[^{}\n]{1,200}[;}]|\"(?:code|msg|adurl|ad|url|src|type|status|data|id|title)\" ?:"
)
LINE = Pattern(
    r"[.#]?[a-z][\w .#,>:-]{0,60}\{[^{}\n]{0,200}(?:text-indent|line-height"
    r"|margin|padding|font-|color|width|height|display|background)[^{}\n]*\}"
    r"|var _hmt[^\n]*;|(?:var )?(?:baidu|cpro|bd)_\w+ ?[(=][^\n]*;|if ?\(typeof[^\n]*\}"
)
"""A rule of style or a tracker's statement that is the whole line."""
FAILED = Pattern(
    r"(?:php )?(?:warning|notice|(?:fatal|parse) error|deprecated|strict standards): ?[^\n]{1,200} in [^\s。]{4,120}\.php"
    r" on line \d{1,5}[ .]{0,3}"
)
"""How a site's program says that it failed."""
PROGRAMS = Pattern("php|报错|報錯|错误信息|函数|代码|代碼|程序|mysql")
"""What a text is about that quotes such a line."""
STYLE = Pattern(
    r"[.#@*]?[a-z][\w-]{0,40}+(?:[ .#:>,~+*()@]{1,6}+[a-z][\w-]{0,40}+){0,8} {0,2}"
    r"\{ ?(?:[a-z-]{3,24} ?: ?[^{}:;\n]{1,60}[;}] ?){1,20}\}?"
)
"""A rule of style, which may stand between two sentences."""
_PLAIN = r"[^()\n㐀-鿿]"
GLUED = Pattern(
    rf"(?:document\.write(?:ln)?\({_PLAIN}{{4,160}}(?:\({_PLAIN}{{0,160}}\){_PLAIN}{{0,40}})?\);?"
    r"|\(adsbygoogle ?= ?window\.adsbygoogle ?\|\| ?\[\]\)\.push\(\{[^{}\n㐀-鿿]{0,80}\}\);?"
    r"|var (?:cpro|baidu|bd|google|slot|ad)_\w{1,20} ?= ?[\"'][^\"'\n㐀-鿿]{0,40}[\"'];"
    r"|(?:[a-z]{2,12}_)?(?:show|read|load|get|chapter)?_?ads?(?:_[a-z\d]{1,12}|\d{1,3})?\([\"']?[a-z\d_ -]{0,24}[\"']?\);"
    r"|window\.(?:open|location)[^\n;㐀-鿿]{4,120};)(?=[㐀-鿿“”，。、；])"
)
"""The statement of an ad that stands without a blank between two words of a sentence."""
WORD = Pattern("[㐀-鿿，、；]")
OF_SCRIPTS = Pattern(
    "脚本|腳本|代[码碼]|函[数數]|[变變]量|[语語]句|[标標][签籤]|javascript|前端|[调調]用|innerhtml|[网網][页頁]"
)
"""What a text is about whose sentences hold such statements."""
SIGNS = frozenset("(){}[];=:\"'")
CODE = Pattern(r"```|^ {4,}\S.*[;{}]$|#include|\bdef \w+\(|public class|console\.log|npm ")
SHOWN = Pattern(r"console\.log(?!\((?:e|ex|err|error|msg|data)?\))")
SHORTEST = 16
"""Shorter runs are let be."""
BEFORE = frozenset("。！？!?”」』）)…\n；;：:")


def code_text(text: str) -> bool:
    """Whether the document is about code, so that code in it is its matter."""
    return "```" in text or SHOWN.search(text) is not None or "#include" in text or "npm install" in text


def find(document: Document) -> Iterator[Edit]:
    """Cut the runs of code in the lines that hold a piece of a script."""
    if document.fact(code_text):
        return
    for line in document.lines_with(_TRIGGERS):
        if not is_shown_code(document.text, line.start):
            yield from _judge(document, line)


def _judge(document: Document, line: Line) -> Iterator[Edit]:
    text = document.text
    row = text[line.start : line.end].strip().lower()
    if LINE.fullmatch(row) or (FAILED.fullmatch(row) and not document.fact(is_of_programs)):
        yield cut_line(text, line.start, line.end, "a line of script")
        return
    for run in RUN.finditer(text, line.start, line.end):
        code = run[0].strip()
        start, end = run.start(), run.end()
        if len(code) < SHORTEST or not _is_a_sites(code):
            yield from _glued(document, start, min(end + 1, line.end))
            continue
        if not text[line.start : start].strip() and not text[end : line.end].strip():
            yield cut_line(text, line.start, line.end, "a line of script")
        elif (start == line.start or text[start - 1] in BEFORE) and not code[-1].isalnum():
            yield cut(text, start, end, "script between sentences")
        else:
            yield from _glued(document, start, min(end + 1, line.end))


def _glued(document: Document, start: int, end: int) -> Iterator[Edit]:
    """Cut the statements of ads in a run that stand between two words of a text that is about no scripts."""
    text = document.text
    for match in GLUED.finditer(text, start, end):
        if WORD.match(text, match.start() - 1) and not document.fact(_is_of_scripts):
            yield cut(text, *match.span(), "an ad's script between two words")


def _is_of_scripts(text: str) -> bool:
    return technical(text) or OF_SCRIPTS.search(text.lower()) is not None


def is_of_programs(text: str) -> bool:
    """Whether a text speaks of programs, in other lines than those of a program that failed. Count it as a fact."""
    rows = text.lower().split("\n")
    return any(PROGRAMS.search(row) for row in rows if not FAILED.fullmatch(row.strip()))


def _is_a_sites(code: str) -> bool:
    """Whether a run of code is a site's own: it holds a site's words and enough signs of code, or is a rule of style."""
    lowered = code.lower()
    signs = sum(sign in SIGNS for sign in code)
    if signs >= (4 if "document.write" in code else 6) and SITE.search(lowered):
        return True
    return signs >= 4 and STYLE.fullmatch(lowered) is not None


RULE = Rule(
    name="furniture-script",
    summary=Summary("Scripts, style rules and ad data", "脚本、样式与广告代码残留"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example('第一段。\nvar cpro_id="u1"; (window["api"]||{})[cpro_id]={at:"3"};\n第二段。', "第一段。\n第二段。"),
        Example("天亮了。$(function(){ loadMore(); });我们上路。", "天亮了。我们上路。"),
        Example("門關上。.fb,.ad-300{min-height:250px;display:block}\n天亮了。", "門關上。\n天亮了。"),
        Example.keep("样式里写 .box{color:red;width:1px;height:2px} 就行。", why="the sentence speaks of the rule"),
        Example.keep("定位到第12行 var len = arr.length; 把它改掉就好了。", why="code that the sentence is about"),
    ),
)
