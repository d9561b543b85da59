"""The rules of the stage `ad`, in the order in which they are asked. The first six and the last share one judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechclean.core.choices import Choices
    from speechclean.core.rule import Rule


def rules(choices: Choices) -> tuple[Rule, ...]:  # noqa: ARG001  # every stage is asked alike
    """The rules for these choices. They are loaded here: cleaning loads those alone that it asks."""
    from speechclean.rules.ad import (
        contact,
        contact_line,
        disguised,
        doubtful,
        gambling,
        keyword_line,
        novel_site,
        service,
        site,
        tag_suffix,
        threaded,
        watermark,
    )

    return (
        threaded.RULE,
        contact.RULE,
        contact_line.RULE,
        site.RULE,
        service.RULE,
        novel_site.RULE,
        disguised.RULE,
        gambling.RULE,
        keyword_line.RULE,
        tag_suffix.RULE,
        watermark.RULE,
        doubtful.RULE,
    )
