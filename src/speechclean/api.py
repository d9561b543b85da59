"""Clean a text: bytes or str in, Result out. The only place where decoding, rules and the pipeline meet."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from speechclean.core.newlines import split_newlines
from speechclean.core.receipt import Receipt
from speechclean.core.result import Result
from speechclean.pipeline import Pipeline
from speechclean.rules import stages
from speechclean.rules.selection import select
from speechclean.settings import Settings

if TYPE_CHECKING:
    from speechclean.core.rule import Stage

_DEFAULT = Settings()
_NO_BYTES = Receipt("", "text")


class Cleaner:
    """Cleans many texts with the same settings; callable. Building one costs a few milliseconds, once."""

    def __init__(self, settings: Settings = _DEFAULT) -> None:
        self.settings = settings
        self.stages: tuple[Stage, ...] = select(stages(settings.choices), settings)
        self._pipeline = Pipeline(self.stages, max_removal=settings.max_removal, keep=settings.keep)

    def __call__(self, data: bytes | str) -> Result:
        """Clean bytes in any encoding, or a text. Raises DecodeError for bytes that are no text."""
        if isinstance(data, str):
            decoded, receipt = data, _NO_BYTES
        else:
            from speechclean.decode import decode

            decoded, receipt = decode(data, self.settings.encoding, self.settings.encoding_errors)
        text, newlines = split_newlines(decoded)
        return Result(data, text, receipt, newlines, self._pipeline.run(text))


@lru_cache(maxsize=8)
def cleaner(settings: Settings = _DEFAULT) -> Cleaner:
    """A cleaner for these settings, made once."""
    return Cleaner(settings)


def clean(data: bytes | str, settings: Settings = _DEFAULT) -> Result:
    """Clean one text: bytes in any encoding, or str. For many texts, keep a `Cleaner`."""
    return cleaner(settings)(data)
