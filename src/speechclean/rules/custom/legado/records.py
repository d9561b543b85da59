"""Reads a pack: a JSON array of rules, or one rule, of Legado 3 (`pattern`) or 2 (`regex`), each checked by itself."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from speechclean.core.errors import RuleFileError
from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

FIRST = -(2**31)
"""The order of a rule that has none: before all others."""
TIMEOUT = 3000


@dataclass(frozen=True, slots=True)
class Pack:
    """The rules of a file, in the order of the file."""

    rules: tuple[LegadoRule | Wrong, ...]


class Wrong(NamedTuple):
    """An entry that is no rule, with what it holds and why not."""

    name: str
    entry: object
    why: str


@dataclass(frozen=True, slots=True)
class LegadoRule:
    """One rule, whichever the generation; `order` as it was written."""

    name: str
    pattern: str
    replacement: str = ""
    group: str = ""
    scope: str = ""
    exclude: str = ""
    title: bool = False
    content: bool = True
    enabled: bool = True
    is_regex: bool = True
    timeout: int = TIMEOUT
    order: int = FIRST
    id: int = 0
    generation: int = 3


def read(data: bytes, where: str) -> Pack:
    """The rules of a file. Raises RuleFileError where it is no pack at all."""
    try:
        found = json.loads(data.decode("utf-8-sig")) if data.strip() else []
    except UnicodeDecodeError:
        raise RuleFileError(f"{where}: this is no UTF-8 text, so it is no JSON") from None
    except (ValueError, RecursionError) as error:
        raise RuleFileError(f"{where}: this is no JSON: {error}") from None
    entries = [found] if isinstance(found, dict) else found
    if not isinstance(entries, list):
        raise RuleFileError(f"{where}: a pack is an array of rules, not {_kind(found)}")
    if not entries:
        raise RuleFileError(f"{where}: there is no rule in it")
    return Pack(tuple(_rule(entry) for entry in entries))


def _rule(entry: object) -> LegadoRule | Wrong:
    if not isinstance(entry, dict):
        return Wrong("", entry, f"it is {_kind(entry)}, not an object with a pattern")
    fields = _Fields(entry)
    rule = _newer(fields) if fields.text("pattern").strip() else _older(fields)
    if fields.errors:
        return Wrong(rule.name, entry, "; ".join(fields.errors))
    if not rule.pattern:
        known = "pattern" in entry or "regex" in entry
        return Wrong(rule.name, entry, "its pattern is empty" if known else "it has neither 'pattern' nor 'regex'")
    if any("\ud800" <= character <= "\udfff" for character in "".join(fields.texts)):
        return Wrong(rule.name, entry, "it holds half of a surrogate pair")
    return rule


def _kind(value: object) -> str:
    """What a value is called in JSON."""
    kinds = (
        (bool, "a truth value"),
        (int | float, "a number"),
        (str, "a string"),
        (list, "an array"),
        (dict, "an object"),
    )
    return next((name for kind, name in kinds if isinstance(value, kind)), "null")


def _newer(fields: _Fields) -> LegadoRule:
    return LegadoRule(
        name=fields.text("name"),
        pattern=fields.text("pattern"),
        replacement=fields.text("replacement"),
        group=fields.text("group"),
        scope=fields.text("scope"),
        exclude=fields.text("excludeScope"),
        title=fields.boolean("scopeTitle", default=False),
        content=fields.boolean("scopeContent", default=True),
        enabled=fields.boolean("isEnabled", default=True),
        is_regex=fields.boolean("isRegex", default=True),
        timeout=fields.integer("timeoutMillisecond", TIMEOUT),
        order=fields.integer("order", FIRST),
        id=fields.integer("id", 0),
    )


def _older(fields: _Fields) -> LegadoRule:
    return LegadoRule(
        name=fields.text("replaceSummary"),
        pattern=fields.text("regex"),
        replacement=fields.text("replacement"),
        scope=fields.text("useTo"),
        enabled=fields.boolean("enable", default=False),
        is_regex=fields.boolean("isRegex", default=False),
        order=fields.integer("serialNumber", 0),
        id=fields.integer("id", 0),
        generation=2,
    )


class _Fields:
    """The values of an object, as forgiving as the reader that wrote them; what is wrong is gathered."""

    def __init__(self, entry: Mapping[str, object]) -> None:
        self._entry = entry
        self.errors: list[str] = []
        self.texts: list[str] = []

    def text(self, key: str) -> str:
        """A string; numbers are taken as they are written."""
        value = self._entry.get(key)
        if value is None:
            return ""
        if isinstance(value, bool | list | dict):
            self.errors.append(f"{key!r} must be a string")
            return ""
        self.texts.append(str(value))
        return str(value)

    def boolean(self, key: str, *, default: bool) -> bool:
        """True or false, also as a word or as 0 and 1."""
        value = self._entry.get(key)
        if value is None:
            return default
        known = {"true": True, "1": True, "false": False, "0": False}
        word = str(value).lower()
        if word not in known:
            self.errors.append(f"{key!r} must be true or false")
        return known.get(word, default)

    def integer(self, key: str, default: int) -> int:
        """A whole number of 64 bits, also as a string."""
        value = self._entry.get(key)
        if value is None:
            return default
        try:
            number = int(value) if isinstance(value, int | float | str) else None
        except (ValueError, OverflowError):
            number = None
        if number is None or not -(2**63) <= number < 2**63:
            self.errors.append(f"{key!r} must be a whole number")
            return default
        return number
