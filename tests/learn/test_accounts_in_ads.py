"""What leads to an account in one place only, and what stands beside it by chance."""

from __future__ import annotations

import re

import pytest

from speechclean.learn import accounts
from speechclean.learn.candidate import Candidate, Sample
from speechclean.learn.leads import labels


def account(*samples: tuple[str, str]) -> Candidate:
    return Candidate(
        "account", "gwk_maodou", samples=[Sample(before, "gwk_maodou", after) for before, after in samples]
    )


def left(candidate: Candidate, text: str, authors: str = "") -> str:
    return re.sub(accounts.pattern(candidate, [], authors), "", text, flags=re.IGNORECASE)


@pytest.mark.parametrize("label", ["加vx：", "V信：", "➕卫星："])
def test_a_label_with_other_signs_leads_to_the_account_of_a_line(label: str) -> None:
    seen = account((f"他走了。\n{label}", "\n雨"), ("山里。", "雨"))
    assert left(seen, f"他走了。\n{label}gwk_maodou\n雨") == "他走了。\n\n雨"


def test_a_label_of_chinese_characters_does_not() -> None:
    seen = account(("他走了。\n他写道：", "\n雨"), ("山里。", "雨"))
    assert left(seen, "他走了。\n他写道：gwk_maodou\n雨") == "他走了。\n他写道：\n雨"


def test_words_of_the_authors_behind_an_account_stay() -> None:
    seen = account(("各级", "人民政府"), ("上级", "人民检察院"), ("书友群", "的遗体"))
    assert left(seen, "各级gwk_maodou人民政府", "人民法院受理。人民政府决定。") == "各级人民政府"
    assert left(seen, "各级gwk_maodou人民政府") == "各级政府"


def test_what_stands_behind_a_bracket_stays() -> None:
    seen = account(("因（公文群加：", "）报告"), ("并（公文群加：", "）报送"), ("市教（公文群加：", "）育"))
    assert left(seen, "因（公文群加：gwk_maodou）报告", "报告审计。报送备案。") == "因报告"


def test_several_labels_with_other_signs_are_a_disguise() -> None:
    seen = account(("\nV信：", "\n"), ("。威❤：", "雨"), ("。邮箱：", "雨"))
    assert labels(seen.samples) == {"V信", "威❤"}
