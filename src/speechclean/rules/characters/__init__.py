"""The rules of the stage `characters`, in the order in which they are asked."""

from __future__ import annotations

from speechclean.rules.characters import (
    bbcode,
    compatibility,
    entities,
    escapes,
    framed,
    hangul,
    hidden,
    invisible,
    jammer,
    lost_spaces,
    marks,
    numerals,
    tags,
    wiki,
    wrong_words,
    yao,
)

RULES = (
    invisible.RULE,
    hidden.RULE,
    tags.RULE,
    bbcode.RULE,
    wiki.RULE,
    entities.RULE,
    escapes.RULE,
    jammer.RULE,
    compatibility.RULE,
    marks.AFTER,
    marks.DOUBLE,
    framed.RULE,
    framed.NUMBERS,
    numerals.RULE,
    numerals.TOKENS,
    hangul.RULE,
    lost_spaces.RULE,
    yao.RULE,
    wrong_words.RULE,
)
