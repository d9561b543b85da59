"""speechclean turns crawled Chinese text into the text its author wrote, and accounts for every change."""

from __future__ import annotations

from speechclean import native  # noqa: F401  # first: it may be told to leave all compiled modules alone
from speechclean.api import Cleaner, clean, journal, restore
from speechclean.core.edit import Edit
from speechclean.core.errors import SpeechcleanError
from speechclean.core.note import Note
from speechclean.core.result import Result
from speechclean.settings import Settings

__all__ = ["Cleaner", "Edit", "Note", "Result", "Settings", "SpeechcleanError", "clean", "journal", "restore"]
__version__ = "0.1.0"
