"""A third way of planting: a crawl of four sites whose layout all their pages have, and sellers who write into pages of all of them.

Spans go blindly into sentences, most of them into words; accounts are written in disguises; some pages are copies; authors
repeat phrases of their own, which must stay. It knows where each template stands, so it can be said whether its characters
are gone and no others.
"""

from __future__ import annotations

import re
from random import Random
from typing import NamedTuple

from planting import sentences

NAMES = ("晓风文汇", "律师说法", "诗海拾贝", "北辰资料港", "南窗夜读", "笔耕园地", "青禾教案", "清风公文")
HOSTS = ("xfwh.cn", "lssf.com.cn", "shsb.org", "bczlg.net", "ncyd.com", "bgyd88.com", "qhja.net", "qfgw.com.cn")
SECTIONS = ("公文写作", "发言材料", "主持词", "倡议书", "调研报告", "合同范本")
PENS = ("阿木", "青青子衿", "江南雨", "一叶知秋", "王律师", "风起")
LAYOUTS = (
    (
        ("{N}首页｜登录｜投稿", "您当前浏览：{section} / 详细内容"),
        ("上一篇文章：{title}", "京ICP证03{n}号 Copyright {N}"),
    ),
    (
        ("免费咨询电话：{tel}", "{N} > 知识库 > {section} > 全文"),
        ("已有{n}人咨询过类似问题", "免责条款 | 隐私政策 | {N}"),
    ),
    (("{N}·{section}·赏析", "更新于{day}  评分：{n}"), ("更多内容请看{N}专题页", "投稿给{N}：tougao@{H}")),
    (("{N}", "资料编号 {n}　下载 {n} 次"), ("{N}资料下载说明：请用WinRAR解压", "猜您需要：{title}")),
)
INTO = (
    "看完整版到{H}",
    "{N}独家首发请勿抄袭",
    "本站已启用新址{H}",
    "关注{N}获取每日范文",
    "此段由{N}机器人采编",
    "全套课件加Q{tel}",
    "请支持{N}原作者",
    "正文加载失败请切换线路",
    "防盗内容请订阅正版",
    "({N}{day}审定)",
    "红豆生长在石头缝里面",
    "七只猫坐在屋顶数星星",
    "云朵掉进了蓝墨水瓶中",
)
LINES = (
    "本帖最后由 {pen} 于 {day} 编辑",
    "以下内容需要{n}个金币才能浏览",
    "您的浏览器版本过低，建议升级",
    "立即领取{N}优惠券",
    "——以下为赞助商广告——",
)
CONTACTS = ("咨询{}", "添加{}备注文", "索要资料请加{}", "（威信{}）")
OWN = ("让我们携起手来，共创美好明天。", "我想起父亲说过的一句话：", "（笑声）", "此复")
SLOT = re.compile(r"\{(section|title|n|day|pen)\}")


class Page(NamedTuple):
    """Pieces of lines with the number of the template each comes from, or None, and the site."""

    lines: list[list[tuple[str, int | None]]]
    site: str

    def text(self) -> tuple[str, list[tuple[int, int, int]]]:
        """The text, and from where to where each template stands."""
        text, spans = "", []
        for number, line in enumerate(self.lines):
            text += "\n" if number else ""
            for said, template in line:
                if template is not None:
                    spans.append((len(text), len(text) + len(said), template))
                text += said
        return text, spans


def crawl(seed: int, count: int = 400) -> tuple[list[Page], list[str]]:
    """Pages, and the templates in them by number."""
    dice = Random(f"crawl {seed}")
    pool = sentences()
    dice.shuffle(pool)
    pages = _written(dice, pool, count)
    templates: list[str] = []
    _sell(dice, pages, templates, pool)
    _lay_out(dice, pages, templates, pool)
    return pages, templates


