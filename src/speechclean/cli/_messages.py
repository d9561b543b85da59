"""What the commands say on standard error: never on standard output, which is for results alone."""

from __future__ import annotations

import os
import sys


def complain(message: str) -> None:
    """One line that says what went wrong; it does not end the run, and a closed standard error does not matter."""
    say(f"speechclean: {message}")


def say(message: str) -> None:
    """One line on standard error, whatever characters the terminal knows."""
    if sys.stderr is None:
        return
    encoding = sys.stderr.encoding or "utf-8"
    try:
        print(message.encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr, flush=True)
    except (OSError, ValueError):
        return


def shown(path: str) -> str:
    """A path as it can be printed: bytes that are no text in the file system's encoding are escaped."""
    return os.fsencode(path).decode("utf-8", "backslashreplace") if path else path


def out(data: bytes) -> None:
    """Bytes on standard output, past any text encoding of the terminal."""
    stream = sys.stdout.buffer
    stream.write(data)
