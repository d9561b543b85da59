"""Reads the data files that stand beside the code."""

from __future__ import annotations

import os


def rows(module: str, name: str) -> list[str]:
    """The lines of the file `name` in the folder of a module, whose `__file__` is given."""
    return content(module, name).decode().removesuffix("\n").split("\n")  # to read it as text takes three times as long


def content(module: str, name: str) -> bytes:
    """The bytes of that file."""
    with open(os.path.join(os.path.dirname(module), name), "rb") as file:
        return file.read()
