"""The options that several commands share, each written once."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, TypeVar

import click

from speechclean import config
from speechclean.cli import _complete
from speechclean.core.errors import ConfigError, SpeechcleanError, UnknownName, reason
from speechclean.core.paths import shown
from speechclean.settings import GAPS, SCRIPTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from speechclean.api import Cleaner

Command = TypeVar("Command", bound="Callable[..., Any]")
NAMES = ("select", "extend-select", "ignore")
"""The keys that hold names of rules."""


class FilePath(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.5 on
    """A path on the command line, which click looks at; it and the module of paths are loaded when one is given."""

    def __init__(self, *, dir_okay: bool = True) -> None:
        self.name = "path" if dir_okay else "file"
        self._dir_okay = dir_okay

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path."""
        from pathlib import Path

        return Path(os.fsdecode(self._path.convert(value, param, ctx)))

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[click.shell_completion.CompletionItem]:
        """Leaves it to the shell."""
        return self._path.shell_complete(ctx, param, incomplete)

    @property
    def _path(self) -> click.Path:
        return click.Path(dir_okay=self._dir_okay)


_FILE = FilePath(dir_okay=False)

RULES = click.option(
    "--rules", type=_FILE, multiple=True, help="A file of your own rules (docs/writing-rules.md); repeatable."
)
PATHS = (click.argument("paths", nargs=-1, metavar="[PATH]…", shell_complete=_complete.files),)
CLEANING = (
    click.option("--to", type=click.Choice(SCRIPTS), help="The script to write; keep: as it is.  [default: hans]"),
    click.option("--idioms", is_flag=True, default=None, help="Convert regional words too (軟體 → 软件)."),
    click.option(
        "--encoding",
        metavar="NAME",
        shell_complete=_complete.encodings,
        help="Read bytes as this encoding; default: detect it.",
    ),
    click.option(
        "--encoding-errors",
        type=click.Choice(("keep", "fail")),
        help="Undecodable bytes: keep them on record (the text has U+FFFD), or fail the file.  [default: keep]",
    ),
    click.option("--gaps", type=click.Choice(GAPS), help="What stays where a site cut the text.  [default: break]"),
    click.option(
        "--select",
        metavar="NAME,…",
        multiple=True,
        shell_complete=_complete.rule_names,
        help="Only these rules, families or stages.",
    ),
    click.option(
        "--extend-select",
        metavar="NAME,…",
        multiple=True,
        shell_complete=_complete.rule_names,
        help="These too, unsafe ones included.",
    ),
    click.option(
        "--ignore",
        metavar="NAME,…",
        multiple=True,
        shell_complete=_complete.rule_names,
        help="Not these; `all` leaves decoding alone.",
    ),
    click.option("--unsafe", is_flag=True, default=None, help="Unsafe rules too: they may take an author's words."),
    RULES,
    click.option(
        "--decisions", type=_FILE, multiple=True, help="A file of refused changes (docs/review.md); repeatable."
    ),
    click.option(
        "--keep", type=_FILE, multiple=True, help="A file of strings that are never touched, one a line; repeatable."
    ),
    click.option(
        "--max-removal", type=click.FloatRange(0, 1), help="Hold a text that would lose more.  [default: 0.5]"
    ),
)
CONFIGURATION = (
    click.option("--config", "config_file", type=_FILE, help="Read this configuration file."),
    click.option("--isolated", is_flag=True, help="Read no configuration file."),
)
FILES = (
    click.option(
        "--glob", multiple=True, metavar="GLOB", help="Which files of a directory; repeatable.  [default: *.txt]"
    ),
    click.option("--exclude", multiple=True, metavar="GLOB", help="Skip these; repeatable."),
    click.option("--files-from", type=click.File("rb"), help="Read paths from a file, one a line; `-`: stdin."),
    click.option("-0", "null", is_flag=True, help="Paths of --files-from end in NUL."),
)
FIELDS = (
    click.option(
        "--field", metavar="NAME,…", multiple=True, help="The input holds records; read these fields.  [default: text]"
    ),
)
JOBS = (
    click.option(
        "--jobs", type=click.IntRange(min=1), metavar="N", help="Processes to use.  [default: the cores, once it pays]"
    ),
)
VOLUME = (
    click.option("-q", "--quiet", is_flag=True, help="Only errors."),
    click.option("-v", "--verbose", count=True, help="Say more."),
)


def options(*groups: tuple[Callable[[Command], Command], ...]) -> Callable[[Command], Command]:
    """A decorator that adds groups of options, in order."""

    def add(command: Command) -> Command:
        for group in reversed(groups):
            for option in reversed(group):
                command = option(command)
        return command

    return add


def resolve(given: dict[str, Any]) -> config.Resolved:
    """The settings for a run from a command's parameters. Raises click.UsageError with everything that is wrong."""
    typed = {key.replace("_", "-"): value for key, value in given.items() if value is not None and value != ()}
    typed = {key: value for key, value in typed.items() if key in config.FIELDS or key in config.RUN_KEYS}
    try:
        for key in NAMES:
            if key in typed:
                typed[key] = names(typed[key])
        for key in ("rules", "decisions"):
            if key in typed:
                typed[key] = tuple(map(str, given[key]))
        if "keep" in typed:
            typed["keep"] = tuple(string for path in given["keep"] for string in _strings(path))
        return config.resolve(typed, file=given.get("config_file"), isolated=bool(given.get("isolated")))
    except SpeechcleanError as error:
        raise click.UsageError(str(error)) from None


def cleaner(resolved: config.Resolved, *, by_path: bool = True) -> Cleaner:
    """The cleaner for the settings, and for those of each path. Raises click.UsageError for a rule that there is not."""
    from speechclean.api import Cleaner

    try:
        if resolved.overrides and by_path:
            from speechclean.cli._cleaners import PathCleaner

            return PathCleaner(resolved)
        return Cleaner(resolved.settings)
    except UnknownName as error:
        lines = (f"{_place(name, resolved)}{told}" for name, told in error.told.items())
        raise click.UsageError("\n".join(lines)) from None
    except SpeechcleanError as error:
        raise click.UsageError(str(error)) from None


def _place(name: str, resolved: config.Resolved) -> str:
    """The file and the key in which a name of a rule was written; nothing for one that was typed."""
    for key in NAMES:
        origin = resolved.origins[key]
        if isinstance(origin.value, tuple) and name in origin.value and origin.source != config.TYPED:
            return f"{origin.source}: {key}: "
    return ""


def names(typed: Iterable[str]) -> tuple[str, ...]:
    """The names in the values of an option that takes several, with commas or by itself."""
    return tuple(name.strip() for value in typed for name in value.split(",") if name.strip())


def _strings(path: Path) -> tuple[str, ...]:
    try:
        with path.open(encoding="utf-8-sig") as file:  # its lines end as those of a text do, at nothing else
            lines = [line.strip() for line in file]
    except (OSError, ValueError) as error:
        raise ConfigError(f"--keep {shown(str(path))}: {reason(error)}") from None
    return tuple(filter(None, lines))
