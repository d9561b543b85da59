"""For each kind of rule the keys that it has beside the common ones, and how they are read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple
from speechclean.rules.custom.spec import Between, Body, Footer, Header, Line, Literal, Substitute
from speechclean.rules.custom.template import template

if TYPE_CHECKING:
    from collections.abc import Callable

    from speechclean.rules.custom.fields import Fields

MOST_CHARACTERS = 100_000
MOST_LINES = 1000
FLAGS = "imsx"


class Reader(NamedTuple):
    """How the table of one kind is read."""

    keys: tuple[str, ...]
    read: Callable[[Fields], Body]


def _literal(fields: Fields) -> Literal:
    texts = fields.strings("texts")
    if fields.has("text") == fields.has("texts"):
        fields.error("give 'text' or 'texts'")
    elif fields.has("text"):
        texts = (fields.string("text", required=True),)
    elif not texts:
        fields.error("'texts' must not be empty")
    return Literal(texts, fields.boolean("exact", default=False))


def _between(fields: Fields) -> Between:
    return Between(
        fields.string("start", required=True),
        fields.string("end", required=True),
        fields.at_most("max", 200, MOST_CHARACTERS),
        ends=fields.boolean("ends", default=True),
        exact=fields.boolean("exact", default=False),
    )


def _line(fields: Fields) -> Line:
    contains = fields.strings("contains")
    if not contains and not fields.has("matches"):
        fields.error("give 'contains', 'matches' or both")
    if any("\n" in string for string in contains):
        fields.error('a line contains no newline; for several lines use kind = "regex"')
    fields.pattern("matches")
    return Line(
        contains,
        fields.string("matches", required=fields.has("matches")),
        fields.at_most("max", 200, MOST_CHARACTERS),
        exact=fields.boolean("exact", default=False),
    )


def _substitute(fields: Fields) -> Substitute:
    flags = fields.string("flags")
    if not re.fullmatch(f"[{FLAGS}]*", flags):
        fields.error(f"flags {flags!r}: each is one of {', '.join(FLAGS)}")
        flags = ""
    replace = fields.string("replace")
    pattern = fields.pattern("pattern", flags)
    if pattern is not None:
        try:
            template(replace, pattern)
        except ValueError as error:
            fields.error(f"'replace': {error}")
    return Substitute(fields.string("pattern", required=True), replace, flags)


def _header(fields: Fields) -> Header:
    fields.pattern("until")
    longest = fields.at_most("max", 10, MOST_LINES)
    return Header(fields.string("until", required=True), longest, ends=fields.boolean("ends", default=True))


def _footer(fields: Fields) -> Footer:
    fields.pattern("from")
    longest = fields.at_most("max", 10, MOST_LINES)
    return Footer(fields.string("from", required=True), longest, ends=fields.boolean("ends", default=True))


BODIES = {
    "literal": Reader(("text", "texts", "exact"), _literal),
    "between": Reader(("start", "end", "max", "ends", "exact"), _between),
    "line": Reader(("contains", "matches", "max", "exact"), _line),
    "regex": Reader(("pattern", "replace", "flags"), _substitute),
    "header": Reader(("until", "max", "ends"), _header),
    "footer": Reader(("from", "max", "ends"), _footer),
}
