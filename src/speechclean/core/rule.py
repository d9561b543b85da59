"""What a rule and a stage are: frozen values. A rule only finds; it never changes text."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit
    from speechclean.core.note import Note

    Find = Callable[[Document], Iterable[Edit | Note]]


class Safety(Enum):
    """SAFE rules are on by default; UNSAFE ones only with --unsafe, --select or --extend-select."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Summary(NamedTuple):
    """What a rule does, in one line, in both languages."""

    en: str
    zh: str


class Example(NamedTuple):
    """A text and what the rule makes of it; `why` is given where it must stay as it is."""

    before: str
    after: str
    why: str = ""

    @classmethod
    def keep(cls, text: str, why: str) -> Example:
        """A text that looks like the rule's noise and must stay."""
        return cls(text, text, why)


class Waiting:
    """A `find` whose rule is made when it is first asked."""

    __slots__ = ("_make", "rule")

    def __init__(self, make: Callable[[], Rule]) -> None:
        self._make = make
        self.rule: Rule | None = None

    def __call__(self, document: Document) -> Iterable[Edit | Note]:
        """What the rule finds."""
        if self.rule is None:
            self.rule = self._make()
        return self.rule.find(document)


class Rule(NamedTuple):
    """A kind of noise and how it is found.

    `name` begins with its family (`ad-contact-line`). `find` is asked only for documents in which one of
    `triggers` occurs (in any width, case or script), or one of `signs` (rare characters, only as they are written), or
    that show one of `traits` (see `core.traits`); without any it is asked always, so it must be cheap. `source` is the
    file it was read from, empty for a built-in one. `in_lines` says that, while the text is as it came, its triggers mean
    nothing to it in a paragraph: a line of 45 characters or more with a full stop (。) in it.
    """

    name: str
    summary: Summary
    find: Find
    examples: tuple[Example, ...]
    safety: Safety = Safety.SAFE
    triggers: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    traits: int = 0
    in_lines: bool = False
    aliases: tuple[str, ...] = ()
    source: str = ""

    @property
    def family(self) -> str:
        """The first word of the name."""
        return self.name.partition("-")[0]


class Stage(NamedTuple):
    """Rules that read the same text. `removes` marks the stages whose cuts count against the removal budget."""

    name: str
    rules: tuple[Rule, ...]
    removes: bool = False
