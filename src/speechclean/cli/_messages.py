"""What the commands say: results on standard output and nothing else, every word to a person on standard error."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from speechclean.core.errors import StorageError
from speechclean.core.paths import shown
from speechclean.wording import worded

__all__ = ["OutputError", "complain", "flush", "mute", "out", "out_lines", "say", "show_at_once", "shown"]


class OutputError(StorageError):
    """Standard output cannot be written to: the run ends, since nothing it does would arrive."""


def complain(message: str) -> None:
    """One line that says what went wrong; it does not end the run, and a closed standard error does not matter."""
    say(f"speechclean: {message}")


def say(message: str) -> None:
    """A message on standard error, in the reader's language, whatever characters the terminal knows."""
    if sys.stderr is None:
        return
    message = worded(message)
    encoding = sys.stderr.encoding or "utf-8"
    try:
        sys.stderr.write(message.encode(encoding, "backslashreplace").decode(encoding) + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        return


def out(data: bytes) -> None:
    """Bytes on standard output, past any text encoding of the terminal. Raises OutputError, BrokenPipeError."""
    if not data:
        return
    if sys.stdout is None:
        raise OutputError("standard output is closed, so the result has no place to go")
    try:
        written = sys.stdout.buffer.write(data)
        while written < len(data):  # unbuffered (PYTHONUNBUFFERED), the system may take a part and fail at the next
            written += sys.stdout.buffer.write(memoryview(data)[written:])
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"standard output cannot be written to: {error.strerror or error}") from None


def out_lines(text: str) -> None:
    """Text on standard output as UTF-8; what UTF-8 cannot hold is escaped."""
    out(text.encode("utf-8", "backslashreplace"))


def flush() -> None:
    """Let everything that was written to standard output arrive. Raises OutputError, BrokenPipeError."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"standard output cannot be written to: {error.strerror or error}") from None


def show_at_once() -> None:
    """Let a person see what was written so far; a program may wait for more. Raises OutputError, BrokenPipeError."""
    if sys.stdout is not None and sys.stdout.isatty():
        flush()


def mute() -> None:
    """Send what standard output still holds nowhere, so that the interpreter does not complain of it at exit."""
    with suppress(OSError, ValueError):
        if sys.stdout is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
