"""Repairs UTF-8, GBK and Big5 that were read as Latin-1 or Windows-1252 (中国 became ÖÐ¹ú); never words of western languages."""

from __future__ import annotations

from speechclean.core.rule import Example, Rule, Summary
from speechclean.rules.transport.channels import BIG5_AS_LATIN, GBK_AS_LATIN, UTF8_AS_LATIN
from speechclean.rules.transport.verdict import reread, signs

CHANNELS = (UTF8_AS_LATIN, GBK_AS_LATIN, BIG5_AS_LATIN)

RULE = Rule(
    name="mojibake-western",
    summary=Summary("Chinese that was read in a western encoding", "误读为西文编码的乱码"),
    signs=signs(*CHANNELS),
    find=reread(*CHANNELS),
    examples=(
        Example("乡里的æ˜¥è€•å¤‡è€•å·¥ä½œ正有序推进。", "乡里的春耕备耕工作正有序推进。"),
        Example("Ã¦Â\x98Â¥Ã¨Â\x80Â\x95Ã¥Â¤Â\x87Ã¨Â\x80Â\x95正忙。", "春耕备耕正忙。"),
        Example("乡里的´º¸û±¸¸û¹¤×÷正有序推进。", "乡里的春耕备耕工作正有序推进。"),
        Example.keep("Où êtes-vous allé cet été ? ¡¡¡Qué día, señor Núñez!", why="French and Spanish"),
    ),
)
