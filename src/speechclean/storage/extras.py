"""Packages that only some users need: what to say when one is missing."""

from __future__ import annotations

from speechclean.core.errors import StorageError


def missing(what: str, package: str, extra: str) -> StorageError:
    """The error that tells how to install what reads `what`."""
    return StorageError(f"{what} needs {package}, which is not installed; pip install 'speechclean[{extra}]'")
