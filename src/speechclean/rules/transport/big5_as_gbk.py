"""Repairs Big5 that was read as GBK (環境 became 吏挂); never text that is Chinese as it stands."""

from __future__ import annotations

from speechclean.core.rule import Example, Rule, Summary
from speechclean.lexicon import load
from speechclean.rules.transport.channels import BIG5_AS_GBK
from speechclean.rules.transport.verdict import reread

RULE = Rule(
    name="mojibake-big5-gbk",
    summary=Summary("Big5 that was read as GBK", "Big5 误读为 GBK 的乱码"),
    signs=load("mojibake_big5_gbk"),
    find=reread(BIG5_AS_GBK, "mojibake_big5_gbk"),
    examples=(
        Example("協會以吏挂玂臔為主軸。", "協會以環境保護為主軸。"),
        Example.keep("他挂起了臂章，官吏们都看着他。", why="the characters are rare, the words are not"),
    ),
)
