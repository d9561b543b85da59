"""The rules of the stage `script`, in the order in which they are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.rules.script import conversion, wrong_words

if TYPE_CHECKING:
    from speechclean.core.choices import Choices
    from speechclean.core.rule import Rule


def rules(choices: Choices) -> tuple[Rule, ...]:
    """The rules for these choices. Conversion to Simplified mends wrong words by itself."""
    if choices.to == "hans":
        return (conversion.rule(choices),)
    return (wrong_words.RULE,) if choices.to == "keep" else (wrong_words.RULE, conversion.rule(choices))
