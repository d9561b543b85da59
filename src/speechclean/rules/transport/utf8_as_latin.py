"""Repairs UTF-8 that was read as Latin-1 or Windows-1252 (中 became ä¸\xad); never words of western languages."""

from __future__ import annotations

from speechclean.core.rule import Example, Rule, Summary
from speechclean.lexicon import load
from speechclean.rules.transport.channels import UTF8_AS_LATIN
from speechclean.rules.transport.verdict import reread

RULE = Rule(
    name="mojibake-utf8-latin",
    summary=Summary("UTF-8 that was read as Latin-1 or Windows-1252", "UTF-8 误读为西文编码的乱码"),
    signs=load("mojibake_utf8_latin"),
    find=reread(UTF8_AS_LATIN, "mojibake_utf8_latin"),
    examples=(
        Example("乡里的æ˜¥è€•å¤‡è€•å·¥ä½œ正有序推进。", "乡里的春耕备耕工作正有序推进。"),
        Example("Ã¦Â\x98Â¥Ã¨Â\x80Â\x95Ã¥Â¤Â\x87Ã¨Â\x80Â\x95正忙。", "春耕备耕正忙。"),
        Example.keep("Où êtes-vous allé cet été ? À la forêt de Fontainebleau.", why="French"),
    ),
)
