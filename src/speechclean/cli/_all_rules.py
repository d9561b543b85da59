"""The built-in rules and the user's own, those too that are switched off, as `speechclean rules` shows them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from speechclean.cli import _options
from speechclean.core.choices import Choices
from speechclean.core.errors import SpeechcleanError
from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.rule import Stage
    from speechclean.rules.custom.spec import Spec


class AllRules(NamedTuple):
    """Every rule in the order in which the stages run, and what the files say of the user's own."""

    stages: tuple[Stage, ...]
    own: dict[str, Spec]

    @property
    def off(self) -> frozenset[str]:
        """The names of the user's rules that are switched off in their file."""
        return frozenset(name for name, spec in self.own.items() if not spec.enabled)

    def source_lines(self, name: str) -> Iterator[str]:
        """Where a rule of the user's own is from, and what it says there."""
        if name in self.own:
            from speechclean.rules.custom.write import toml

            spec = self.own[name]
            yield ""
            yield f"  {spec.file}:"
            yield from (f"    {line}" for line in toml([replace(spec, examples=())]).splitlines())


def all_rules(given: dict[str, Any]) -> AllRules:
    """The rules for what was typed and configured. Raises click.UsageError with everything that is wrong."""
    from speechclean.rules import stages

    paths = _options.resolve(given).settings.rules
    if not paths:
        return AllRules(stages(Choices()), {})
    from speechclean.rules.custom import in_order
    from speechclean.rules.custom.load import load
    from speechclean.rules.selection import known_names

    try:
        specs = load(paths, known_names(stages(Choices())))
    except SpeechcleanError as error:
        raise click.UsageError(str(error)) from None
    late, early = (in_order(spec for spec in specs if (spec.order < 0) is first) for first in (False, True))
    return AllRules(stages(Choices(), late, early), {spec.name: spec for spec in specs})
