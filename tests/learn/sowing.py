"""Another way of planting: sites with pages of their own, templates with numbers and names that change inside of them.

It shares nothing with planting.py but the authors' sentences: other words, other places, other shares. What is found in one
and not in the other was learned by heart.
"""

from __future__ import annotations

import re
from random import Random
from typing import NamedTuple

from planting import sentences

NAMES = (
    "墨香阁",
    "文秘通",
    "公考资料网",
    "晨读吧",
    "写作参考库",
    "老秘书在线",
    "稿件中心",
    "智文轩",
    "思享汇",
    "范文屋",
)
EDITORS = ("王小雨", "李建国", "陈思", "周文静", "赵一凡", "孙浩")
HOSTS = ("moxiangge.com", "wmt365.cn", "gkzl.net", "chendu8.cc", "xzck.org", "lmszx.vip", "gaojian.com.cn", "zwx.top")
GLUED = (
    "加V信{id}免费领",
    "关注“{site}”公众号回复{n}",
    "（{site}第{n}期供稿）",
    "更多材料请加Q{number}",
    "百度搜索{site}即可阅读全文",
    "[文章来源于{site}]",
    "{site}提醒您支持正版",
    "本站备用域名{host}",
    "此处省略部分内容，登录{site}查看",
    "〖{site}〗",
    "手机端访问m.{host}",
    "本资料由{site}会员{id}上传",
    "客服QQ{number}二十四小时在线",
    "VIP会员可下载word版",
    "（此文为{site}原创，盗用必究）",
    "若需代写请联系{id}",
)
TAILS = (
    "（责任编辑：{editor}）",
    "——来自{site}",
    "（本文共{n}字）",
    "[{site}编辑部]",
    "（文：{site} 图：{editor}）",
    "阅读原文>>",
)
HEADS = ("{site}{n}月{n}日讯：", "《{site}》原创：", "[{site}]", "点击上方蓝字关注{site}")
LINES = (
    "字数：{n}字　阅读：{n}次",
    "上传时间：{n}-{n}-{n} {n}:{n}",
    "编辑：{site}{editor}",
    "收藏 | 打印 | 关闭",
    "阅读全文需要{n}积分",
    "此文档由会员 {id} 上传分享",
    "微信扫一扫，分享到朋友圈",
    "相关标签：讲话稿 {site} 范文",
    "点赞({n}) 评论({n}) 收藏({n})",
    "声明：{site}部分内容来自网络，如有侵权请联系删除",
    "手机看文章，扫一扫二维码",
    "【字体：大 中 小】",
    "您的位置：{site} >> 公文写作 >> 第{n}页",
    "分享让更多人看到",
    "{site}VIP会员专享，欢迎订阅",
    "更新于20{n}年{n}月{n}日　来源：{site}",
)
TOPS = (
    ("登录 | 注册 | 帮助中心", "{site}——专业的写作平台"),
    ("{site} > 首页 > 材料 > 正文", "作者：{editor}　点击：{n}", "[收藏本文] [下载本文]"),
)
BOTTOMS = (
    ("上一篇：{title}", "下一篇：{title}", "Copyright © 20{n} {site} All Rights Reserved", "{host} 京ICP备{n}号-1"),
    ("客服电话：{number}　工作时间：9:00-18:00", "关于我们 | 联系我们 | 网站地图", "{site} 版权所有"),
)
CHANGING = re.compile(r"\{(n|id|editor|number|title)\}")


class Template(NamedTuple):
    """What was planted: where, its text with what changes in braces, in how many documents, and with which others."""

    kind: str
    text: str
    documents: int
    block: str = ""

    def pattern(self) -> re.Pattern[str]:
        """What finds it in a text."""
        plain = re.escape(CHANGING.sub("\0", self.text)).replace("\0", r"[^\n，。；]{1,24}?")
        return re.compile(plain.replace(r"\ ", "[ ]"))


def sow(seed: int, count: int = 500) -> tuple[list[tuple[str, str]], list[Template]]:
    """Pairs of a text and its source, and what was planted in them."""
    dice = Random(f"sow {seed}")
    pool = sentences()
    dice.shuffle(pool)
    pages = [[] for _ in range(count)]
    for number, sentence in enumerate(pool):
        page = pages[number % count]
        if not page or len(page[-1]) > dice.randint(40, 260):
            page.append("")
        page[-1] += sentence
    sources = [f"site{dice.randrange(6)}" for _ in pages]
    planted = list(_templates(dice))
    among: dict[str, list[int]] = {}
    for template in reversed(planted):  # of a block at the top the last line goes in first
        numbers = among.get(template.block) or _among(dice, template, sources)
        if template.block:
            among[template.block] = numbers
        for number in numbers:
            _put(dice, pages[number], template)
    return list(zip(map("\n".join, pages), sources, strict=True)), planted


def _templates(dice: Random):
    """Templates of every kind: the names, hosts and half of the accounts are a template's own."""
    kinds = {"glued": GLUED, "tail": TAILS, "head": HEADS, "line": LINES}
    for kind, texts in kinds.items():
        for text in texts:
            yield Template(kind, _named(dice, text), _documents(dice))
    for place, blocks in (("top", TOPS), ("bottom", BOTTOMS)):
        for lines in blocks:
            documents = _documents(dice)
            named = _named(dice, "\n".join(lines)).split("\n")
            yield from (
                Template(place, line, documents, named[0]) for line in (named if place == "top" else named[::-1])
            )


def _documents(dice: Random) -> int:
    return dice.choice((5, 5, 5, 6, 7, 9, 14, 25, 60))


def _named(dice: Random, text: str) -> str:
    site = dice.choice(NAMES) + dice.choice(("", "", "官网", str(dice.randint(2, 99))))
    own = {"site": site, "host": dice.choice(HOSTS)}
    if dice.random() < 0.5:
        own["id"] = "".join(dice.choices("abcdefhkmnpqrstwxyz", k=3)) + str(dice.randint(1000, 999_999))
        own["number"] = str(dice.randint(10**7, 10**10))
    for name, value in own.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _among(dice: Random, template: Template, sources: list[str]) -> list[int]:
    """The pages of one source for what sites print, and any for what goes from site to site."""
    numbers = list(range(len(sources)))
    if dice.random() < 0.5:
        site = dice.choice(sources)
        own = [number for number in numbers if sources[number] == site]
        numbers = own if len(own) >= template.documents else numbers
    return dice.sample(numbers, template.documents)


def _put(dice: Random, page: list[str], template: Template) -> None:
    said = {
        "n": lambda: str(dice.randint(1, 9999)),
        "id": lambda: "".join(dice.choices("abcdefhkmnpqrstwxyz", k=3)) + str(dice.randint(1000, 999_999)),
        "number": lambda: str(dice.randint(10**7, 10**10)),
        "editor": lambda: dice.choice(EDITORS),
        "title": lambda: dice.choice(sentences())[:12],
    }
    text = CHANGING.sub(lambda match: said[match[1]](), template.text)
    place = dice.choice([number for number, line in enumerate(page) if len(line) > 20] or [0])
    if template.kind == "glued":
        line = page[place]
        ends = [match.end() for match in re.finditer("[。；，、]", line)]
        at = dice.choice(ends) if ends and dice.random() < 0.5 else dice.randrange(len(line) + 1)
        page[place] = line[:at] + text + line[at:]
    elif template.kind == "head":
        page[place] = text + page[place]
    elif template.kind == "tail":
        page[place] += text
    else:
        page.insert({"line": place, "top": 0, "bottom": len(page)}[template.kind], text)
