"""Reads files of users' rules; everything that is wrong in all of them is gathered, then said at once."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from speechclean.core.errors import RuleFileError, reason
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
    reader = _Reader(taken)
    for path in dict.fromkeys(paths):
        reader.read(path)
    if reader.errors:
        raise RuleFileError("\n".join(reader.errors))
    return tuple(reader.specs)


class _Reader:
    """What was read so far, and what is wrong with it."""

    def __init__(self, taken: Collection[str]) -> None:
        self.specs: list[Spec] = []
        self.errors: list[str] = []
        self._taken = taken
        self._seen: dict[str, str] = {}

    def read(self, path: str) -> None:
        """Read one file."""
        try:
            table = tomllib.loads(Path(path).read_text(encoding="utf-8-sig"))
        except (OSError, ValueError, RecursionError) as error:
            self.errors.append(f"{path}: {reason(error)}")
        else:
            self._file(path, table)

    def _file(self, path: str, table: dict[str, object]) -> None:
        shared = Fields(table, path, self.errors)
        shared.refuse_unknown(FILE_KEYS)
        scopes: dict[str, object] = {"scope": shared.strings("scope"), "exclude": shared.strings("exclude")}
        if "rule" not in table:
            shared.error("there is no [[rule]] in it")
        for number, own in enumerate(shared.tables("rule"), 1):
            name = own.get("name")
            where = f"{path}: rule {number} ({name})" if isinstance(name, str) else f"{path}: rule {number}"
            fields = Fields({**scopes, **own}, where, self.errors)
            spec = _rule(fields, path)
            if isinstance(name, str):
                self._check_clash(name, path, fields)
            if spec:
                self.specs.append(spec)

    def _check_clash(self, name: str, path: str, fields: Fields) -> None:
        family = name.partition("-")[0]
        if name in self._taken:
            fields.error(f"this is a built-in name; try {f'our-{name}'!r}")
        elif family in self._taken and family != STAGE:
            fields.error(f"names that begin with {family!r} are built-in ones; try {f'our-{name}'!r}")
        elif name in self._seen:
            fields.error(f"the name is already in {self._seen[name]}; a name means one rule")
        self._seen.setdefault(name, path)


def _rule(fields: Fields, path: str) -> Spec | None:
    """The rule of one table, or None where something is wrong with it."""
    before = len(fields.errors)
    kind = fields.one_of("kind", tuple(BODIES))
    if not kind:
        fields.refuse_unknown((*RULE_KEYS, *dict.fromkeys(key for body in BODIES.values() for key in body.keys)))
        fields.name()
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
