"""What a user should know of a rule that was translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.errors import RuleFileError, RuleTimeout
from speechclean.rules.custom.hostile import nested
from speechclean.rules.custom.kinds import rule as made_of
from speechclean.rules.custom.legado.records import TIMEOUT
from speechclean.rules.custom.spec import Substitute
from speechclean.rules.custom.trial import outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.rules.custom.legado.records import LegadoRule
    from speechclean.rules.custom.spec import Spec


def remarks(rule: LegadoRule, spec: Spec) -> Iterator[str]:
    """What differs from the rule of the pack, and what may surprise."""
    if not rule.enabled:
        yield "switched off, as in the pack"
    yield from _of_scope(rule, spec)
    if rule.title:
        yield "in the text only, not in titles"
    if rule.timeout != TIMEOUT:
        yield f"its time limit of {rule.timeout} ms gives way to ours"
    if not isinstance(spec.body, Substitute):
        return
    if not _rests(spec, spec.body.replace):
        yield "it changes its own result again and again, so it will break where it finds something"
    if rule.is_regex and spec.body.pattern != rule.pattern:
        yield "its pattern was rewritten"
    if nested(spec.body.pattern):
        yield "a repetition inside a repetition may take long; see `speechclean rules lint`"


def _of_scope(rule: LegadoRule, spec: Spec) -> Iterator[str]:
    """Where it holds: each name stands in two globs."""
    names, others = (
        ", ".join(glob.strip("*") for glob in globs[::2]) for globs in (spec.scope.globs, spec.scope.excludes)
    )
    if names:
        yield f"only where a path holds {names}"
    elif rule.scope.strip():
        yield "its scope names nothing"
    if others:
        yield f"not where a path holds {others}"


def _rests(spec: Spec, text: str) -> bool:
    """Whether a rule comes to rest on what it puts in."""
    try:
        outcome(made_of(spec), text)
    except RuleFileError:
        return False
    except RuleTimeout:
        return True
    return True
