"""Configuration files and options, resolved to settings; every error is gathered, then shown."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from speechclean.config.file import NAMES, Written, find_file, read
from speechclean.config.keys import FIELDS, LISTS, RUN_KEYS, default
from speechclean.core.named import NamedTuple
from speechclean.core.tables import rows
from speechclean.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from speechclean.config.override import Override

__all__ = ["FIELDS", "LISTS", "NAMES", "RUN_KEYS", "Origin", "Resolved", "find_file", "resolve", "template"]

TYPED = "command line"
"""The source of what was typed, which wins over every file."""


class Origin(NamedTuple):
    """A value and where it came from: `default`, a file's path, that and an override's number, or `command line`."""

    value: object
    source: str


class Resolved(NamedTuple):
    """What holds for a run: `settings` for texts in general, and what overrides make of them for some paths."""

    settings: Settings
    origins: dict[str, Origin]
    file: Path | None
    overrides: tuple[Override, ...] = ()

    def value(self, key: str) -> object:
        """The value of a key, settings and run keys alike."""
        return self.origins[key].value

    def origins_for(self, path: str | None) -> dict[str, Origin]:
        """What holds for a path, and where each value came from; a later override wins over those before it."""
        origins = self.origins
        for override in self._matching(path):
            origins = self._overridden(origins, override)
        return origins

    def settings_for(self, path: str | None) -> Settings:
        """The settings for a text that came from a path; None for one without."""
        return _settings(self.origins_for(path)) if self._matching(path) else self.settings

    def settings_with(self, override: Override) -> Settings:
        """The settings where one override holds and no other."""
        return _settings(self._overridden(self.origins, override))

    def _overridden(self, origins: dict[str, Origin], override: Override) -> dict[str, Origin]:
        source = f"{self.file}, override {override.number}"
        values = {key: Origin(value, source) for key, value in override.values.items()}
        return {key: origin if origin.source == TYPED else values.get(key, origin) for key, origin in origins.items()}

    def _matching(self, path: str | None) -> list[Override]:
        if path is None or self.file is None or not self.overrides:
            return []
        absolute = os.path.abspath(path).replace(os.sep, "/")  # no link is followed
        relative = absolute.removeprefix(f"{self.file.parent.as_posix().rstrip('/')}/")
        return [override for override in self.overrides if override.expression.fullmatch(relative)]


def template(language: str) -> str:
    """A configuration file with every key explained, in English (`en`) or Chinese (`zh`)."""
    return "\n".join(rows(__file__, f"template.{language}.toml")) + "\n"


def resolve(typed: dict[str, object], *, file: Path | None = None, isolated: bool = False) -> Resolved:
    """Settings from defaults, the configuration file and what was typed, which wins.

    `typed` holds only what was given, by option name. Without `file` the closest one is read, unless `isolated`.
    Raises ConfigError that lists everything that is wrong.
    """
    found = None if isolated else file.absolute() if file else find_file(os.getcwd())
    written = read(found) if found else Written({}, ())
    origins = {key: Origin(default(key), "default") for key in (*FIELDS, *RUN_KEYS)}
    origins |= {key: Origin(value, str(found)) for key, value in written.values.items()}
    origins |= {key: Origin(value, TYPED) for key, value in typed.items()}
    return Resolved(_settings(origins), origins, found, written.overrides)


def _settings(origins: Mapping[str, Origin]) -> Settings:
    values = {FIELDS[key]: origin.value for key, origin in origins.items() if key in FIELDS}
    return Settings(**values)  # type: ignore[arg-type]  # each value was checked against its default's type
