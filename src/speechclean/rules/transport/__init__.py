"""The rules of the stage `transport`, in the order in which they are asked."""

from __future__ import annotations

from speechclean.rules.transport import (
    big5_as_gbk,
    big5_as_latin,
    gbk_as_big5,
    gbk_as_latin,
    utf8_as_big5,
    utf8_as_gbk,
    utf8_as_latin,
)

RULES = (
    utf8_as_gbk.RULE,
    utf8_as_latin.RULE,
    gbk_as_latin.RULE,
    big5_as_gbk.RULE,
    gbk_as_big5.RULE,
    utf8_as_big5.RULE,
    big5_as_latin.RULE,
)
