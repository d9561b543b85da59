"""Repairs UTF-8 that was read as Big5, where enough bytes are left; never text that speaks of encodings."""

from __future__ import annotations

from speechclean.core.rule import Example, Rule, Summary
from speechclean.lexicon import load
from speechclean.rules.transport.channels import UTF8_AS_BIG5
from speechclean.rules.transport.verdict import reread

RULE = Rule(
    name="mojibake-utf8-big5",
    summary=Summary("UTF-8 that was read as Big5", "UTF-8 误读为 Big5 的乱码"),
    signs=load("mojibake_utf8_big5"),
    find=reread(UTF8_AS_BIG5, "mojibake_utf8_big5"),
    examples=(
        Example("鐘聲一響，憭批振蝺拍楨韏瑁澈離席。", "鐘聲一響，大家緩緩起身離席。"),
        Example.keep("蜈蚣、蝙蝠、蜥蜴与虼蚤。", why="rare words"),
    ),
)
