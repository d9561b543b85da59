"""What the shell offers for a value that is half typed: names of rules, files, directories, encodings.

click's own module is imported only when a shell asks: it takes as long as all the rest of a start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    import click
    from click.shell_completion import CompletionItem

ENCODINGS = (
    "big5",
    "big5hkscs",
    "euc_jis_2004",
    "gb18030",
    "hz",
    "shift_jis",
    "utf-16",
    "utf-16-be",
    "utf-16-le",
    "utf-8",
)


def rule_names(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001  # click's signature
    """Rules, families and stages; behind a comma another one."""
    from speechclean.core.choices import Choices
    from speechclean.rules.index import waiting_stages
    from speechclean.rules.selection import known_names

    before, comma, begun = incomplete.rpartition(",")
    given = set(before.split(","))
    names = sorted(name for name in known_names(waiting_stages(Choices())) if name.startswith(begun))
    return _items(before + comma + name for name in names if name not in given)


def files(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001  # the same
    """Files and directories, as the shell completes them itself."""
    return _items([incomplete], "file")


def directories(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001  # the same
    """Directories, as the shell completes them itself."""
    return _items([incomplete], "dir")


def encodings(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001  # the same
    """Encodings that Chinese text comes in."""
    return _items(name for name in ENCODINGS if name.startswith(incomplete.lower()))


def _items(values: Iterable[str], kind: str = "plain") -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(value, type=kind) for value in values]
