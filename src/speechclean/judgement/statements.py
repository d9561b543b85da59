"""How lines of programs begin and what they hold, by the languages that authors show; for `listing`."""

from __future__ import annotations

from speechclean.core.pattern import Pattern

COMMANDS = (
    "sudo|apt|apt-get|yum|brew|pip3?|npm|npx|yarn|git|docker|systemctl|cd|ls|mv|cp|rm|grep|sed|awk|tar|ssh|scp|rsync"
    "|curl|wget|chmod|chown|mkdir|ps|df|du|lsof|python3?|gcc|ffmpeg"
)
WORDED = "find|cat|make|go|node|java|kill|service|sort|head|tail|del|copy|move|ren|set|type"
"""Commands that are words of English, too."""
PYTHON = (
    r"(?:import [\w.]+(?: as \w+|(?:, ?\w+){1,9})?|from [\w.]+ import [\w.,* ()]+)$",
    r"(?:async )?def \w+\(|class \w+(?:\([\w., ]{0,60}\))?:$",
    r"(?:for [\w, ]{1,40} in [^\n]{1,120}|(?:if|elif|while|with|except) [^\n]{1,160}|else|try|finally|except):$",
    r"print\(|[\w.]{1,40} = (?:re|requests|os|json|open|soup|pd|np|int|str|len|input)\b[.(]",
)
QUERY = (
    r"(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|ALTER TABLE|FROM|WHERE|GROUP BY|ORDER BY|VALUES) ?[\w*(`]",
    r"select [^\n]{1,90} from ",
)
SHELL = (
    r"\[?\w{1,20}@[\w.-]{1,40}[ :][^\n]{0,60}[#$](?: |$)|>>> |[A-Z]:\\[^\n>]{0,60}>|@echo |echo [^\n]|\./[\w./-]{1,40}(?: |$)",
    rf"(?:[$#>%] )?(?:(?:{COMMANDS}) [-\w./~*\"'|$@]|(?:{WORDED}) [-./~*\"'|$%\d])[\x20-\x7e]{{0,200}}(?:$|[\u3000→#])",
    r"(?:pause|exit)$|(?:title|rem) [\u3400-\u9fff]|(?:RUN|COPY|ENV|EXPOSE|CMD|WORKDIR|ENTRYPOINT) [\w./$\[\"]",
)
CHANGES = r"(?:---|\+\+\+) [ab]/|@@ -\d", r"(?=[a-f]{0,39}\d)(?=\d{0,39}[a-f])[0-9a-f]{6,40} [^\n]"
"""What changes of programs are told with: patches, and the hashes of commits."""
COMPILED = (
    r"#include ?[<\"]|(?:int|void|char|double|float|long|bool) \w{1,30} ?[(=;]",
    r"(?:public|private|protected|static|package|using|namespace|func|fn|struct) [\w<>\[\]., ()]{1,80}[({;]",
)
STATEMENT = Pattern("|".join((*PYTHON, *QUERY, *SHELL, *CHANGES, *COMPILED)))
"""What a line of a programming language, a query or a shell begins with: pages leave none of them."""
LINE = Pattern(
    r"[A-Za-z_$'\"@\[][A-Za-z0-9_.$\[\]'\"@-]{0,60} ?(?:[-+*/|&.]?=|=>|<-|:=)[^\n]"
    r"|[A-Za-z_$][\w$.]{0,60}\([^\n]{0,200}(?:[);,{\[:]|\)[^\n]{0,40})$"
    r"|[-+][A-Za-z_<$\"{}]|[)}\]]{1,6}[;,)]{0,3}(?: |$)|[{\[(]$|\"[\w/-]{1,40}\" ?:"
    r"|[{(\[] ?[\"'A-Za-z][^\n]{0,200}[\])},;]$|</?[A-Za-z!][^<>\n]{0,300}>"
    r"|[.#@*&]?[A-Za-z][\w .,#:>()\[\]=\"*-]{0,80}\{|[a-z-]{3,30}: ?[^\n;]{1,80};$"
    r"|(?:const|let|var|function|return|raise|yield|await|export|if|for|while|switch|case|new) ?[A-Za-z_({'\"]"
    r"|[a-z_][A-Za-z0-9_.-]{0,30}:(?: [^\n]{1,60})?$|- [a-z_][\w-]{0,30}: |[!-%'-~][^\n]{1,160}[;{}]$"
)
"""A line that may be one of code."""
EXPRESSION = Pattern(
    r"\\[dswSDWb]|\.[*+](?![*+])|\[\^?[^\]\n]{1,30}\][*+{]|\{\d{1,3},\d{0,3}\}|\([^()|\n]{1,60}(?:\|[^()|\n]{1,60}){1,12}\)|^\^|\$$|\(\?[:=!P]"
)
"""What a pattern of characters holds."""
