"""Paths of documents as people and other programs can read them, whatever bytes they are made of."""

from __future__ import annotations

import os


def shown(path: str) -> str:
    """A path as it can be printed: bytes that are no text, and characters that steer a terminal, are escaped."""
    plain = os.fsencode(path).decode("utf-8", "backslashreplace")
    if plain.isprintable():
        return plain
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" if ord(c) < 256 else f"\\u{ord(c):04x}" for c in plain)


def uri(path: str) -> str:
    """A path as a percent-encoded URI, relative to the working directory unless it leads out of it."""
    from pathlib import Path
    from urllib.parse import quote

    found = Path(path)
    if found.is_absolute() or ".." in found.parts:
        real, here = Path(os.path.realpath(found)), Path(os.path.realpath(Path.cwd()))
        if not real.is_relative_to(here):
            return f"file://{quote(os.fsencode(real.as_posix()))}"
        found = real.relative_to(here)
    return quote(os.fsencode(found.as_posix()))
