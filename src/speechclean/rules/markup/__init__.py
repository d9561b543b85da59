"""The rules of the stage `markup`, in the order in which they are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechclean.core.choices import Choices
    from speechclean.core.rule import Rule


def rules(choices: Choices) -> tuple[Rule, ...]:  # noqa: ARG001  # every stage is asked alike
    """The rules for these choices. They are loaded here: cleaning loads those alone that it asks."""
    from speechclean.rules.markup import bbcode, email_note, entities, escapes, hidden, ruby, tags, wiki

    return (
        hidden.RULE,
        ruby.RULE,
        tags.RULE,
        bbcode.RULE,
        wiki.RULE,
        email_note.RULE,
        email_note.CUT,
        entities.RULE,
        escapes.RULE,
    )
