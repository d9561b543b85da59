"""Which rules hold: by safety, and by the names that the user selects or ignores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.choices import Choices
from speechclean.core.errors import UnknownName
from speechclean.core.rule import Rule, Safety, Stage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechclean.settings import Settings


def select(stages: Iterable[Stage], settings: Settings) -> tuple[Stage, ...]:
    """The stages with the rules that the settings ask for; stages without rules are left out.

    A name is a rule (or its alias), a family, a stage, or `all`. Raises UnknownName for a name that is none of these.
    """
    stages = tuple(stages)
    check_names(stages, (*settings.select, *settings.extend_select, *settings.ignore))
    chosen = (
        Stage(stage.name, tuple(rule for rule in stage.rules if _holds(rule, stage, settings)), stage.removes)
        for stage in stages
    )
    return tuple(stage for stage in chosen if stage.rules)


def check_names(stages: Iterable[Stage], names: Iterable[str]) -> None:
    """Raise UnknownName, with a suggestion, for names that mean no rule, family or stage."""
    known = known_names(stages)
    told = {}
    for name in names:
        if name not in known and name not in _ever_known():
            from difflib import get_close_matches

            near = get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]!r}?" if near else "`speechclean rules` lists them"
            told[name] = f"no rule, family or stage is called {name!r}; {hint}"
    if told:
        raise UnknownName(told)


def _ever_known() -> set[str]:
    """The names of all built-in rules, those too that the choices leave out (`--to keep` has no conversion)."""
    from speechclean import rules

    return known_names(rules.stages(Choices()))


def known_names(stages: Iterable[Stage]) -> set[str]:
    """Every name that means something: rules, their aliases, families, stages and `all`."""
    return {"all"} | {name for stage in stages for rule in stage.rules for name in _names(rule, stage)}


def _names(rule: Rule, stage: Stage) -> tuple[str, ...]:
    return (rule.name, rule.family, stage.name, "all", *rule.aliases)


def _holds(rule: Rule, stage: Stage, settings: Settings) -> bool:
    names = set(_names(rule, stage))
    if not names.isdisjoint(settings.ignore):
        return False
    own = {rule.name, *rule.aliases}
    if not names.isdisjoint(settings.extend_select) or not own.isdisjoint(settings.select):
        return True
    trusted = rule.safety is Safety.SAFE or settings.unsafe
    return trusted and (not settings.select or not names.isdisjoint(settings.select))
