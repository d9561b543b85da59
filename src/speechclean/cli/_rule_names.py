"""Which rules of a journal a name means: a rule, also by an old or a new name, a family, a stage, or `all`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from speechclean.cli._messages import shown
from speechclean.core.choices import Choices
from speechclean.rules.index import waiting_stages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Journaled = Callable[[], Iterable[tuple[str, str]]]


class RuleNames:
    """Names that were typed. `journaled` gives (stage, rule) of a journal; it is asked for names unknown otherwise."""

    def __init__(self, typed: tuple[str, ...], journaled: Journaled) -> None:
        self._typed = frozenset(typed)
        self._titles: dict[str, frozenset[str]] = {}
        for stage in waiting_stages(Choices()):
            for rule in stage.rules:
                titles = frozenset((rule.name, rule.family, stage.name, *rule.aliases))
                self._titles |= dict.fromkeys((rule.name, *rule.aliases), titles)
        unknown = self._typed - {"all"}.union(*self._titles.values())
        if unknown:
            self._check(unknown, journaled())

    def wanted(self, stage: str, rule: str) -> bool:
        """Whether one of the names means this rule of this stage."""
        return not self._typed.isdisjoint(self._all(stage, rule))

    def _all(self, stage: str, rule: str) -> frozenset[str]:
        own = {"all", rule, rule.partition("-")[0], stage}
        return self._titles.get(rule, frozenset()) | own

    def _check(self, unknown: Iterable[str], journaled: Iterable[tuple[str, str]]) -> None:
        known = {name for stage, rule in journaled for name in self._all(stage, rule)}.union(*self._titles.values())
        for name in sorted(unknown):
            if name not in known:
                from difflib import get_close_matches

                near = get_close_matches(name, known, 1)
                hint = f"did you mean {near[0]!r}?" if near else "`restore --list` tells what there is"
                raise click.UsageError(f"no rule, family or stage is called {shown(name)!r}; {hint}")
