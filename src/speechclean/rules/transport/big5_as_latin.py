"""Repairs Big5 that was read as Latin-1 or Windows-1252 (中文 became ¤¤¤å); never words of western languages."""

from __future__ import annotations

from speechclean.core.rule import Example, Rule, Summary
from speechclean.lexicon import load
from speechclean.rules.transport.channels import BIG5_AS_LATIN
from speechclean.rules.transport.verdict import reread

RULE = Rule(
    name="mojibake-big5-latin",
    summary=Summary("Big5 that was read as Latin-1 or Windows-1252", "Big5 误读为西文编码的乱码"),
    signs=load("mojibake_big5_latin"),
    find=reread(BIG5_AS_LATIN, "mojibake_big5_latin"),
    examples=(
        Example("本館®Ñ®i´Á¶¡¨C¤é©µªø¶}©ñ。", "本館書展期間每日延長開放。"),
        Example.keep("Öl für das Gerät: 5 ½ ¢/kg", why="German and signs"),
    ),
)
