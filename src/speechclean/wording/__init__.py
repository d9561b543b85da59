"""Messages in the reader's language, translated where they are shown.

Messages are written in English where they arise, by us, by click or by the system. `zh.txt` holds their templates with
the Chinese ones. English costs nothing.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("en", "zh")
_LANGUAGE = ContextVar("language", default="en")


def speak(language: str) -> None:
    """Choose the language of the messages that are shown from now on."""
    _LANGUAGE.set(language)


def language() -> str:
    """The language that was chosen."""
    return _LANGUAGE.get()


def language_of(environment: Mapping[str, str]) -> str:
    """The language that the environment asks for, as POSIX has it: the first of three variables that says anything."""
    said = next(filter(None, map(environment.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "zh" if said.lower().startswith("zh") else "en"


def worded(message: str) -> str:
    """A message, line by line, in the language that was chosen; what nobody has translated stays as it is."""
    if _LANGUAGE.get() == "en":
        return message
    from speechclean.wording.catalogue import line_in_chinese

    return "\n".join(map(line_in_chinese, message.split("\n")))
