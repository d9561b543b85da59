"""The rules of the stage `script`, in the order in which they are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechclean.core.choices import Choices
    from speechclean.core.rule import Rule


def rules(choices: Choices) -> tuple[Rule, ...]:
    """The rules for these choices. They are loaded here: cleaning loads those alone that it asks."""
    from speechclean.rules.script import conversion

    return (conversion.rule(choices),)
