"""Configuration files and options, resolved to settings; every error is gathered, then shown."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import NamedTuple

from speechclean.core.errors import ConfigError
from speechclean.settings import Settings

NAMES = ("speechclean.toml", "pyproject.toml")
LISTS = ("select", "extend-select", "ignore", "keep", "rules", "decisions", "glob", "exclude")
FIELDS = {field.name.replace("_", "-"): field for field in dataclasses.fields(Settings)}
RUN_KEYS = {"glob": (), "exclude": (), "output": "cleaned"}
"""Keys that a configuration file may hold beside the settings: they choose files, not what cleaning does."""


class Origin(NamedTuple):
    """A value and where it came from: `default`, a file's path, or `command line`."""

    value: object
    source: str


class Resolved(NamedTuple):
    """What holds for a run."""

    settings: Settings
    origins: dict[str, Origin]
    file: Path | None

    def value(self, key: str) -> object:
        """The value of a key, settings and run keys alike."""
        return self.origins[key].value


def find_file(directory: Path) -> Path | None:
    """The closest `speechclean.toml`, or `pyproject.toml` with a `[tool.speechclean]`, upward from a directory."""
    for folder in (directory, *directory.parents):
        for name in NAMES:
            path = folder / name
            if path.is_file() and (name == NAMES[0] or b"tool.speechclean" in path.read_bytes()):
                return path
    return None


def resolve(typed: dict[str, object], *, file: Path | None = None, isolated: bool = False) -> Resolved:
    """Settings from defaults, the configuration file and what was typed, which wins.

    `typed` holds only what was given, by option name. Without `file` the closest one is read, unless `isolated`.
    Raises ConfigError that lists everything that is wrong.
    """
    found = None if isolated else file or find_file(Path.cwd())
    given = _read(found) if found else {}
    origins = {key: Origin(_default(key), "default") for key in (*FIELDS, *RUN_KEYS)}
    origins |= {key: Origin(value, str(found)) for key, value in given.items()}
    origins |= {key: Origin(value, "command line") for key, value in typed.items()}
    values = {FIELDS[key].name: origin.value for key, origin in origins.items() if key in FIELDS}
    try:
        settings = Settings(**values)  # type: ignore[arg-type]  # each value was checked against its default's type
    except ConfigError as error:
        raise ConfigError(f"{found}: {error}" if given else str(error)) from None
    return Resolved(settings, origins, found)


def _default(key: str) -> object:
    return FIELDS[key].default if key in FIELDS else RUN_KEYS[key]


def _read(path: Path) -> dict[str, object]:
    import tomllib

    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: {error}") from None
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("speechclean", {})
        if not isinstance(table, dict):
            raise ConfigError(f"{path}: tool.speechclean must be a table")
    errors = []
    values: dict[str, object] = {}
    for key, value in table.items():
        problem = _problem(key, value)
        if problem:
            errors.append(f"{path}: {problem}")
        else:
            values[key] = tuple(value) if key in LISTS else value
    for key in ("rules", "decisions"):
        if key in values:
            values[key] = tuple(str(path.parent / name) for name in table[key])
    if errors:
        raise ConfigError("\n".join(errors))
    return values


def _problem(key: str, value: object) -> str | None:
    """What is wrong with a key and its value, or None."""
    known = (*FIELDS, *RUN_KEYS)
    if key not in known:
        from difflib import get_close_matches

        near = get_close_matches(key.replace("_", "-"), known, 1)
        hint = f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(sorted(known))}"
        return f"unknown key {key!r}; {hint}"
    if key in LISTS:
        strings = isinstance(value, list) and all(isinstance(item, str) for item in value)
        return None if strings else f"{key} must be a list of strings"
    default = _default(key)
    if isinstance(default, bool):
        return None if isinstance(value, bool) else f"{key} must be true or false"
    if isinstance(default, float):
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return None if number else f"{key} must be a number"
    return None if isinstance(value, str) else f"{key} must be a string"
