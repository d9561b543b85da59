"""Cuts the title's remains before a bracket that was never opened: `停水通知怎么写】在日常生活中…`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.rule import Example, Rule, Summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

_CLOSING = frozenset("】")
HEAD = 600
"""The lines that begin in so much of the text are looked at."""


def find(document: Document) -> Iterator[Edit]:
    """Look at the first lines that hold a closing bracket."""
    if "】" not in document.text[: document.line_at(HEAD).end]:
        return
    title = document.text[: max(0, document.text.find("\n"))].strip()
    for line in document.lines_with(_CLOSING):
        if line.start > HEAD:
            return
        end = document.text.index("】", line.start)
        fragment = document.text[line.start : end]
        if line.start and 3 < len(fragment) <= 60 and "【" not in fragment and _same(fragment.strip(), title):
            yield cut(document.text, line.start, end + 1, "the title before an unopened bracket")


def _same(fragment: str, title: str) -> bool:
    return fragment == title or (len(fragment) > 5 and (fragment in title or title in fragment) and len(title) > 5)


RULE = Rule(
    name="end-title-fragment",
    summary=Summary("The title before an unopened bracket", "残缺括号前的标题"),
    find=find,
    triggers=("】",),
    examples=(
        Example(
            "停水通知怎么写\n停水通知怎么写】在日常生活中，通知很常见。", "停水通知怎么写\n在日常生活中，通知很常见。"
        ),
        Example.keep("公告\n【停水通知】在日常生活中，通知很常见。", why="a bracket with both halves"),
    ),
)
