"""What came of the values of a column, one cell each: a result, nothing for a null, or why it could not be cleaned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.errors import SpeechcleanError
from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from speechclean.core.result import Result

    Clean = Callable[[bytes | str], Result]

SHARED = 32
"""Characters of a note's text that are told."""


class Cell(NamedTuple):
    """A value, and what came of it; neither result nor error for a null."""

    value: bytes | str | None
    result: Result | None = None
    error: str = ""

    @property
    def text(self) -> str | None:
        """The clean text; where there is none a text as it came, and null for bytes."""
        if self.result is not None:
            return self.result.text
        return self.value if isinstance(self.value, str) else None

    @property
    def changed(self) -> bool:
        """Whether another value is to be written."""
        return self.text != self.value

    @property
    def status(self) -> str | None:
        """`cleaned`, `unchanged`, `held` or `failed`."""
        return self.result.status if self.result is not None else "failed" if self.error else None

    @property
    def removed_share(self) -> float | None:
        """How much of what is not blank was removed."""
        if self.result is None:
            return None
        return self.result.removed / max(1, len("".join(self.result.before.split())))

    @property
    def notes(self) -> list[str] | None:
        """`kind: text` of each note, rules that broke, and why a value could not be cleaned."""
        if self.result is None:
            return [f"failed: {self.error}"] if self.error else None
        noted = [f"{note.kind}: {note.text[:SHARED]}" for note in self.result.notes]
        return noted + [f"broken: {failure.rule}: {failure.error}" for failure in self.result.failures]

    @property
    def truncated(self) -> bool | None:
        """Whether a part of the author's text is missing."""
        return self.result.truncated if self.result is not None else None

    @property
    def script(self) -> str | None:
        """The script of the text as it came."""
        if self.result is None:
            return None
        from speechclean.rules.script.named import script_of

        return script_of(self.result.before)


def cells(values: Iterable[bytes | str | None], clean: Clean) -> Iterator[Cell]:
    """A cell for each value, in order."""
    for value in values:
        yield Cell(None) if value is None else _cell(value, clean)


def _cell(value: bytes | str, clean: Clean) -> Cell:
    try:
        result = clean(value)
        result.text.encode("utf-8")
    except SpeechcleanError as error:
        return Cell(value, error=str(error))
    except UnicodeEncodeError:
        return Cell(value, error="it holds half of a surrogate pair, which Arrow has no text for")
    return Cell(value, result)
