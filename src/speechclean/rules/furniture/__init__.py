"""The rules of the stage `furniture`, in the order in which they are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechclean.core.choices import Choices
    from speechclean.core.rule import Rule


def rules(choices: Choices) -> tuple[Rule, ...]:  # noqa: ARG001  # every stage is asked alike
    """The rules for these choices. They are loaded here: cleaning loads those alone that it asks."""
    from speechclean.rules.furniture import (
        bare_address,
        breadcrumb,
        byline,
        controls,
        copyright_line,
        extractor_lines,
        forum_marks,
        image_stub,
        injected_name,
        line_numbers,
        neighbours,
        page_links,
        pagination,
        picture,
        post_head,
        script_residue,
        source_lines,
        template_tags,
        wiki_contents,
    )

    return (
        breadcrumb.RULE,
        controls.RULE,
        page_links.RULE,
        extractor_lines.RULE,
        neighbours.RULE,
        pagination.RULE,
        forum_marks.RULE,
        post_head.RULE,
        copyright_line.RULE,
        script_residue.RULE,
        source_lines.RULE,
        template_tags.RULE,
        image_stub.RULE,
        picture.RULE,
        injected_name.RULE,
        line_numbers.RULE,
        byline.RULE,
        bare_address.RULE,
        wiki_contents.RULE,
    )
