"""Notes the places where a service hid an address (`[email protected]`): the address is lost, so nothing is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.note import Note
from speechclean.core.rule import Example, Rule, Summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document

TRIGGERS = ("[email protected]", "[email\xa0protected]")


def find(document: Document) -> Iterator[Note]:
    """Note each of them."""
    for hit in document.hits_of(TRIGGERS):
        yield Note("suspect", hit.start, hit.end, document.text[hit.start : hit.end])


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
