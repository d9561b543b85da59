"""Repairs GBK that was read as Latin-1 or Windows-1252 (中国 became ÖÐ¹ú); never words of western languages."""

from __future__ import annotations

from speechclean.core.rule import Example, Rule, Summary
from speechclean.lexicon import load
from speechclean.rules.transport.channels import GBK_AS_LATIN
from speechclean.rules.transport.verdict import reread

RULE = Rule(
    name="mojibake-gbk-latin",
    summary=Summary("GBK that was read as Latin-1 or Windows-1252", "GBK 误读为西文编码的乱码"),
    signs=load("mojibake_gbk_latin"),
    find=reread(GBK_AS_LATIN, "mojibake_gbk_latin"),
    examples=(
        Example("乡里的´º¸û±¸¸û¹¤×÷正有序推进。", "乡里的春耕备耕工作正有序推进。"),
        Example.keep("¡¡¡Qué día! Señor Núñez está aquí.", why="Spanish"),
    ),
)
