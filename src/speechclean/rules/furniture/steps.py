"""What a path of pages is made of: its steps, the home of a site, the words for where a reader is, and those for the page itself."""

from __future__ import annotations

from speechclean.core.pattern import Pattern

STEP = Pattern(r"[ \t\u3000]*(?:-?>{1,3}|→|»|›|[>/»›]|::|》|-{1,2}>|[ \u3000][-–][ \u3000])[ \t\u3000]*")
PLACE = Pattern(
    r"[\[【(☆★◆·>\s]{0,4}(?:(?:您|你|我)?(?:们)?(?:现在|当前|目前)?(?:所在|所处)?的?(?:位置|栏目|页面|频道)(?:是"
    r"|在)?|您在这里|你在这里|您现在浏览的是"
    r"|当前页)[ \t]*[::]"
)
HOME = Pattern(
    r"[\[【(☆★◆·>»›→\s]{0,4}(?:[^>/»›→|\s]{0,12}?(?:首页|主页)|[^>/»›→|\s,.]{1,10}(?:网|在线|频道|门户|论坛|文库|大全"
    r"|之家)|home(?= ?[/>»›])|[^>/»›→|\s,.]{2,8}(?:社区|书城|文学城|商城|图书馆)(?= ?(?:-?>|»|›)(?![^\n]*社区))"
    r"|(?:全部|所有)(?:分类|商品|宝贝|商品分类|频道)(?= ?(?:-?>|»|›)))[\])】]?(?![^\s>/»›→|:-])"
)
END = Pattern(r"(?:正文|内容页?|详情页?|详细内容|浏览文章|文章内容|查看文章|全文|信息内容|阅读)[\])】\s]*$")
