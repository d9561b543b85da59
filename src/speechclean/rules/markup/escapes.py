r"""Undoes the escapes of program text that stand in prose as they are: `\n`, `\"`, `\u003c`.

One or two may be the author's; code, paths and formulas keep all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import swap
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.rules.invisible.zero_width import ALL
from speechclean.rules.markup.subject import TALK, is_technical

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

ESCAPE = Pattern(r"\\{1,2}(?:(?:r\\{1,2})?n(?![a-z])|[rt](?![a-z])|[\"'/]|u[0-9A-Fa-f]{4})")
OTHER = Pattern(r":\\(?<=[A-Za-z]:.)|\\[a-zA-Z]{3,}|\\\\[a-z]{2,}|\$[^$\n]{1,200}\\|\\[dws][+*]", first=":\\$")
FEWEST = 3


def find(document: Document) -> Iterator[Edit]:
    """Replace them where there are several and nothing else uses backslashes."""
    text = document.text
    found = list(ESCAPE.finditer(text))
    if len(found) < FEWEST or document.fact(is_technical) or OTHER.search(text) or TALK.search(text):
        return
    for match in found:
        new = _meant(match)
        if new is not None:
            yield swap(text, match.start(), match.end(), new, f"{len(found)} escapes")


def _meant(match: re.Match[str]) -> str | None:
    body = match[0].lstrip("\\")
    if body[0] in "nrt":
        return "\t" if body == "t" else "\n"
    if body[0] != "u":
        return body
    character = chr(int(body[1:], 16))
    if "\ud800" <= character <= "\udfff":  # half of a pair
        return None
    return "" if character in ALL else character


RULE = Rule(
    name="markup-escapes",
    summary=Summary("Escapes such as \\n and \\u003c in prose", "残留的转义序列（如 \\n）"),
    find=find,
    triggers=("\\n", "\\r", "\\t", '\\"', "\\'", "\\/", "\\u"),
    examples=(
        Example("第一段。\\n第二段。\\n第三段，\\u201c好\\u201d。", "第一段。\n第二段。\n第三段，“好”。"),
        Example.keep("程序装在 C:\\new\\tools\\temp 目录里。", why="a path"),
        Example.keep("他在末尾写了个 \\n 就走了。", why="a single one"),
    ),
)
