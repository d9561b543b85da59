"""Reads files of users' rules; everything that is wrong in all of them is gathered, then said at once."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from speechclean.core.errors import RuleFileError
from speechclean.rules.custom.bodies import BODIES
from speechclean.rules.custom.fields import Fields
from speechclean.rules.custom.spec import Spec

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

STAGE = "custom"
FILE_KEYS = ("rule", "scope", "exclude")
RULE_KEYS = (
    "name",
    "kind",
    "summary",
    "safety",
    "scope",
    "exclude",
    "order",
    "enabled",
    "example",
    "id",
    "group",
    "origin",
)


def load(paths: Iterable[str], taken: Collection[str] = ()) -> tuple[Spec, ...]:
    """The rules of the files, in order; `taken` are the names of built-in rules, families and stages.

    Raises RuleFileError with one line for everything that is wrong.
    """
    errors: list[str] = []
    specs: list[Spec] = []
    for path in paths:
        specs += _file(path, errors)
    errors += _clashes(specs, taken)
    if errors:
        raise RuleFileError("\n".join(errors))
    return tuple(specs)


def _file(path: str, errors: list[str]) -> list[Spec]:
    try:
        table = tomllib.loads(Path(path).read_text(encoding="utf-8-sig"))
    except OSError as error:
        errors.append(f"{path}: {error.strerror or error}")
        return []
    except ValueError as error:
        errors.append(f"{path}: {error}")
        return []
    shared = Fields(table, path, errors)
    shared.refuse_unknown(FILE_KEYS)
    scope, exclude = shared.globs("scope"), shared.globs("exclude")
    tables = shared.tables("rule")
    if not tables and "rule" not in table:
        shared.error("there is no [[rule]] in it")
    specs = []
    for number, own in enumerate(tables, 1):
        name = own.get("name")
        where = f"{path}: rule {number} ({name})" if isinstance(name, str) else f"{path}: rule {number}"
        spec = _rule(Fields({"scope": scope, "exclude": exclude, **own}, where, errors), path)
        specs += [spec] if spec else []
    return specs


def _rule(fields: Fields, path: str) -> Spec | None:
    """The rule of one table, or None where something is wrong with it."""
    before = len(fields.errors)
    kind = fields.one_of("kind", tuple(BODIES))
    if not kind:
        return None
    fields.refuse_unknown((*RULE_KEYS, *BODIES[kind].keys))
    body = BODIES[kind].read(fields)
    spec = Spec(
        name=fields.name(),
        body=body,
        summary=fields.string("summary"),
        safety=fields.safety(),
        scope=fields.scope(),
        order=fields.integer("order", 0),
        enabled=fields.boolean("enabled", default=True),
        examples=tuple(fields.examples()),
        id=fields.string("id"),
        group=fields.string("group"),
        origin=fields.table("origin"),
        file=path,
    )
    return spec if len(fields.errors) == before else None


def _clashes(specs: list[Spec], taken: Collection[str]) -> Iterable[str]:
    seen: dict[str, Spec] = {}
    for spec in specs:
        family = spec.name.partition("-")[0]
        where = f"{spec.file}: rule {spec.name}"
        if spec.name in taken:
            yield f"{where}: this is a built-in name; try {f'our-{spec.name}'!r}"
        elif family in taken and family != STAGE:
            yield f"{where}: names that begin with {family!r} are built-in ones; try {f'our-{spec.name}'!r}"
        elif spec.name in seen:
            yield f"{where}: the name is already in {seen[spec.name].file}; a name means one rule"
        seen.setdefault(spec.name, spec)
