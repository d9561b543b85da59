"""Notes the places where a service hid an address (`[email protected]`); cutting them is off by default.

The address is lost, and the place still says that one stood there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.note import Note
from speechclean.core.rule import Example, Rule, Safety, Summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

TRIGGERS = ("[email protected]", "[email\xa0protected]")
_TRIGGERS = frozenset(TRIGGERS)


def find(document: Document) -> Iterator[Note]:
    """Note each of them."""
    for hit in document.hits_of(_TRIGGERS):
        yield Note("suspect", hit.start, hit.end, document.text[hit.start : hit.end])


def find_to_cut(document: Document) -> Iterator[Edit]:
    """Cut each of them."""
    for hit in document.hits_of(_TRIGGERS):
        yield cut(document.text, hit.start, hit.end, "an address that a service hid")


RULE = Rule(
    name="markup-email-note",
    summary=Summary("Addresses that a service hid", "被隐藏的邮箱地址（只作提示）"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example.keep("投稿请寄[email protected]，谢谢。", why="the address is lost, the sentence is not"),
        Example.keep("表中[email]一栏可以不填。", why="a place to fill in"),
    ),
)
CUT = Rule(
    name="markup-email-placeholder",
    summary=Summary("What stands where a service hid an address", "被隐藏邮箱的占位文字"),
    find=find_to_cut,
    safety=Safety.UNSAFE,
    triggers=TRIGGERS,
    examples=(
        Example("联系邮箱：[email protected]\n谢谢。", "联系邮箱：\n谢谢。"),
        Example.keep("表中[email]一栏可以不填。", why="a place to fill in"),
    ),
)
