"""The rules of the stage `furniture`, in the order in which they are asked."""

from __future__ import annotations

from speechclean.rules.furniture import (
    breadcrumb,
    controls,
    copyright_line,
    end_mark,
    forum_marks,
    image_stub,
    neighbours,
    pagination,
    script_residue,
    source_lines,
    template_tags,
)

RULES = (
    breadcrumb.RULE,
    controls.RULE,
    neighbours.RULE,
    pagination.RULE,
    forum_marks.RULE,
    copyright_line.RULE,
    script_residue.RULE,
    source_lines.RULE,
    template_tags.RULE,
    image_stub.RULE,
    end_mark.RULE,
)
