"""What titles hold: that of a chapter its number, and that of a text the count that a site adds from its collections."""

from __future__ import annotations

from speechclean.core.pattern import Pattern

CHAPTER = Pattern(r"[ \t\u3000]*第[^\s。，]{1,8}[章回节節卷集]")
"""So the title of a chapter begins."""
COUNTED = Pattern(
    r"\((?:通用|精选|集锦|锦集|合集|集合|汇编|大全|优秀|热门|推荐|实用|必备|最新)[^()\n\d]{0,2}"
    r"(?:\d{1,3}|[一二两三四五六七八九十百]{1,4}) ?篇\)(?=[ \t]*$)"
)
"""A site's count at the end of a folded line: (通用12篇), （精选十二篇）."""
