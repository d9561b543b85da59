"""Rules that wait: known by name and triggers, loaded when they are first asked.

A start of the command would otherwise load a hundred modules to ask five. The index is generated from the rules
themselves (scripts/make_rule_index.py); a test keeps it fresh.
"""

from __future__ import annotations

from functools import cache, partial
from importlib import import_module
from typing import TYPE_CHECKING

from speechclean.core.rule import Rule, Safety, Stage, Summary, Waiting
from speechclean.core.traits import OTHER_SCRIPT
from speechclean.rules.indexed import PLAIN, SIGNS, STAGES, STRANGE
from speechclean.spelling import SEPARATOR, Spelled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from speechclean.core.choices import Choices
    from speechclean.rules.indexed import Entry

__all__ = ["SPELLED", "load", "waiting_stages"]

_UNREAD = Summary("", "")


def _other() -> Mapping[str, str]:
    from speechclean.rules.indexed_scripts import OTHER

    return OTHER


SPELLED = Spelled(PLAIN, _other, SIGNS, STRANGE)
"""How the triggers of all rules are spelled."""
CUSTOM_BEFORE = "joins"
"""The user's own rules run before this stage,"""
EARLY_BEFORE = "furniture"
"""and those of a negative order before this one."""


def waiting_stages(
    choices: Choices, custom: tuple[Stage, ...] = (), early: tuple[Stage, ...] = ()
) -> tuple[Stage, ...]:
    """The same stages and rules as `rules.stages`, without summaries and examples, each rule loaded when it is asked."""
    found: list[Stage] = []
    for name, removes, entries in STAGES:
        if name == CUSTOM_BEFORE:
            found += custom
        elif name == EARLY_BEFORE:
            found += early
        found.append(Stage(name, tuple(_waiting(entry, choices) for entry in entries), removes))
    return tuple(found)


def _waiting(entry: Entry, choices: Choices) -> Rule:
    name, place, safe, aliases, words, signs, traits, in_lines = entry
    safety = Safety.SAFE if safe else Safety.UNSAFE
    if traits & OTHER_SCRIPT and choices.to != "hans":
        traits = 0  # what the scan calls the other script is the one that is asked for
    find = Waiting(partial(load, place, choices))
    return Rule(name, _UNREAD, find, (), safety, _parted(words), _parted(signs), traits, in_lines, aliases)


@cache
def _parted(words: str) -> tuple[str, ...]:
    return tuple(words.split(SEPARATOR)) if words else ()


@cache
def load(place: str, choices: Choices) -> Rule:
    """The rule at `module:name`; a function there makes it for the choices."""
    module, _, name = place.partition(":")
    found = getattr(import_module(f"speechclean.rules.{module}"), name)
    rule = found if isinstance(found, Rule) else found(choices)
    assert isinstance(rule, Rule)  # noqa: S101  # the index names nothing else
    return rule
