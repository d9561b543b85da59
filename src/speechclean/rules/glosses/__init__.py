"""The rules of the stage `glosses`, in the order in which they are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechclean.core.choices import Choices
    from speechclean.core.rule import Rule


def rules(choices: Choices) -> tuple[Rule, ...]:  # noqa: ARG001  # every stage is asked alike
    """The rules for these choices. They are loaded here: cleaning loads those alone that it asks."""
    from speechclean.rules.glosses import lines_with_readings, pinyin_bare, pinyin_in_brackets, single_lines

    return (
        pinyin_in_brackets.RULE,
        pinyin_bare.RULE,
        single_lines.RULE,
        lines_with_readings.RULE,
    )
