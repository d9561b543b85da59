"""The errors that a caller may catch.

SpeechcleanError
├── ConfigError      settings, options or a configuration file do not make sense
│   └── UnknownName  no rule, family or stage is called so
├── DecodeError      bytes are no text, or not in the encoding that was named
│   └── BinaryError  bytes are no text in any encoding
├── PatchError       an edit does not fit the text it is applied to
├── JournalError     a journal does not belong to the text, or is damaged
├── DecisionsError   a file of decisions cannot be read or makes no sense
├── RuleFileError    a file of the user's own rules is wrong
├── RuleTimeout      a pattern of the user's own ran out of time on a text
└── StorageError     a file could not be read or written
"""

from __future__ import annotations


def reason(error: Exception) -> str:
    """What went wrong with something that was read, in words for a person: some of Python's own help nobody."""
    if isinstance(error, UnicodeDecodeError):
        byte = error.object[error.start]
        return f"it is not UTF-8: byte {byte:02X} at offset {error.start} (`speechclean detect` tells what it is)"
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return str(error)


class SpeechcleanError(Exception):
    """Whatever speechclean refuses to do; the message says what happened, where, and what to do."""


class ConfigError(SpeechcleanError):
    """Settings, options or a configuration file do not make sense."""


class UnknownName(ConfigError):  # noqa: N818  # it is named for what was found
    """No rule, family or stage is called so; `told` has each name with what is to be said of it."""

    def __init__(self, told: dict[str, str]) -> None:
        super().__init__("\n".join(told.values()))
        self.told = told

    def __reduce__(self) -> tuple[type[UnknownName], tuple[dict[str, str]]]:
        """What workers send."""
        return UnknownName, (self.told,)


class DecodeError(SpeechcleanError):
    """Bytes are no text, or not in the encoding that was named."""


class BinaryError(DecodeError):
    """Bytes are no text in any encoding."""


class PatchError(SpeechcleanError):
    """An edit does not fit the text it is applied to."""


class JournalError(SpeechcleanError):
    """A journal does not belong to the text, or is damaged."""


class DecisionsError(SpeechcleanError):
    """A file of decisions cannot be read or makes no sense."""


class RuleFileError(SpeechcleanError):
    """A file of the user's own rules is wrong."""


class RuleTimeout(SpeechcleanError):  # noqa: N818  # it is named for what happened, like TimeoutError's subclasses
    """A pattern of the user's own ran out of time on a text; the text is not cleaned at all, rather than by chance."""


class StorageError(SpeechcleanError):
    """A file could not be read or written."""
