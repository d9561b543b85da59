"""Repairs GBK that was read as Big5 (中国 became 笢弊); never text that is Chinese as it stands."""

from __future__ import annotations

from speechclean.core.rule import Example, Rule, Summary
from speechclean.lexicon import load
from speechclean.rules.transport.channels import GBK_AS_BIG5
from speechclean.rules.transport.verdict import reread

RULE = Rule(
    name="mojibake-gbk-big5",
    summary=Summary("GBK that was read as Big5", "GBK 误读为 Big5 的乱码"),
    signs=load("mojibake_gbk_big5"),
    find=reread(GBK_AS_BIG5, "mojibake_gbk_big5"),
    examples=(
        Example("鄉里的景較掘較馱釬正在推進。", "鄉里的春耕备耕工作正在推進。"),
        Example.keep("湮没无闻，潸然泪下，坻石为岸。", why="rare words"),
    ),
)
