"""Every rule takes time in line with its input, on texts made of its own triggers and of what nearly matches."""

from __future__ import annotations

import gc
import sys
import time

import pytest

from speechclean.core.choices import Choices
from speechclean.core.rule import Rule, Stage
from speechclean.pipeline import Pipeline
from speechclean.rules import stages

RULES = [rule for stage in stages(Choices()) for rule in stage.rules]
SHORT, LONG = 20_000, 160_000
GLUE = ("", "\n", "，甲ab1.", " ", "（“1一&<", "。\n　")
MOST_TRIGGERS = 3
SLACK = 2.5
"""How much more than in line a noisy machine may make it look."""

HOSTILE = {
    "boilerplate-page-phrase": ("[广告]", "【广告】甲", "他把书放下。[广告 关闭]他说走吧。"),
    "boilerplate-set-phrase": ("章节错误", "手打更新，"),
    "furniture-image-stub": ("?豆腐的做法 步骤1\n水漫过了田埂。\n",),
    "furniture-extractor-line": (
        "[登录](javascript:;) [![](a)](/) [甲](/b)\n::: {.a}\n[?]: http://a.b/c\n---|---\n* * *\n",
    ),
    "furniture-page-link": (
        "[登录](javascript:;) [![](a)](/) 甲[首页](/)\n",
        "[登录](javascript:;)[![](a)](/)[甲][1] [\n\n* [乙](/b)丙\n",
    ),
    "furniture-picture": ("![", "[![甲](b)", "![甲]("),
    "furniture-template-tag": ("这三个词不准再出现。[field:content/]接线员平均年龄26岁。",),
    "furniture-script": ("Warning: f() expects ? in /home/a/b.php on line 9\n水漫过了田埂。\n",),
    "markup-tags": ("甲 <div> 乙 <span> 丙", "甲<p>乙", "甲<b>乙</b>代码"),
    "mojibake-chinese": ("ゅ的肚┯", "辣★★★★★甜"),
    "site-line": (
        "点击查看?老周等到的船\n",
        "首页\n>\n文化\n浏览：\n318\n次\n",
        "求职意向\n· 关注公众号下载；\n",
        "样本：\n更多网址\n",
        "特此通知。\n打印本页\n收藏\n?\n",
        "目录\n1 历史\n历史\n编辑 播报\n",
        "目录\n1 ?历史\n历史\n编辑 播报\n",
    ),
}
"""Units for which a rule looks back, or around, more than for its triggers alone; `?` is another character each time."""

QUICK = 0.15
"""Seconds below which a run proves nothing and needs no proof."""


def texts(rule: Rule, size: int) -> list[str]:
    words = rule.triggers[:: max(1, len(rule.triggers) // MOST_TRIGGERS)][:MOST_TRIGGERS] or ("甲",)
    units = ["".join(word + glue for word in words) for glue in GLUE]
    units.append(rule.examples[0].before)
    return [filled(unit, size) for unit in (*units, *HOSTILE.get(rule.name, ())) if unit]


def filled(unit: str, size: int) -> str:
    """A text made of one unit."""
    times = size // len(unit) + 1
    if "?" in unit:
        return "".join(unit.replace("?", chr(0x4E00 + number)) for number in range(times))[:size]
    return (unit * times)[:size]


def seconds(pipeline: Pipeline, text: str) -> float:
    gc.disable()  # its share grows with what other tests left behind
    tracer = sys.gettrace()
    sys.settrace(None)  # nor is it coverage that is timed
    try:
        began = time.perf_counter()
        outcome = pipeline.run(text)
        taken = time.perf_counter() - began
    finally:
        sys.settrace(tracer)
        gc.enable()
    assert not outcome.failures
    return taken


def in_line(pipeline: Pipeline, short: str, long: str) -> bool:
    """Whether the long text takes no more than its share; asked again, since machines are noisy."""
    base = taken = float("inf")
    for _ in range(4):
        taken = min(taken, seconds(pipeline, long))
        if taken < QUICK:
            return True
        base = min(base, seconds(pipeline, short))
        if taken <= SLACK * base * LONG / SHORT:
            return True
    return False


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_time_grows_in_line_with_the_text(rule: Rule) -> None:
    pipeline = Pipeline([Stage("alone", (rule,))])
    for short, long in zip(texts(rule, SHORT), texts(rule, LONG), strict=True):
        assert in_line(pipeline, short, long), repr(long[:40])
