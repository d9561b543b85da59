"""The user's own rules: read from files, scoped by the paths of documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from speechclean.core.rule import Rule, Stage
from speechclean.rules.custom.kinds import rule
from speechclean.rules.custom.load import STAGE, load

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from speechclean.rules.custom.spec import Scope, Spec


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules of some files as stages, one for each `order`, and the scopes of those that have one.

    `early` are those of a negative order: they run before the built-in removals.
    """

    stages: tuple[Stage, ...] = ()
    early: tuple[Stage, ...] = ()
    scopes: tuple[tuple[str, Scope], ...] = ()

    @property
    def triggers(self) -> frozenset[str]:
        """The triggers of all rules."""
        return frozenset(word for stage in self.early + self.stages for rule in stage.rules for word in rule.triggers)

    def silent(self, path: str | None) -> frozenset[str]:
        """The names of the rules that a document at this path is not meant by."""
        return frozenset(name for name, scope in self.scopes if not scope.covers(path))


def rulebook(paths: Iterable[str], taken: Collection[str] = ()) -> Rulebook:
    """Read the files. Raises RuleFileError with everything that is wrong in them."""
    specs = [spec for spec in load(paths, taken) if spec.enabled]
    return Rulebook(
        in_order(spec for spec in specs if spec.order >= 0),
        in_order(spec for spec in specs if spec.order < 0),
        tuple((spec.name, spec.scope) for spec in specs if spec.scope.globs or spec.scope.excludes),
    )


def in_order(specs: Iterable[Spec]) -> tuple[Stage, ...]:
    """The rules as stages, one for each `order`."""
    by_order: dict[int, list[Rule]] = {}
    for spec in specs:
        by_order.setdefault(spec.order, []).append(rule(spec))
    return tuple(Stage(STAGE, tuple(rules), removes=True) for _, rules in sorted(by_order.items()))
