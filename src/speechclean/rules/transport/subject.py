"""Text that shows mojibake on purpose: then it is no damage but the matter that is spoken of."""

from __future__ import annotations

from speechclean.core.pattern import Pattern

NEAR = 200
"""How far on either side words on encodings count, in characters; not beyond the lines before and behind."""
SUBJECT = Pattern(
    r"乱码|亂碼|编码|編碼|解码|解碼|转码|轉碼|字符集|字元集|[“‘「『]锟斤拷|锟斤拷[”’」』]"
    r"|(?ai:\bmojibake\b|\bgbk\b|\bgb ?18030\b|\bgb ?2312\b|\bbig-?5\b"
    r"|(?<!encoding=)(?<!encoding=.)(?<!charset=)(?<!charset=.)\butf-?8\b|\blatin-?1\b|\biso-?8859|\bcp-?1252\b|\bgetbytes\b|\bencodings?\b(?!=))",
    first="乱亂编編解转轉字锟“‘「『MmGgBbUuLlIiCcEe",
)


def is_subject(text: str, start: int, end: int) -> bool:
    """Whether the line of `text[start:end]`, or the one before or behind it, speaks of encodings."""
    return SUBJECT.search(_before(text, start) + "\n" + _behind(text, end)) is not None


def _before(text: str, start: int) -> str:
    """The line up to a place and the line before it."""
    return "\n".join(text[max(0, start - NEAR) : start].split("\n")[-2:])


def _behind(text: str, end: int) -> str:
    """The rest of the line from a place and the line behind it."""
    return "\n".join(text[end : end + NEAR].split("\n")[:2])
