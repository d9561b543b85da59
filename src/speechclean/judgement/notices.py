"""Evidence from the words of a notice right beside a span: its contact block, the person whose number it is."""

from __future__ import annotations

from speechclean.core.pattern import Pattern
from speechclean.judgement.span import Evidence
from speechclean.judgement.windows import BESIDE

BLOCK = Pattern(
    r"联系人|联络人|聯絡人|地\s*址|邮编|邮箱|传真|報名|报名|电\s*话[:：]|電話[:：]|时\s*间[:：]|地\s*点[:：]",
    first="地电时",
    heads="联系络 聯絡 邮编箱 传真 報名 报名 電話",
)
PERSON, NEAR = Pattern("联系人|联络人|聯絡人|负责人|負責人|咨询人|值班", heads="联系络 聯絡 负责 負責 咨询 值班"), 12
"""Who stands so near before a number has it for the author's readers."""


def of_notice(text: str, start: int, end: int, *, is_line: bool) -> list[Evidence]:
    """The evidence beside `text[start:end]`, which may fill its line."""
    if is_line and (block := BLOCK.search(text[max(0, start - BESIDE) : start] + text[end : end + BESIDE])):
        return [Evidence("a contact block around it", -2.5, block[0])]
    if person := PERSON.search(text, max(0, start - NEAR), start):
        return [Evidence("whose number it is", -3.0, person[0])]
    return []
