"""Clean a text: bytes or str in, Result out. The only place where decoding, rules and the pipeline meet."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from speechclean.core.newlines import split_newlines
from speechclean.core.receipt import Receipt
from speechclean.core.result import Result
from speechclean.core.rule import Stage
from speechclean.pipeline import Pipeline
from speechclean.rules import stages
from speechclean.rules.selection import known_names, select
from speechclean.settings import Settings

if TYPE_CHECKING:
    from speechclean.rules.custom import Rulebook

_DEFAULT = Settings()
_NO_BYTES = Receipt("", "text")


class Cleaner:
    """Cleans many texts with the same settings; callable. Building one costs a few milliseconds, once."""

    def __init__(self, settings: Settings = _DEFAULT) -> None:
        self.settings = settings
        self._own = _own_rules(settings)
        self.stages: tuple[Stage, ...] = select(
            stages(settings.choices, self._own.stages if self._own else ()), settings
        )
        self._pipelines: dict[frozenset[str], Pipeline] = {}

    def __call__(self, data: bytes | str, *, path: str | None = None) -> Result:
        """Clean bytes in any encoding, or a text; the user's own rules may hold for some paths only.

        Raises DecodeError for bytes that are no text, RuleTimeout when a pattern of the user's runs out of time.
        """
        if isinstance(data, str):
            decoded, receipt = data, _NO_BYTES
        else:
            from speechclean.decode import decode

            decoded, receipt = decode(data, self.settings.encoding, self.settings.encoding_errors)
        text, newlines = split_newlines(decoded)
        return Result(data, text, receipt, newlines, self._pipeline(path).run(text))

    def _pipeline(self, path: str | None) -> Pipeline:
        """The stages without the user's rules that do not hold for this path; made once for each such choice."""
        silent: frozenset[str] = self._own.silent(path) if self._own else frozenset()
        if silent not in self._pipelines:
            held = (
                Stage(stage.name, tuple(rule for rule in stage.rules if rule.name not in silent), stage.removes)
                for stage in self.stages
            )
            settings = self.settings
            self._pipelines[silent] = Pipeline(held, max_removal=settings.max_removal, keep=settings.keep)
        return self._pipelines[silent]


def _own_rules(settings: Settings) -> Rulebook | None:
    """The user's own rules; their room is not entered without any."""
    if not settings.rules:
        return None
    from speechclean.rules.custom import rulebook

    return rulebook(settings.rules, known_names(stages(settings.choices)))


@lru_cache(maxsize=8)
def _cleaner(settings: Settings, written: tuple[int, ...]) -> Cleaner:  # noqa: ARG001  # a key of the cache
    return Cleaner(settings)


def cleaner(settings: Settings = _DEFAULT) -> Cleaner:
    """A cleaner for these settings, made once, and again when a file of the user's rules was written meanwhile."""
    return _cleaner(settings, tuple(Path(rules).stat().st_mtime_ns for rules in settings.rules if Path(rules).exists()))


def clean(data: bytes | str, settings: Settings = _DEFAULT, *, path: str | None = None) -> Result:
    """Clean one text: bytes in any encoding, or str. For many texts, keep a `Cleaner`."""
    return cleaner(settings)(data, path=path)
