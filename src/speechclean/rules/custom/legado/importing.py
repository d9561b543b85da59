"""Turns a pack into rules of ours: unsafe, scoped, in its order, each named by what it does."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from speechclean.core.named import NamedTuple
from speechclean.core.rule import Safety
from speechclean.rules.custom.engine import compiled
from speechclean.rules.custom.hostile import refused
from speechclean.rules.custom.legado import patterns, replacements
from speechclean.rules.custom.legado.escapes import UntranslatableError, quoted
from speechclean.rules.custom.legado.records import FIRST, LegadoRule, Wrong
from speechclean.rules.custom.legado.remarks import remarks
from speechclean.rules.custom.spec import Body, Literal, Scope, Spec, Substitute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.rules.custom.legado.records import Pack

FAMILY = "legado"
LONGEST = 16
"""Characters of a rule's title in its name."""
SEPARATOR = re.compile(r"[,;，；\n]+")
SPECIAL = re.compile(r"[*?\[\]\\]")


class Taken(NamedTuple):
    """A rule of the pack that was translated, and what is to be known of it."""

    number: int
    spec: Spec
    remarks: tuple[str, ...]


class Left(NamedTuple):
    """A rule of the pack that was not, and why; `twice` when it is there already."""

    number: int
    name: str
    entry: object
    why: str
    twice: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of each rule, in the order of the file."""

    outcomes: tuple[Taken | Left, ...]

    @property
    def taken(self) -> tuple[Taken, ...]:
        """What was translated, in the order in which it runs."""
        found = (outcome for outcome in self.outcomes if isinstance(outcome, Taken))
        return tuple(sorted(found, key=lambda taken: taken.spec.order))

    @property
    def left(self) -> tuple[Left, ...]:
        """What was not."""
        return tuple(outcome for outcome in self.outcomes if isinstance(outcome, Left))


def imported(pack: Pack) -> Imported:
    """What becomes of each rule of a pack."""
    rules = pack.rules
    order = sorted(range(len(rules)), key=lambda place: getattr(rules[place], "order", FIRST))
    ranks = {place: rank for rank, place in enumerate(order, 1)}
    return Imported(tuple(_outcomes(rules, ranks)))


def _outcomes(rules: tuple[LegadoRule | Wrong, ...], ranks: dict[int, int]) -> Iterator[Taken | Left]:
    seen: dict[str, int] = {}
    for place, rule in enumerate(rules):
        number = place + 1
        if isinstance(rule, Wrong):
            yield Left(number, rule.name, rule.entry, rule.why)
            continue
        try:
            spec = translated(rule)
        except UntranslatableError as why:
            yield Left(number, rule.name, _entry(rule), str(why))
            continue
        if spec.id in seen:
            yield Left(number, rule.name, _entry(rule), f"the same as rule {seen[spec.id]}", twice=True)
            continue
        seen[spec.id] = number
        yield Taken(number, replace(spec, order=ranks[place]), tuple(remarks(rule, spec)))


def translated(rule: LegadoRule) -> Spec:
    """One rule of ours. Raises UntranslatableError."""
    if not rule.content:
        raise UntranslatableError("it is for the titles of chapters, which a document has not")
    body = _body(rule)
    digest = content_hash(rule)
    title = " ".join("".join(c if c.isprintable() else " " for c in rule.name).split())
    return Spec(
        name="-".join(part for part in (FAMILY, _slug(title), digest[:6]) if part),
        body=body,
        summary=title,
        safety=Safety.UNSAFE,
        scope=scope_of(rule.scope, rule.exclude),
        enabled=rule.enabled,
        id=f"{FAMILY}-{digest}",
        group=rule.group,
        origin=tuple(_origin(rule, body)),
    )


def content_hash(rule: LegadoRule) -> str:
    """What a rule does and where, in 16 digits: the same for the same rule of either generation."""
    content = (rule.pattern, rule.replacement, rule.is_regex, rule.scope, rule.exclude)
    return sha256(json.dumps(content).encode()).hexdigest()[:16]


def _body(rule: LegadoRule) -> Body:
    if not rule.is_regex:
        if not rule.replacement:
            return Literal((rule.pattern,), exact=True)
        return Substitute(quoted(rule.pattern), replacements.plain(rule.replacement))
    if rule.replacement.startswith("@js:"):
        raise UntranslatableError("its replacement is a program (@js:)")
    pattern = patterns.translated(rule.pattern)
    why = refused(pattern)
    if why:
        raise UntranslatableError(why)
    try:
        made = compiled(pattern)
    except ValueError as error:
        raise UntranslatableError(f"its pattern is no regular expression here: {error}") from None
    new = replacements.translated(rule.replacement, made)
    try:
        empty = made.search("", timeout=1) is not None
    except TimeoutError:
        empty = False
    if empty and new:
        raise UntranslatableError("its pattern matches nothing at all, so that it would put its replacement everywhere")
    return Substitute(pattern, new)


def scope_of(scope: str, exclude: str) -> Scope:
    """The paths that books or sites stand for."""
    return Scope(_globs(scope), _globs(exclude))


def _globs(scope: str) -> tuple[str, ...]:
    """Globs for the books or sites that a scope lists: a part of the path holds the book's name or the site's host."""
    names = (_host(name.strip()) for name in SEPARATOR.split(scope))
    found = (SPECIAL.sub(lambda special: f"\\{special[0]}", name) for name in names if name)
    return tuple(glob for name in dict.fromkeys(found) for glob in (f"*{name}*", f"*{name}*/**"))


def _host(name: str) -> str:
    """The host of an address; of anything else its words, without what parts directories."""
    if "://" in name:
        try:
            return urlsplit(name).hostname or ""
        except ValueError:
            pass
    return name.replace("/", " ").strip()


def _slug(title: str) -> str:
    words = re.findall(r"[^\W_A-Z]+", title.lower())
    return "-".join(words)[:LONGEST].strip("-")


def _origin(rule: LegadoRule, body: Body) -> Iterator[tuple[str, object]]:
    """What export needs besides what the rule says itself."""
    yield "format", FAMILY
    yield "generation", rule.generation
    ours = (body.pattern, body.replace) if isinstance(body, Substitute) else (rule.pattern, rule.replacement)
    if (rule.pattern, rule.replacement) != ours or not isinstance(body, Substitute):
        yield "pattern", rule.pattern
        yield "replacement", rule.replacement
    defaults = LegadoRule("", "")
    for key in ("name", "scope", "exclude", "title", "is_regex", "timeout", "order", "id"):
        if getattr(rule, key) != getattr(defaults, key):
            yield key, getattr(rule, key)


def _entry(rule: LegadoRule) -> dict[str, object]:
    return {"name": rule.name, "pattern": rule.pattern, "replacement": rule.replacement, "isRegex": rule.is_regex}
