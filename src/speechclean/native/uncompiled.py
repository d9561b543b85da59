"""Finds the sources of modules, where they stand compiled beside them, too."""

from __future__ import annotations

import sys
from importlib.util import spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

PACKAGE = "speechclean."


class Sources:
    """A finder of the package's modules that sees nothing but `.py` files."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None, _: ModuleType | None = None) -> ModuleSpec | None:
        """Where a module's source is; None for modules of others."""
        if not name.startswith(PACKAGE):
            return None
        last = name.rpartition(".")[2]
        for room in map(Path, path or ()):
            package, module = room / last / "__init__.py", room / f"{last}.py"
            if package.exists():
                return spec_from_file_location(name, package, submodule_search_locations=[str(room / last)])
            if module.exists():
                return spec_from_file_location(name, module)
        return None


def use_sources() -> None:
    """Import the package's modules from their sources from now on, in this process."""
    sys.meta_path.insert(0, Sources)
