"""Cleans each text with the settings that hold for its path, where a configuration has overrides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from speechclean.api import Cleaner
from speechclean.core.errors import ConfigError, SpeechcleanError
from speechclean.core.rule import Rule, Stage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechclean.config import Resolved
    from speechclean.config.override import Override
    from speechclean.core.result import Result
    from speechclean.decisions import Refusal
    from speechclean.settings import Settings


class PathCleaner(Cleaner):
    """As many cleaners as there are settings. Its `stages` are those of all of them, for reports to look rules up in.

    Raises ConfigError where an override names a rule that there is not.
    """

    def __init__(self, resolved: Resolved, refusals: tuple[Refusal, ...] = ()) -> None:
        super().__init__(resolved.settings)
        self._resolved = resolved
        self._refusals = refusals
        self._cleaners: dict[Settings, Cleaner] = {}
        self.decisions = self._of(resolved.settings).decisions
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
        return PathCleaner, (self._resolved, self._refusals)

    def with_refusals(self, refusals: Iterable[Refusal]) -> PathCleaner:
        """The same, but for what is refused besides."""
        return PathCleaner(self._resolved, (*self._refusals, *refusals))

    @property
    def overrides(self) -> tuple[Override, ...]:
        """What gives some files other settings."""
        return self._resolved.overrides

    def chosen(self, path: str | None) -> Cleaner:
        """The cleaner for a path."""
        return self._of(self._resolved.settings_for(path))

    def _of(self, settings: Settings) -> Cleaner:
        if settings not in self._cleaners:
            same = settings.decisions == self.settings.decisions and self._cleaners
            cleaner = Cleaner(settings, self.decisions if same else None)
            self._cleaners[settings] = cleaner if same else with_refusals(cleaner, self._refusals)
        return self._cleaners[settings]


def chosen(cleaner: Cleaner, path: str | None) -> Cleaner:
    """The cleaner for a path; a plain one is that for all."""
    return cleaner.chosen(path) if isinstance(cleaner, PathCleaner) else cleaner


def overrides(cleaner: Cleaner) -> tuple[Override, ...]:
    """The overrides that a cleaner heeds; a plain one has none."""
    return cleaner.overrides if isinstance(cleaner, PathCleaner) else ()


def with_refusals(cleaner: Cleaner, refusals: Iterable[Refusal]) -> Cleaner:
    """A cleaner that does the same, but for what is refused besides."""
    from speechclean.decisions import Decisions

    if isinstance(cleaner, PathCleaner):
        return cleaner.with_refusals(refusals)
    known = cleaner.decisions.refusals if cleaner.decisions else ()
    more = tuple(refusals)
    return Cleaner(cleaner.settings, Decisions((*known, *more))) if more else cleaner


def _all(several: Iterable[tuple[Stage, ...]]) -> tuple[Stage, ...]:
    stages: dict[str, tuple[bool, dict[str, Rule]]] = {}
    for stage in (stage for chosen in several for stage in chosen):
        stages.setdefault(stage.name, (stage.removes, {}))[1].update({rule.name: rule for rule in stage.rules})
    return tuple(Stage(name, tuple(rules.values()), removes) for name, (removes, rules) in stages.items())
