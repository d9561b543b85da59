"""What titles end in is one truth: the rule that cuts a count and the judge of lines read the same."""

from __future__ import annotations

import pytest

from speechclean.judgement.site_lines import TITLE


@pytest.mark.parametrize("count", ["通用12篇", "锦集3篇", "大全 5篇", "最新8 篇", "优秀的7篇", "推荐11篇"])
def test_a_line_with_a_count_is_a_title(count: str) -> None:
    assert TITLE.search(f"秋天的果园({count})")
