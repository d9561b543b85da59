"""The fields of a table in a rule file, each checked as it is read; what is wrong is gathered in a list."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, TypeVar

from speechclean.core.rule import Example, Safety
from speechclean.rules.custom.engine import compiled
from speechclean.rules.custom.hostile import refused
from speechclean.rules.custom.spec import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechclean.rules.custom.engine import Compiled

T = TypeVar("T")

EXAMPLE_KEYS = ("before", "after", "keep", "why")
NAME = re.compile(r"[^\W_A-Z]+(?:-[^\W_A-Z]+)*")


class Fields:
    """One table; every reader returns a value of its type, and a default where the table's is wrong or missing."""

    def __init__(self, table: dict[str, object], where: str, errors: list[str]) -> None:
        self._table = table
        self._where = where
        self.errors = errors

    def error(self, message: str) -> None:
        """Gather one error."""
        self.errors.append(f"{self._where}: {message}")

    def has(self, key: str) -> bool:
        """Whether the table has the key."""
        return key in self._table

    def refuse_unknown(self, known: Iterable[str]) -> None:
        """Gather an error, with a suggestion, for each key that is not known."""
        known = tuple(known)
        for key in self._table:
            if key not in known:
                near = get_close_matches(key, known, 1)
                hint = f"did you mean {near[0]!r}?" if near else f"known here: {', '.join(known)}"
                self.error(f"unknown key {key!r}; {hint}")

    def string(self, key: str, *, required: bool = False) -> str:
        """A string; empty where there is none."""
        value = self._typed(key, "", str, "a string")
        if required and not value and not isinstance(self._table.get(key), list):
            self.error(f"{key!r} is missing" if key not in self._table else f"{key!r} must not be empty")
        return value

    def strings(self, key: str) -> tuple[str, ...]:
        """A list of strings, or one string."""
        value = self._table.get(key, ())
        listed = (value,) if isinstance(value, str) else value
        if not isinstance(listed, list | tuple) or not all(isinstance(item, str) and item for item in listed):
            self.error(f"{key!r} must be a string or a list of strings, none of them empty")
            return ()
        return tuple(listed)

    def boolean(self, key: str, *, default: bool) -> bool:
        """True or false."""
        return self._typed(key, default, bool, "true or false")

    def integer(self, key: str, default: int) -> int:
        """A whole number."""
        if isinstance(self._table.get(key), bool):
            self.error(f"{key!r} must be a whole number")
            return default
        return self._typed(key, default, int, "a whole number")

    def at_most(self, key: str, default: int, limit: int) -> int:
        """A whole number from 1 to a limit."""
        value = self.integer(key, default)
        if not 1 <= value <= limit:
            self.error(f"{key!r} must lie between 1 and {limit}, not {value}")
            return default
        return value

    def one_of(self, key: str, known: tuple[str, ...]) -> str:
        """One of the known words; empty where it is none."""
        value = self.string(key, required=True)
        if value and value not in known:
            near = get_close_matches(value, known, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"it is one of {', '.join(known)}"
            self.error(f"{key}: unknown value {value!r}; {hint}")
            return ""
        return value

    def pattern(self, key: str, flags: str = "") -> Compiled | None:
        """The compiled pattern of a key; None where there is none or it is wrong."""
        source = self.string(key)
        why = refused(source)
        if why:
            self.error(f"{key!r}: {why}")
        if why or not source:
            return None
        try:
            return compiled(source, flags)
        except ValueError as error:
            self.error(f"{key!r} is no regular expression: {error}")
            return None

    def name(self) -> str:
        """The name of the rule."""
        value = self.string("name", required=True)
        if value and not NAME.fullmatch(value):
            self.error("a name is made of words in lower case, digits or 汉字, with hyphens between: our-site-footer")
        return value

    def safety(self) -> Safety:
        """`safe` unless the table says `unsafe`."""
        known = ("safe", "unsafe")
        return Safety(self.one_of("safety", known) or "safe") if self.has("safety") else Safety.SAFE

    def scope(self) -> Scope:
        """Which documents are meant."""
        return Scope(self.strings("scope"), self.strings("exclude"))

    def table(self, key: str) -> tuple[tuple[str, object], ...]:
        """A free table."""
        value: dict[str, object] = self._typed(key, {}, dict, "a table")
        return tuple(value.items())

    def tables(self, key: str) -> list[dict[str, object]]:
        """A list of tables."""
        value = self._table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.error(f"{key!r} must be a list of tables: [[{key}]]")
            return []
        return value

    def examples(self) -> Iterator[Example]:
        """The examples: `before` and `after`, or `keep`."""
        for number, table in enumerate(self.tables("example"), 1):
            fields = Fields(table, f"{self._where}: example {number}", self.errors)
            fields.refuse_unknown(EXAMPLE_KEYS)
            why = fields.string("why")
            if fields.has("keep"):
                if fields.has("before") or fields.has("after"):
                    fields.error("give 'keep' alone, or 'before' and 'after'")
                yield Example.keep(fields.string("keep", required=True), why)
            else:
                if not fields.has("after"):
                    fields.error("'after' is missing; where nothing is left, write after = \"\"")
                yield Example(fields.string("before", required=True), fields.string("after"), why)

    def _typed(self, key: str, default: T, kind: type[T], what: str) -> T:
        value = self._table.get(key, default)
        if not isinstance(value, kind):
            self.error(f"{key!r} must be {what}")
            return default
        return value
