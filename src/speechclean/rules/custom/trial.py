"""Runs a user's rule alone on its own examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.document import Document
from speechclean.core.edit import Edit
from speechclean.core.errors import SpeechcleanError
from speechclean.core.named import NamedTuple
from speechclean.core.patch import Patch
from speechclean.rules.custom.kinds import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.rule import Example, Rule
    from speechclean.rules.custom.spec import Spec


class Failed(NamedTuple):
    """An example that does not hold: its number from 1, what came out, or why nothing did."""

    number: int
    example: Example
    got: str
    error: str = ""


def outcome(tried: Rule, text: str) -> str:
    """What the rule alone makes of a text. Raises SpeechcleanError where it runs out of time or never settles."""
    return Patch.collect(item for item in tried.find(Document(text)) if isinstance(item, Edit)).apply(text)


def failures(spec: Spec) -> Iterator[Failed]:
    """The examples of a rule that do not hold."""
    tried = rule(spec)
    for number, example in enumerate(spec.examples, 1):
        try:
            got = outcome(tried, example.before)
        except SpeechcleanError as error:
            yield Failed(number, example, example.before, str(error))
            continue
        if got != example.after:
            yield Failed(number, example, got)
