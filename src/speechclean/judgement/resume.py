"""Where a text is somebody's résumé: from the first of its usual headings to the last one's section, all is the applicant's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern

if TYPE_CHECKING:
    from speechclean.core.document import Document, Line

HEADING = Pattern(
    r"(?m)^[ \t\u3000]{0,8}(?:[一二三四五六七八九十\d]{1,2}[、.．])?[【\[]?"
    r"(?:求职意向|求職意向|自我(?:评价|評價|介绍|介紹|鉴定)|(?:个人|個人|基本|基础)(?:信息|资料|資料|技能|优势)"
    r"|(?:教育|工作|实习|實習|项目|專案|校园|校園|实践|實踐|培训)(?:背景|经历|經歷|经验|經驗|情况)"
    r"|(?:专业|專業|职业)?(?:技能|特长|專長)(?:证书)?|(?:获奖|獲獎|奖惩|荣誉)(?:情况|经历|证书)?"
    r"|(?:资格)?证书|证明人|[语語]言能力)[】\]]?[：:]?[ \t\u3000]{0,8}$"
)
USUAL = "经历", "經歷", "自我评", "自我評", "工作经验", "教育背景", "求职"
"""One of them stands in every résumé."""
FEWEST = 3
"""So many different headings a résumé has."""
LAST_SECTION = 300
"""So many characters the last section has at most."""


def is_of_resume(document: Document, line: Line) -> bool:
    """Whether a line is one of a résumé."""
    first, last = document.fact(_span)
    return first <= line.start < last


def _span(text: str) -> tuple[int, int]:
    if not any(map(text.__contains__, USUAL)):
        return 0, 0
    found = list(HEADING.finditer(text))
    if len({match[0].strip() for match in found}) < FEWEST:
        return 0, 0
    return found[0].start(), found[-1].end() + LAST_SECTION
