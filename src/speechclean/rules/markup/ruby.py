"""Removes the readings in the ruby that an extractor left as tags: `<ruby>燕<rt>yàn</rt></ruby>子` → `燕子`.

The reading of a rare character stays, in the brackets of its `<rp>` where it has them, and so does what is no reading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.rules.glosses.places import LETTERS
from speechclean.rules.glosses.primer import calls_itself_one
from speechclean.rules.glosses.readings import Need, need
from speechclean.rules.markup.shown import is_the_authors
from speechclean.rules.markup.subject import is_technical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

RUBY = Pattern(
    rf"(?i:(?:<rb>)?)(?P<base>[^\x00-\u2e7f])(?i:(?:</rb>)?(?:<rp>[(（]?</rp>)?)(?P<rt><(?:rt|RT)>\s?(?P<reading>[{LETTERS}]{{1,8}})\s?</(?:rt|RT)>)"
)
BRACKET = Pattern(r"(?i)<rp>[(（)）]?</rp>")


def find(document: Document) -> Iterator[Edit]:
    """Cut the readings of characters that every reader knows, with the brackets around them."""
    text = document.text
    if document.fact(is_technical) or calls_itself_one(text):
        return
    for ruby in RUBY.finditer(text):
        if need(ruby["base"], ruby["reading"].lower()) > Need.LITTLE or is_the_authors(document, *ruby.span()):
            continue
        start, end = ruby.span("rt")
        closing = BRACKET.match(text, end)
        opening = text.rfind("<rp>", ruby.start(), start)
        yield cut(
            text, opening if opening >= 0 else start, closing.end() if closing else end, "ruby of a plain character"
        )


RULE = Rule(
    name="markup-ruby",
    summary=Summary("Readings in ruby tags", "ruby 标签中的注音"),
    find=find,
    triggers=("<rt>",),
    examples=(
        Example(
            "<ruby>燕<rt>yàn</rt></ruby>子去了，<ruby>杨<rp>(</rp><rt>yáng</rt><rp>)</rp></ruby>柳枯了。",
            "<ruby>燕</ruby>子去了，<ruby>杨</ruby>柳枯了。",
        ),
        Example.keep("在网页里给“饕”注音，写作 <rt>tāo</rt>。", why="a sentence about the tag"),
    ),
)
