"""A file that is written in one form and, once it is whole, stands under its name in another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from speechclean.storage.atomic import Whole
from speechclean.storage.compress import require_packing
from speechclean.storage.forms import COLUMNS, named
from speechclean.storage.rows import convert

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    from speechclean.storage.forms import Named


class Draft(Whole):
    """Is written in the form that its records come in; `told` hears how many lines the other form does not hold."""

    def __init__(
        self, path: Path, form: Named, told: Callable[[int], None], *, like: os.stat_result | None = None
    ) -> None:
        super().__init__(path.with_name(f"draft.{path.name}"))
        self._form = form
        self._told = told
        self._whole: Whole | None = None
        self._goes = path
        self._mode = like

    def keep(self, *, seen: os.stat_result | None = None) -> None:
        """Put the records under the name, in the form that it tells. Raises StorageError, OSError."""
        with self.writing():
            self.file.close()
        self._whole = Whole(self._goes, like=self._mode)
        with self._whole.writing():
            lost = convert(Path(self.temporary), self._form, self._whole.file, named(self._goes.name))
        self._whole.keep(seen=seen)
        super().drop()
        if lost:
            self._told(lost)

    def drop(self) -> None:
        """Forget what was written, unless it was kept."""
        super().drop()
        if self._whole:
            self._whole.drop()


def require_form(goes: Named) -> None:
    """Raise StorageError unless such files can be written here."""
    require_packing(goes.packing)
    if goes.form == COLUMNS:
        from speechclean.storage.parquet import require

        require()
