"""The rules of the stage `ends`, in order: what heads, ends and cuts a text, and last what else reads like a site's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechclean.core.choices import Choices
    from speechclean.core.rule import Rule


def rules(choices: Choices) -> tuple[Rule, ...]:
    """The rules for these choices. They are loaded here: cleaning loads those alone that it asks."""
    from speechclean.rules.ends import (
        collected,
        empty_frame,
        masks_note,
        related_list,
        repeated_title,
        running_head,
        site_line,
        site_sentence,
        title_fragment,
        truncation,
    )

    return (
        related_list.RULE,
        empty_frame.RULE,
        truncation.rule(choices),
        repeated_title.RULE,
        collected.RULE,
        title_fragment.RULE,
        running_head.RULE,
        masks_note.RULE,
        site_line.RULE,
        site_sentence.RULE,
    )
