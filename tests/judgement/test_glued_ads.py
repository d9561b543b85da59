"""Plain ads set behind every mark of clean speeches: what is lost of the author's own words beside them."""

from __future__ import annotations

import re
from pathlib import Path

from speechclean import Cleaner, Settings

GOLDEN = sorted((Path(__file__).parents[1] / "golden").glob("00[0124]_*.txt"))
ADS = (
    "防断更加微信1503991601",
    "【更多公文请加微信gw6688】",
    "更多范文加QQ：123456789",
    "想要完整版加V❤:gaozi886",
    "加薇芯fw5566领全套讲话稿",
    "代写讲话稿找老赵，扣扣7788990",
    "材料网www.cailiao8.com免费下载",
)
STEP = 5
"""Every fifth mark of a paragraph gets an ad."""
CLEANER = Cleaner(Settings(to="keep"))


def placements(marks: str) -> list[tuple[str, str]]:
    """Paragraphs of the golden texts and the same with an ad behind one of these marks."""
    found = []
    for path in GOLDEN:
        for paragraph in path.read_text(encoding="utf-8").split("\n"):
            for number, match in enumerate(re.finditer(f"[{marks}](?=.)", paragraph)):
                if number % STEP == 0 and len(paragraph) > 60:
                    ad = ADS[len(found) % len(ADS)]
                    found.append((paragraph, paragraph[: match.end()] + ad + paragraph[match.end() :]))
    return found


def lost(paragraph: str, cleaned: str) -> int:
    """How many characters of the paragraph at least are not in what was left of it."""
    rest = iter(cleaned)
    kept = sum(character in rest for character in paragraph)
    return len(paragraph) - kept


def measured(marks: str) -> tuple[float, float]:
    """The share of placements that lost a character of the author's, and the share that are whole again."""
    found = [(paragraph, CLEANER(dirty).text) for paragraph, dirty in placements(marks)]
    assert len(found) > 50
    losses = sum(lost(paragraph, cleaned) > 0 for paragraph, cleaned in found)
    whole = sum(paragraph == cleaned for paragraph, cleaned in found)
    return losses / len(found), whole / len(found)


def test_behind_a_comma() -> None:
    losses, whole = measured("，、,")
    assert losses <= 0.06  # it was 0.30 where a span behind a comma was made to begin before it
    assert whole >= 0.92


def test_behind_a_sentence() -> None:
    losses, whole = measured("。；")
    assert losses <= 0.035
    assert whole >= 0.95
