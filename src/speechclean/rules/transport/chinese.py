"""Repairs UTF-8, GBK and Big5 that were read as GBK or Big5 (各位 became 鍚勪綅); never text that is Chinese as it stands."""

from __future__ import annotations

from speechclean.core.rule import Example, Rule, Summary
from speechclean.rules.transport.channels import BIG5_AS_GBK, GBK_AS_BIG5, UTF8_AS_BIG5, UTF8_AS_GBK
from speechclean.rules.transport.verdict import reread, signs

CHANNELS = (UTF8_AS_GBK, BIG5_AS_GBK, GBK_AS_BIG5, UTF8_AS_BIG5)

RULE = Rule(
    name="mojibake-chinese",
    summary=Summary("Chinese that was read in another Chinese encoding", "误读为另一种中文编码的乱码"),
    signs=signs(*CHANNELS),
    find=reread(*CHANNELS),
    examples=(
        Example("老人缁樺０缁樿壊鍦拌\ue189璧蜂簡褰撳勾的事。", "老人绘声绘色地讲起了当年的事。"),
        Example("協會以吏挂玂臔為主軸。", "協會以環境保護為主軸。"),
        Example("鄉里的景較掘較馱釬正在推進。", "鄉里的春耕备耕工作正在推進。"),
        Example.keep("网页乱码：“鍧氭寔浜烘皯”其实是“坚持人民”。", why="the text speaks of mojibake"),
        Example.keep("锟铻，古剑名；湮没，埋没；蜈蚣、蝙蝠与虼蚤。", why="rare characters are no damage"),
    ),
)
