"""A wiki's links stand behind the heading of a section; a short line between two paragraphs is one in any words."""

from __future__ import annotations

import pytest

from speechclean import Cleaner, Settings
from speechclean.judgement.headings import heading_end
from speechclean.lexicon import load

CLEAN = Cleaner(Settings(to="keep"))


@pytest.mark.parametrize(
    ("line", "heading"),
    [("工艺 播报 编辑", "工艺"), ("早年经历[编辑]", "早年经历"), ("社会评价 编辑 播报", "社会评价")],
)
def test_the_heading_ends_before_the_links(line: str, heading: str) -> None:
    assert line[: heading_end(line)] == heading


@pytest.mark.parametrize("line", ["播报 编辑", "收藏 播报 编辑", "他负责播报，也做编辑", "文字编辑", "语音播报"])
def test_other_lines_have_none(line: str) -> None:
    assert heading_end(line) == 0


PARAGRAPHS = (
    "那一年雨水多，渠里的水漫过了田埂，村里的人轮流守夜，谁也不敢睡得太沉。后来修了水库，日子才慢慢安稳下来，老人们说起从前，总要先叹一口气。",
    "再后来，年轻人都进了城，水库边上只剩下几户人家，灯一亮，隔着水看得清清楚楚。过年的时候他们回来，先到堤上走一走，看看水到了哪里。",
)
FOOT = "上一篇：春天的故事\n下一篇：没有了\n【打印】【关闭】\n版权所有 © 青石网 青ICP备00000000号"
SHAPES = "{}管理办法", "关于{}", "如何{}", "{}与我们的生活", "（二）加强{}工作", "{}之后"


def test_headings_between_paragraphs_stay_in_the_words_of_pages() -> None:
    """Nearly all: some are a site's own set phrases."""
    words = sorted(
        word for name in ("controls", "controls_plain", "counters") for word in load(name) if _is_plain(word)
    )
    headings = [shape.format(word) for word in words[:: len(words) // 60] for shape in SHAPES]
    kept = sum(heading in CLEAN("\n".join((*PARAGRAPHS, heading, PARAGRAPHS[1], FOOT))).text for heading in headings)
    assert len(headings) > 300
    assert kept >= 0.96 * len(headings)


def _is_plain(word: str) -> bool:
    return 1 < len(word) < 5 and all("\u4e00" <= letter <= "\u9fff" for letter in word)
