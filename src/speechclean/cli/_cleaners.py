"""Cleans each text with the settings that hold for its path, where a configuration has overrides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from speechclean.api import Cleaner
from speechclean.core.errors import ConfigError, SpeechcleanError
from speechclean.core.rule import Rule, Stage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechclean.config import Resolved
    from speechclean.core.result import Result
    from speechclean.settings import Settings


class PathCleaner(Cleaner):
    """As many cleaners as there are settings. Its `stages` are those of all of them, for reports to look rules up in.

    Raises ConfigError where an override names a rule that there is not.
    """

    def __init__(self, resolved: Resolved) -> None:
        super().__init__(resolved.settings)
        self._resolved = resolved
        self._cleaners: dict[Settings, Cleaner] = {resolved.settings: Cleaner(resolved.settings, self.decisions)}
        for override in resolved.overrides:
            try:
                self._of(resolved.settings_with(override))
            except SpeechcleanError as error:
                raise ConfigError(f"{resolved.file}: override {override.number}: {error}") from None
        self.stages = _all(cleaner.stages for cleaner in self._cleaners.values())

    def __call__(self, data: bytes | str, *, path: str | None = None, record: int | None = None) -> Result:
        """Clean one text with what holds for its path."""
        return self.chosen(path)(data, path=path, record=record)

    def __reduce__(self) -> tuple[type[Cleaner], tuple[Any, ...]]:
        """Another process builds it again from what holds."""
        return PathCleaner, (self._resolved,)

    def chosen(self, path: str | None) -> Cleaner:
        """The cleaner for a path."""
        return self._of(self._resolved.settings_for(path))

    def _of(self, settings: Settings) -> Cleaner:
        if settings not in self._cleaners:
            same = settings.decisions == self.settings.decisions
            self._cleaners[settings] = Cleaner(settings, self.decisions if same else None)
        return self._cleaners[settings]


def chosen(cleaner: Cleaner, path: str | None) -> Cleaner:
    """The cleaner for a path; a plain one is that for all."""
    return cleaner.chosen(path) if isinstance(cleaner, PathCleaner) else cleaner


def _all(several: Iterable[tuple[Stage, ...]]) -> tuple[Stage, ...]:
    stages: dict[str, tuple[bool, dict[str, Rule]]] = {}
    for stage in (stage for chosen in several for stage in chosen):
        stages.setdefault(stage.name, (stage.removes, {}))[1].update({rule.name: rule for rule in stage.rules})
    return tuple(Stage(name, tuple(rules.values()), removes) for name, (removes, rules) in stages.items())
