"""Corpora with templates planted in them: documents of sentences that occur once, noise of every kind in some."""

from __future__ import annotations

import json
import re
from pathlib import Path
from random import Random
from typing import NamedTuple

CORPUS = Path(__file__).parents[1] / "corpus"
FOLDERS = ("development", "exam", "fresh", "later")
"""Of these alone, so that cases which come later change nothing here."""
SITES = ("秋水文库", "春山范文网", "夜雨书屋", "材料小铺", "好稿驿站", "一页公文网", "笔杆之家", "云帆论坛")
GLUED = (
    "防断更加微信{id}",
    "（更多讲话稿请关注公众号：{site}）",
    "想要全套发言稿加薇❤：{id}",
    "{site}首发，请勿转载",
    "本文由{site}整理发布",
    "更多范文尽在{site}",
    "【{site}独家】",
    "完整版请加QQ群{number}领取",
    "一秒记住{host}",
)
LINES = (
    "请点击👉 {id} 👈联系老师",
    "本文来源：{site}",
    "更多精彩内容请关注{site}",
    "版权归{site}所有，转载请注明出处",
    "下面是{site}小编为大家整理的讲话稿，供大家参考。",
    "下载本文：请到{site}",
    "浏览次数：{n} 更新时间：{n}",
    "扫码加入{site}会员，海量资料免费下载",
    "最新网址：{host}",
)
HEADS = ("【{site}】", "（{site}讯）", "{site}提示：")
TAILS = ("（来源：{site}）", "【{site}整理】", "（摘自{site}）")
BLOCKS = (
    ("top", ("首页 > {site} > 讲话稿", "{site}欢迎您")),
    ("bottom", ("上一篇：返回{site}列表", "{site}版权所有", "联系站长：{number}")),
)


class Template(NamedTuple):
    """What was planted: where (glued, line, head, tail, top, bottom), its text with {n} for changing numbers, how often."""

    kind: str
    text: str
    documents: int

    def pattern(self) -> re.Pattern[str]:
        """What finds it in a text."""
        return re.compile(re.escape(self.text).replace(r"\{n\}", "[0-9]+"))


def sentences() -> list[str]:
    """Sentences of authors, from the marked cases, without what is marked as noise."""
    found: dict[str, None] = {}
    paths = (path for folder in FOLDERS for path in sorted((CORPUS / folder).glob("*.jsonl")))
    for line in (line for path in paths for line in path.read_text(encoding="utf-8").splitlines()):
        text = re.sub("⟦[^⟦⟧]*⟧", "", json.loads(line)["text"]).replace("⟨", "").replace("⟩", "")
        found |= dict.fromkeys(re.findall("[^。！？\\n]{10,80}[。！？]", text))
    return list(found)


def documents(dice: Random, count: int) -> list[list[str]]:
    """Documents of five paragraphs; each sentence stands in one of them."""
    pool = sentences()
    dice.shuffle(pool)
    size = len(pool) // (count * 5)
    parts = ["".join(pool[at : at + size]) for at in range(0, count * 5 * size, size)]
    return [parts[at : at + 5] for at in range(0, len(parts), 5)]


def templates(dice: Random, each: int) -> list[Template]:
    """Templates of every kind, each with a name, account or host of its own."""

    def filled(text: str) -> str:
        account = "".join(dice.choices("abcdefghkmnprstw", k=4)) + str(dice.randint(100, 99999))
        site = dice.choice(SITES[:-1]) + dice.choice(("", "网", "（原" + dice.choice(SITES) + "）"))
        host = f"www.{account}.{dice.choice(('com', 'net', 'cc', 'vip'))}"
        number = str(dice.randint(10**8, 10**10))
        return text.replace("{id}", account).replace("{site}", site).replace("{host}", host).replace("{number}", number)

    kinds = (("glued", GLUED), ("line", LINES), ("head", HEADS), ("tail", TAILS))
    found = {
        (kind, filled(text)): None
        for _ in range(each)
        for kind, texts in kinds
        for text in dice.sample(texts, k=len(texts))
    }
    for place, lines in BLOCKS * each:
        found |= dict.fromkeys((place, filled(line)) for line in lines)
    return [Template(kind, text, dice.choice((5, 5, 6, 8, 12, 30))) for kind, text in found]


def plant(seed: int, count: int = 400, each: int = 2) -> tuple[list[str], list[Template]]:
    """Texts, and what was planted in them."""
    dice = Random(seed)
    pages = documents(dice, count)
    planted = templates(dice, each)
    for template in planted:
        for page in dice.sample(pages, template.documents):
            _plant(page, template, dice)
    return ["\n".join(page) for page in pages], planted


def _plant(page: list[str], template: Template, dice: Random) -> None:
    text = template.text.replace("{n}", str(dice.randint(10, 99999)))
    place = dice.choice([number for number, line in enumerate(page) if len(line) > 30])
    line = page[place]
    if template.kind == "glued":
        ends = [match.end() for match in re.finditer("[。；，]", line[:-1])]
        at = dice.choice(ends) if ends and dice.random() < 0.6 else dice.randrange(1, len(line) - 1)
        page[place] = line[:at] + text + line[at:]
    elif template.kind == "head":
        page[place] = text + line
    elif template.kind == "tail":
        page[place] = line + text
    else:
        page.insert({"line": place, "top": 0, "bottom": len(page)}[template.kind], text)
