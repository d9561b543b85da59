"""The rules of the stage `markup`, in the order in which they are asked."""

from __future__ import annotations

from speechclean.rules.markup import bbcode, entities, escapes, hidden, tags, wiki

RULES = (
    hidden.RULE,
    tags.RULE,
    bbcode.RULE,
    wiki.RULE,
    entities.RULE,
    escapes.RULE,
)