def _written(dice: Random, pool: list[str], count: int) -> list[Page]:
    """What authors wrote: each sentence on one page, some pages copied, phrases of their own."""
    pages = [Page([], f"host{dice.choice((0, 0, 0, 1, 1, 2, 3))}") for _ in range(count)]
    for number, sentence in enumerate(pool):
        page = pages[number % count]
        if not page.lines or len(page.lines[-1][0][0]) > 150:
            page.lines.append([("", None)])
        page.lines[-1][0] = (page.lines[-1][0][0] + sentence, None)
    for number in range(0, 40, 4):  # copies, with another sentence at their end
        pages[number + 1].lines[:] = [*[list(line) for line in pages[number].lines], [(pool[number], None)]]
    for phrase in OWN:
        for page in dice.sample(pages, 12):
            page.lines.append([(phrase, None)])
    return pages


def _sell(dice: Random, pages: list[Page], templates: list[str], pool: list[str]) -> None:
    """What goes into pages of any site."""
    for text, line in [*((text, False) for text in INTO), *((text, True) for text in LINES)]:
        templates.append(_fixed(dice, text))
        for page in dice.sample(pages, dice.choice((6, 8, 15, 40))):
            said = (_filled(dice, templates[-1], pool), len(templates) - 1)
            page.lines.insert(dice.randrange(len(page.lines) + 1), [said]) if line else _glue(dice, page, said)
    account = "gz" + str(dice.randint(10_000, 9_999_999))
    templates.append(account)
    for page in dice.sample(pages, 40):
        _glue(dice, page, (dice.choice(CONTACTS).format(_disguised(dice, account)), len(templates) - 1))


def _lay_out(dice: Random, pages: list[Page], templates: list[str], pool: list[str]) -> None:
    """What all pages of a site have."""
    for number, (above, below) in enumerate(LAYOUTS):
        site = dice.randrange(len(NAMES))
        for place, lines in ((0, above[::-1]), (None, below)):
            for text in lines:
                templates.append(_fixed(dice, text, site))
                for page in pages:
                    if page.site == f"host{number}":
                        said = [(_filled(dice, templates[-1], pool), len(templates) - 1)]
                        page.lines.insert(len(page.lines) if place is None else 0, said)


def _fixed(dice: Random, text: str, site: int | None = None) -> str:
    site = dice.randrange(len(NAMES)) if site is None else site
    tel = f"1{dice.randint(3 * 10**9, 10**10 - 1)}"
    return text.replace("{N}", NAMES[site]).replace("{H}", HOSTS[site]).replace("{tel}", tel)


def _filled(dice: Random, text: str, pool: list[str]) -> str:
    values = {
        "section": lambda: dice.choice(SECTIONS),
        "title": lambda: re.sub("[，。；：！？]", "", dice.choice(pool))[:14],
        "n": lambda: str(dice.randint(10, 99_999)),
        "day": lambda: f"{dice.randint(2008, 2025)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}",
        "pen": lambda: dice.choice(PENS),
    }
    return SLOT.sub(lambda match: values[match[1]](), text)


def _disguised(dice: Random, account: str) -> str:
    wide = "".join(chr(ord(c) + 0xFEE0) for c in account)
    circled = "".join(chr(0x245F + int(c)) if c in "123456789" else c for c in account)
    return dice.choice((account, account.upper(), wide, circled, " ".join(account)))


def _glue(dice: Random, page: Page, said: tuple[str, int]) -> None:
    """Put a piece into a sentence: behind or before a mark, or anywhere else between two characters."""
    places = [
        (line, at)
        for line in page.lines
        for at, (text, template) in enumerate(line)
        if template is None and len(text) > 20
    ]
    line, at = dice.choice(places)
    text = line[at][0]
    marks = [match.start() for match in re.finditer("[，。；、]", text)]
    where = dice.choice(marks) + dice.randrange(2) if marks and dice.random() < 0.35 else dice.randrange(1, len(text))
    line[at : at + 1] = [(text[:where], None), said, (text[where:], None)]
