"""`[[override]]`: other settings for the files that some patterns match."""

from __future__ import annotations

import re

from speechclean.config.keys import FIELDS, OVERRIDE, RUN_KEYS, problems, strings
from speechclean.core.glob import glob_expression
from speechclean.core.named import NamedTuple

PATHS = "paths"
"""The key that says for which files an override holds."""


class Override(NamedTuple):
    """The settings of one table, numbered from 1, and what the paths look like that they hold for.

    `expression` matches a path with `/`, relative to the configuration's directory where it lies below it.
    """

    number: int
    paths: tuple[str, ...]
    values: dict[str, object]
    expression: re.Pattern[str]


def problems_of(table: object) -> list[str]:
    """What is wrong with one table."""
    if not isinstance(table, dict):
        return [f"it must be a table: [[{OVERRIDE}]]"]
    settings = {key: value for key, value in table.items() if key not in (PATHS, *RUN_KEYS)}
    found = problems(settings, (PATHS, *FIELDS))
    found += [f"{key} chooses files and cannot differ between them" for key in table if key in RUN_KEYS]
    paths = table.get(PATHS, [])
    if not strings(paths):
        found.append(f"{PATHS} must be a list of strings")
    elif not all(paths) or not paths:
        found.append(f'it holds for no file; say for which: {PATHS} = ["forum/", "*.big5.txt"]')
    elif any(path.startswith("!") for path in paths):
        found.append(f"{PATHS}: a pattern that begins with ! excludes nothing here; a later override can differ")
    return found


def override(number: int, paths: list[str], values: dict[str, object]) -> Override:
    """An override whose table has no problems; `values` are its settings."""
    expression = re.compile("|".join(_expression(path) for path in paths))
    return Override(number, tuple(paths), values, expression)


def _expression(pattern: str) -> str:
    """As in .gitignore: a slash inside ties a pattern to the directory; what matches a directory holds for all below."""
    anchored = "/" in pattern.removesuffix("/")
    expression = glob_expression(pattern.removeprefix("./").strip("/"))
    below = "(?s:/.*)" if pattern.endswith("/") else "(?s:/.*)?"
    return f"(?:{'' if anchored else '(?s:.*/)?'}{expression}{below})"
