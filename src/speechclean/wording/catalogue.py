"""Takes messages apart by the English template that they fit, and puts them together again by the Chinese one."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

LONGEST = 2000
DEEPEST = 50
"""A longer line, or one with more messages in messages, is somebody's text and is left alone."""

NUMBER = re.compile(r"\d[\d ,.]*")
_FIELD = re.compile(r"\{(\w+)\}")


class Template(NamedTuple):
    """What stands between the fields of an English message, the fields' names, and the Chinese message."""

    pieces: list[str]
    names: list[str]
    chinese: str

    def values(self, message: str) -> list[str] | None:
        """What stands in the fields, each as short as it can be; None for another message. In linear time."""
        first, *others, last = self.pieces
        if not (message.startswith(first) and message.endswith(last)):
            return None
        position, end = len(first), len(message) - len(last)
        found = []
        for piece in others:
            at = message.find(piece, position, end)
            if at < 0:
                return None
            found.append(message[position:at])
            position = at + len(piece)
        found.append(message[position : max(position, end)])
        return found if position <= end and self._holds(found) else None

    def _holds(self, found: list[str]) -> bool:
        """Whether the fields may hold this: `n` is a number, and what opens a message is not itself framed by a colon."""
        if not self.pieces[0] and self.names[0].islower() and ": " in found[0]:
            return False
        return all(name != "n" or NUMBER.fullmatch(value) for name, value in zip(self.names, found, strict=True))


class _Catalogue(NamedTuple):
    """Messages without fields; templates by how they begin, longest first; templates that are nothing but signs."""

    plain: dict[str, str]
    begun: dict[str, list[Template]]
    signs: list[Template]


def templates() -> dict[str, str]:
    """The messages in English and in Chinese. A field in capitals is itself a message."""
    text = Path(__file__).with_name("zh.txt").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("## ")]
    return dict(zip(lines[::2], (line[4:] for line in lines[1::2]), strict=True))


def line_in_chinese(line: str) -> str:
    """One line of a message in Chinese, or as it is where it fits no template."""
    message = line.strip()
    known = _known(message) if message and len(message) <= LONGEST else None
    return line if known is None else line.replace(message, known, 1)


@cache
def _catalogue() -> _Catalogue:
    found = _Catalogue({}, {}, [])
    for english, chinese in templates().items():
        parts = _FIELD.split(english)
        if len(parts) == 1:
            found.plain[english] = chinese
            continue
        template = Template(parts[::2], parts[1::2], chinese)
        if re.search("[A-Za-z]", "".join(template.pieces)):
            found.begun.setdefault(template.pieces[0][:1], []).append(template)
        else:
            found.signs.append(template)
    for group in found.begun.values():
        group.sort(key=lambda template: -sum(map(len, template.pieces)))
    return found


@lru_cache(1000)
def _known(message: str, depth: int = 0) -> str | None:
    """The message in Chinese; None for one that fits no template."""
    catalogue = _catalogue()
    if message in catalogue.plain:
        return catalogue.plain[message]
    if depth > DEEPEST:
        return None
    for template in (*catalogue.begun.get(message[:1], ()), *catalogue.begun.get("", ())):
        values = template.values(message)
        if values is not None:
            return _told(template, values, depth, strict=False)
    for template in catalogue.signs:
        values = template.values(message)
        told = values and _told(template, values, depth, strict=True)
        if told:
            return told
    return None


def _told(template: Template, values: list[str], depth: int, *, strict: bool) -> str | None:
    """The Chinese message with its fields; None where a field should be a message and is none, if that is asked."""
    fields = {}
    for name, value in zip(template.names, values, strict=True):
        told = _known(value, depth + 1) if name.isupper() else value
        if told is None and strict:
            return None
        fields[name] = value if told is None else told
    return _FIELD.sub(lambda field: fields[field[1]], template.chinese)
