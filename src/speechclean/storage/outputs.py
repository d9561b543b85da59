"""Which directories earlier runs wrote: they left a manifest for each, named by where it lies."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

HOME = ".speechclean"
"""The directory with what runs leave behind: beside the configuration, or in the working directory."""
FOLDER = f"{HOME}/manifest"
"""Where manifests are kept there. Outputs stay as they are."""


class Outputs:
    """The outputs of which the directories tell that hold a HOME."""

    def __init__(self, folders: Iterable[str]) -> None:
        self._names: set[str] = set()
        for folder in folders:
            self.learn(folder)

    def learn(self, folder: str) -> None:
        """Take in what the HOME in a directory tells, if there is one."""
        with suppress(OSError):
            self._names.update(os.listdir(os.path.join(folder, FOLDER)))  # noqa: PTH118, PTH208  # hot

    def hold(self, directory: str) -> bool:
        """Whether an earlier run wrote this directory, given by its real path."""
        if not self._names:
            return False
        from speechclean.storage.manifest import name

        return name(directory) in self._names
