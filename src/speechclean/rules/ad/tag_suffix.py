"""Removes the tag words that a mirror glues behind the full stops of paragraphs, when four or more have one.

Must not touch a last word that is the author's: a single one, or one that a sign parts from the sentence.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.core.traits import TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

SUFFIX = Pattern(r"。([A-Za-z][A-Za-z0-9+#.]{1,14}|[\u4e00-\u9fff]{2,6})[ \t]*(?:\n|\Z)")
LONGEST = 16
MARKS = "。！？…”；：）』」"
"""What ends a paragraph that no tag was glued to."""
LEAST = 4
MOST_WORDS = 0.5
"""The words of tags recur: there are at most half as many of them as paragraphs that end in one."""


def find(document: Document) -> Iterator[Edit]:
    """Cut the suffixes when there are enough of them and they recur."""
    tails = [row.rstrip(" \t")[-LONGEST:] for row in document.rows if row[-1:] not in MARKS]
    if sum("。" in tail and tail[-1] not in MARKS for tail in tails) < LEAST:
        return
    found = list(SUFFIX.finditer(document.text))
    if len(found) < LEAST:
        return
    words = Counter(match[1] for match in found)
    if len(words) > MOST_WORDS * len(found):
        return
    for match in found:
        if words[match[1]] > 1:
            yield cut(document.text, match.start(1), match.end(1), f"tag behind {words[match[1]]} paragraphs")


RULE = Rule(
    name="ad-tag-suffix",
    summary=Summary("Tag words glued behind paragraphs", "段尾粘连的标签词"),
    find=find,
    traits=TAGS,
    examples=(
        Example(
            "索引可以加快查询。mysql\n事务保证一致。mysql\n锁会降低并发。mysql\n日志用于恢复。mysql",
            "索引可以加快查询。\n事务保证一致。\n锁会降低并发。\n日志用于恢复。",
        ),
        Example.keep("他走了。她哭了。\n天亮了。再见", why="one word behind one paragraph"),
    ),
)
