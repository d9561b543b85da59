"""The rules of the stage `markup`, in the order in which they are asked."""

from __future__ import annotations

from speechclean.rules.markup import bbcode, email_note, entities, escapes, hidden, tags, wiki

RULES = (
    hidden.RULE,
    tags.RULE,
    bbcode.RULE,
    wiki.RULE,
    email_note.RULE,
    entities.RULE,
    escapes.RULE,
)
