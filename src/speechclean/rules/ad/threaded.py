"""Removes ads whose characters were threaded with invisible ones against filters, so that no word in them can be found.

The invisible characters are gone when this is asked; where they stood is a fact of the page as it came. A text that is
threaded from end to end is a whole one, copied from a site that does so, and stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.quotations import is_quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

UNSEEN = "\u200b\u200c\u2060\ufeff\u00ad"
"""Those that nothing needs between two visible characters; a joiner belongs to emoji."""
RUN = Pattern(f"(?:[^\\s{UNSEEN}][{UNSEEN}]{{1,3}}){{4,60}}[^\\s{UNSEEN}]")
NOTHING = Pattern(f"[{UNSEEN}]+")
CALLS = Pattern(
    r"[A-Za-z0-9０-９Ａ-Ｚａ-ｚ]{4}|[众眾]号|公[号號]|微|薇|群|裙|扣|加|搜|关注|關注|联系|聯繫|点击|點擊|网|網"
)
"""What an ad that long holds at least."""
MOST, MOST_RUNS = 0.4, 40
"""A larger share of a page is its text; more runs than this are looked for in no text."""


def threaded(text: str) -> tuple[tuple[str, str], ...]:
    """The runs with invisible characters between the others, as they stood and without them; none where most of a text is."""
    runs = [match[0] for match in RUN.finditer(text)]
    if sum(map(len, runs)) > MOST * len(text):
        return ()
    return tuple((run, NOTHING.compiled.sub("", run)) for run in list(dict.fromkeys(runs))[:MOST_RUNS])


def find(document: Document) -> Iterator[Edit]:
    """Cut what was threaded and calls for something; where the same words stand twice, one may be the author's."""
    text = document.text
    for runs in document.fact(threaded):
        run = next((run for run in runs if run in text), "")
        if not run or not CALLS.search(runs[-1]) or text.count(run) > 1:
            continue
        start = text.index(run)
        if not is_quoted(text, start, start + len(run)):
            yield cut(text, start, start + len(run), "threaded with invisible characters")


RULE = Rule(
    name="ad-threaded",
    summary=Summary("Ads threaded with invisible characters", "用零宽字符逐字隔开的广告"),
    find=find,
    signs=tuple(UNSEEN),
    examples=(
        Example(
            "要把作风建设抓到底，抓出成效，抓成习惯。公\u200b众\u200b号\u200b：\u200b老\u200b王\u200b写\u200b稿我们还要继续努力，久久为功，善作善成。",
            "要把作风建设抓到底，抓出成效，抓成习惯。我们还要继续努力，久久为功，善作善成。",
        ),
        Example.keep("他在公众号上写了十年，没有一天断过。", why="nothing stands between its characters"),
    ),
)
