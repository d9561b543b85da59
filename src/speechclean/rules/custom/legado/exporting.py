"""Turns rules of ours into entries of a pack of Legado 3; what was imported goes back as it came."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple
from speechclean.rules.custom import literals
from speechclean.rules.custom.engine import compiled
from speechclean.rules.custom.legado.escapes import UntranslatableError
from speechclean.rules.custom.legado.importing import FAMILY, content_hash, scope_of, translated
from speechclean.rules.custom.legado.javanese import java_pattern, java_replacement
from speechclean.rules.custom.legado.records import LegadoRule
from speechclean.rules.custom.spec import Between, Body, Line, Literal, Spec, Substitute

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Exported(NamedTuple):
    """A rule and its entry; `remark` says what the entry does not."""

    spec: Spec
    entry: dict[str, object]
    remark: str = ""


class Refused(NamedTuple):
    """A rule that Legado cannot have, and why."""

    spec: Spec
    why: str


def exported(specs: Iterable[Spec]) -> Iterator[Exported | Refused]:
    """What each rule is in a pack."""
    for spec in specs:
        rule = _as_it_came(spec)
        try:
            yield Exported(spec, _entry(rule)) if rule else _made(spec)
        except UntranslatableError as why:
            yield Refused(spec, str(why))


def _as_it_came(spec: Spec) -> LegadoRule | None:
    """The imported rule, unless what it does was changed since."""
    origin = dict(spec.origin)
    if origin.get("format") != FAMILY:
        return None
    ours = (spec.body.pattern, spec.body.replace) if isinstance(spec.body, Substitute) else ("", "")
    fields = {"pattern": ours[0], "replacement": ours[1], "name": "", **origin}
    known = {key: value for key, value in fields.items() if key in LegadoRule.__dataclass_fields__}
    rule = LegadoRule(**known, group=spec.group, enabled=spec.enabled)  # type: ignore[arg-type]  # checked by what follows
    try:
        again = translated(rule)
    except (UntranslatableError, TypeError, AttributeError, ValueError):
        return None
    return rule if (again.body, again.scope) == (spec.body, spec.scope) else None


def _made(spec: Spec) -> Exported:
    """An entry for a rule that was written for us."""
    origin = {key: value for key, value in spec.origin if key in ("scope", "exclude") and isinstance(value, str)}
    kept = spec.scope == scope_of(origin.get("scope", ""), origin.get("exclude", ""))
    rule = replace(
        _content(spec.body),
        name=spec.summary or spec.name,
        group=spec.group,
        enabled=spec.enabled and kept,
        order=spec.order,
        scope=origin.get("scope", "") if kept else "",
        exclude=origin.get("exclude", "") if kept else "",
    )
    remark = "" if kept else "its paths mean nothing to Legado, so it is switched off; give it a scope there"
    return Exported(spec, _entry(rule), remark)


def _content(body: Body) -> LegadoRule:
    """A rule that does the same."""
    match body:
        case Literal(texts=(text,), exact=True):
            return LegadoRule("", text, is_regex=False)
        case Literal(texts=texts, exact=exact):
            return LegadoRule("", java_pattern(literals.any_of(texts, exact=exact).source))
        case Between(ends=True):
            start, end = (literals.expression(text, exact=body.exact) for text in (body.start, body.end))
            return LegadoRule("", java_pattern(rf"{start}(?:(?!{start}|{end})[\s\S]){{0,{body.longest}}}{end}"))
        case Line(contains=(), matches=pattern):
            return LegadoRule("", java_pattern(rf"(?m)^[ \t\u00a0\u3000]*(?:{pattern})[ \t\u00a0\u3000]*$\n?"))
        case Substitute(pattern=pattern, replace=new, flags=flags):
            made = java_pattern(f"(?{flags}){pattern}" if flags else pattern)
            return LegadoRule("", made, java_replacement(new, compiled(pattern, flags)))
    raise UntranslatableError("Legado knows no rule of this kind; write it as a regex")


def _entry(rule: LegadoRule) -> dict[str, object]:
    return {
        "id": rule.id or int(content_hash(rule)[:12], 16),
        "name": rule.name,
        "group": rule.group or None,
        "pattern": rule.pattern,
        "replacement": rule.replacement,
        "scope": rule.scope or None,
        "scopeTitle": rule.title,
        "scopeContent": rule.content,
        "excludeScope": rule.exclude or None,
        "isEnabled": rule.enabled,
        "isRegex": rule.is_regex,
        "timeoutMillisecond": rule.timeout,
        "order": rule.order,
    }
