"""The rules of the stage `characters`, in the order in which they are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechclean.core.choices import Choices
    from speechclean.core.rule import Rule


def rules(choices: Choices) -> tuple[Rule, ...]:  # noqa: ARG001  # every stage is asked alike
    """The rules for these choices. They are loaded here: cleaning loads those alone that it asks."""
    from speechclean.rules.characters import (
        compatibility,
        filter_pinyin,
        framed,
        hangul,
        jammer,
        lost_spaces,
        marks,
        numerals,
        wrong_words,
        yao,
    )

    return (
        jammer.RULE,
        compatibility.RULE,
        marks.AFTER,
        marks.DOUBLE,
        framed.RULE,
        framed.NUMBERS,
        numerals.RULE,
        numerals.TOKENS,
        hangul.RULE,
        filter_pinyin.RULE,
        lost_spaces.RULE,
        yao.RULE,
        wrong_words.RULE,
    )
