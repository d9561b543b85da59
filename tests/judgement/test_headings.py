"""A wiki's links stand behind the heading of a section; controls before them are no heading."""

from __future__ import annotations

import pytest

from speechclean.judgement.headings import heading_end


@pytest.mark.parametrize(
    ("line", "heading"),
    [("工艺 播报 编辑", "工艺"), ("早年经历[编辑]", "早年经历"), ("社会评价 编辑 播报", "社会评价")],
)
def test_the_heading_ends_before_the_links(line: str, heading: str) -> None:
    assert line[: heading_end(line)] == heading


@pytest.mark.parametrize("line", ["播报 编辑", "收藏 播报 编辑", "他负责播报，也做编辑", "文字编辑", "语音播报"])
def test_other_lines_have_none(line: str) -> None:
    assert heading_end(line) == 0
