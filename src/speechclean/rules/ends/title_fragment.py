"""Cuts the title's remains before a bracket that was never opened: `停水通知怎么写】在日常生活中…`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.rule import Example, Rule, Summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

HEAD, LONGEST = 600, 60
"""The lines that begin in so much of the text are looked at; so long a title may be."""


def find(document: Document) -> Iterator[Edit]:
    """Look at the first lines that hold a closing bracket."""
    text = document.text
    end = text.find("】")
    while end >= 0:
        start = text.rfind("\n", 0, end) + 1
        if start > HEAD:
            return
        if start and 3 < end - start <= LONGEST and "【" not in text[start:end]:
            title = text[: text.index("\n")].strip()
            if _same(text[start:end].strip(), title):
                yield cut(text, start, end + 1, "the title before an unopened bracket")
        below = text.find("\n", end)
        end = text.find("】", below) if below >= 0 else -1


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
