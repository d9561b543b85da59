"""The rules of the stage `boilerplate`, in the order in which they are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechclean.core.choices import Choices
    from speechclean.core.rule import Rule


def rules(choices: Choices) -> tuple[Rule, ...]:
    """The rules for these choices. They are loaded here: cleaning loads those alone that it asks."""
    from speechclean.rules.boilerplate import (
        aside,
        editor,
        page_phrase,
        platform_line,
        rights,
        set_phrase,
        visit,
        withheld,
    )

    return (
        set_phrase.RULE,
        page_phrase.RULE,
        aside.RULE,
        platform_line.RULE,
        editor.RULE,
        rights.RULE,
        withheld.rule(choices),
        visit.RULE,
    )
