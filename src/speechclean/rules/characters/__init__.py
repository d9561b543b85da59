"""The rules of the stage `characters`, in the order in which they are asked."""

from __future__ import annotations

from speechclean.rules.characters import (
    compatibility,
    filter_pinyin,
    framed,
    hangul,
    jammer,
    lost_spaces,
    marks,
    numerals,
    wrong_words,
    yao,
)

RULES = (
    jammer.RULE,
    compatibility.RULE,
    marks.AFTER,
    marks.DOUBLE,
    framed.RULE,
    framed.NUMBERS,
    numerals.RULE,
    numerals.TOKENS,
    hangul.RULE,
    filter_pinyin.RULE,
    lost_spaces.RULE,
    yao.RULE,
    wrong_words.RULE,
)
