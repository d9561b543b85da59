"""Removes the readings in the ruby that an extractor left as tags: `<ruby>燕<rt>yàn</rt></ruby>子` → `燕子`.

They are judged as readings in brackets are: those of rare characters, of a lesson and of a primer stay, in the brackets of their
`<rp>` where they have them, and so does what is no reading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.document import Document
from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.rules.glosses.kit import bracketed_kit
from speechclean.rules.glosses.pinyin_in_brackets import taken
from speechclean.rules.glosses.places import LETTERS
from speechclean.rules.glosses.primer import calls_itself_one
from speechclean.rules.markup.shown import is_the_authors
from speechclean.rules.markup.subject import is_technical

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechclean.core.edit import Edit

RUBY = Pattern(
    rf"(?i:(?:<rb>)?)(?P<base>[^\x00-\u2e7f])(?i:(?:</rb>)?)(?P<rp>(?i:<rp>[(（]?</rp>)?)(?P<rt><(?:rt|RT)>\s?(?P<reading>[{LETTERS}]{{1,8}})\s?</(?:rt|RT)>)"
)
BRACKET = Pattern(r"(?i)<rp>[(（)）]?</rp>")
AROUND = Pattern(r"(?i)</?(?:ruby|rb|rbc|rtc)>|<rp>[(（)）]?</rp>", first="<")


def find(document: Document) -> Iterator[Edit]:
    """Cut the readings that would be an anti-copy kit's if they stood in brackets, with the brackets around them."""
    text = document.text
    if document.fact(is_technical):
        return
    found = [ruby for ruby in RUBY.finditer(text) if not is_the_authors(document, *ruby.span())]
    told, places = _in_brackets(text, found)
    kit = bracketed_kit(told)
    if not kit.is_noise or calls_itself_one(text):
        return
    for start, _ in taken(Document(told), kit):
        if start in places:
            yield _cut(text, places[start])


def _in_brackets(text: str, found: list[re.Match[str]]) -> tuple[str, dict[int, re.Match[str]]]:
    """The text with the readings in brackets instead, and what stands in each that was a ruby, by its start."""
    pieces: list[str] = []
    places: dict[int, re.Match[str]] = {}
    size = reached = 0
    for ruby in found:
        before = AROUND.compiled.sub("", text[reached : ruby.start()]) + ruby["base"]
        places[size + len(before)] = ruby
        pieces += before, f"({ruby['reading'].lower()})"
        size += len(before) + len(pieces[-1])
        reached = ruby.end()
    return "".join([*pieces, AROUND.compiled.sub("", text[reached:])]), places


def _cut(text: str, ruby: re.Match[str]) -> Edit:
    end = ruby.end("rt")
    closing = BRACKET.match(text, end)
    return cut(text, ruby.start("rp"), closing.end() if closing else end, "ruby of a plain character")


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
