"""Repairs UTF-8 that was read as GBK (各位 became 鍚勪綅); never text that speaks of encodings."""

from __future__ import annotations

from speechclean.core.rule import Example, Rule, Summary
from speechclean.lexicon import load
from speechclean.rules.transport.channels import UTF8_AS_GBK
from speechclean.rules.transport.verdict import reread

RULE = Rule(
    name="mojibake-utf8-gbk",
    summary=Summary("UTF-8 that was read as GBK", "UTF-8 误读为 GBK 的乱码"),
    signs=load("mojibake_utf8_gbk"),
    find=reread(UTF8_AS_GBK, "mojibake_utf8_gbk"),
    examples=(
        Example("老人缁樺０缁樿壊鍦拌\ue189璧蜂簡褰撳勾的事。", "老人绘声绘色地讲起了当年的事。"),
        Example.keep("网页乱码：“鍧氭寔浜烘皯”其实是“坚持人民”。", why="the text speaks of mojibake"),
        Example.keep("锟铻，古剑名，切玉如切泥。", why="rare characters are no damage"),
    ),
)
