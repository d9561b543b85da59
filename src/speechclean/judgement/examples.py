"""Whether a line is an example of what sites leave in texts, of several that a text on cleaning them gives."""

from __future__ import annotations

from speechclean.core.pattern import Pattern

LEADING = Pattern(
    "[样樣][本例]|[示实實]例|例子|[长長]什[么麼][样樣]|[这這]几[种類类]|比如|例如",
    heads="样本例 樣本例 示例 实例 實例 例子 长什 長什 这几 這几 比如 例如",
)
"""What the line speaks of that leads to examples."""
RESIDUE = Pattern(
    "[广廣]告|站名|[网網]址|水印|浮水印|[残殘]留|垃圾|[乱亂]码|求收藏|清洗|脚本|腳本|正[则則]|[杂雜][质質]|噪[声聲音]|[导導]航|爬[取虫蟲]|抓取",
    heads="广告 廣告 站名 网址 網址 水印 浮水 残留 殘留 垃圾 乱码 亂码 求收 清洗 脚本 腳本 正则 正則 杂质質 雜质質 噪声聲音"
    " 导航 導航 爬取虫蟲 抓取",
)
"""What a text on cleaning texts speaks of."""
FAR_BEFORE, SEVERAL = 300, 2
"""So far before the examples it does so, with so many different words."""
MOST, LONGEST, REACH = 12, 120, 800
"""So many examples at most stand together, none longer, and so far behind the line that leads to them."""


def is_example(text: str, start: int) -> bool:
    """Whether the line that begins at a place is one of some examples below the line that leads to them."""
    near = max(0, start - REACH)
    if text.find("：\n", near, start) < 0 and text.find(":\n", near, start) < 0:
        return False
    for _ in range(MOST):
        above = text.rfind("\n", max(0, start - LONGEST), max(0, start - 1)) + 1
        row = text[above : max(above, start - 1)]
        if not above or not row.strip():
            return False
        if row.endswith(("：", ":")):
            return LEADING.search(row) is not None and _is_of_residue(text[max(0, above - FAR_BEFORE) : start])
        if "。" in row:
            return False
        start = above
    return False


def _is_of_residue(said: str) -> bool:
    return len({match[0] for match in RESIDUE.finditer(said)}) >= SEVERAL
