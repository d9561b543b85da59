"""Takes messages apart by the English template that they fit, and puts them together again by the Chinese one."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from speechclean.core.named import NamedTuple

LONGEST = 2000
DEEPEST = 30
"""A longer line, or one with more messages in messages, is somebody's text and is left alone."""

NUMBER = re.compile(r"\d[\d ,.]*")
_FIELD = re.compile(r"\{(\w+)\}")


class Template(NamedTuple):
    """What stands between the fields of an English message, the fields' names, and the Chinese message."""

    pieces: list[str]
    names: list[str]
    chinese: str

    @property
    def frames(self) -> bool:
        """Whether it has no words of its own, and so fits only where its fields are messages."""
        literal = "".join(self.pieces)
        return literal.lower() == literal.upper()

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


@cache
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
def _begun() -> dict[str, list[tuple[str, str]]]:
    """The templates by their first character."""
    found: dict[str, list[tuple[str, str]]] = {}
    for pair in templates().items():
        found.setdefault(pair[0][0], []).append(pair)
    return found


@cache
def _with_fields(first: str) -> list[Template]:
    """The templates with fields that begin with this character: the longest first, those that only frame others last."""
    split = ((_FIELD.split(english), chinese) for english, chinese in _begun().get(first, ()) if "{" in english)
    found = [Template(parts[::2], parts[1::2], chinese) for parts, chinese in split]
    return sorted(found, key=lambda template: 0 if template.frames else -sum(map(len, template.pieces)))


@lru_cache(1000)
def _known(message: str, depth: int = 0) -> str | None:
    """The message in Chinese; None for one that fits no template."""
    if message in templates() and "{" not in message:
        return templates()[message]
    if depth > DEEPEST or not message:
        return None
    for template in (*_with_fields(message[0]), *_with_fields("{")):
        values = template.values(message)
        told = None if values is None else _told(template, values, depth)
        if told is not None:
            return told
    return None


def _told(template: Template, values: list[str], depth: int) -> str | None:
    """The Chinese message with its fields; None where it would only frame what is no message."""
    fields = {}
    for name, value in zip(template.names, values, strict=True):
        told = _known(value, depth + 1) if name.isupper() else value
        if told is None and template.frames:
            return None
        fields[name] = value if told is None else told
    return _FIELD.sub(lambda field: fields[field[1]], template.chinese)
