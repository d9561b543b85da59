"""The rules of the stage `characters`, in the order in which they are asked."""

from __future__ import annotations

from speechclean.rules.characters import (
    bbcode,
    compatibility,
    entities,
    hidden,
    invisible,
    jammer,
    tags,
    wiki,
)

RULES = (
    invisible.RULE,
    hidden.RULE,
    tags.RULE,
    bbcode.RULE,
    wiki.RULE,
    entities.RULE,
    jammer.RULE,
    compatibility.RULE,
)
