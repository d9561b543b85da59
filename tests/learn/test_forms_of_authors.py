"""The lines that all documents of one kind have, as forms do, are no site's: nothing but the site's own goes."""

from __future__ import annotations

from random import Random

import pytest
from planting import sentences

from speechclean.learn import Memory, Text, learn, propose
from speechclean.learn.sketch import Sketch

LEAST = 5
FORMS = {
    "lease": """房屋租赁合同
合同编号：{n}
出租方（甲方）：{name}
承租方（乙方）：{name}
身份证号：{n}{n}{n}
联系电话：138{n}{d}{d}{d}
第一条 房屋坐落于{street}路{d}号，面积{d}{d}平方米。
第二条 租赁期限自20{d}{d}年{d}月{d}日起，共{d}个月。
第三条 月租金人民币{n}元。
甲方（签字）：          乙方（签字）：
签订日期：20{d}{d}年{d}月{d}日""",
    "lecture": """{street}知识讲座第{d}期
同学们，本期我们讲{street}与{street}的关系，共{d}节。
报名方式：扫描二维码或加微信群{n}，名额{d}{d}人。
主讲人：{name}教授
上课时间：每周{d}晚{d}点
大家有问题可以在微信公众号“市民大讲堂”留言。""",
    "minutes": """{street}工作会议纪要
时间：20{d}{d}年{d}月{d}日
地点：市政府{d}楼会议室
主持人：{name}
记录：{name}
会议听取了{street}局关于第{d}季度工作的汇报，研究了{d}个项目。
会议决定，原则同意{street}局的方案，由{name}同志牵头落实。
联系人：{name}，电话：0571-8{n}{d}{d}""",
}
FIRST, SECOND = "王李张刘陈杨黄赵吴周", "建国文华志强晓明海燕春梅"
STREETS = ["文化", "民政", "统计", "水利", "林业", "粮食", "审计", "信访", "财政", "卫生", "环保", "交通"]


def form(kind: str, number: int) -> Text:
    """A form, filled in."""
    dice = Random(f"{kind} {number}")
    text = FORMS[kind]
    while (at := text.find("{")) >= 0:
        end = text.index("}", at)
        new = {
            "n": str(dice.randint(10_000, 99_999)),
            "d": str(dice.randint(1, 9)),
            "name": dice.choice(FIRST) + dice.choice(SECOND) + dice.choice(SECOND),
            "street": dice.choice(STREETS),
        }[text[at + 1 : end]]
        text = text[:at] + new + text[end + 1 :]
    return Text(text, kind)


def site(count: int) -> list[Text]:
    """Pages of a site, with lines that say so and others."""
    pool = sentences()
    return [
        Text(
            "\n".join(
                [
                    "秋水文库首页 > 范文 > 正文",
                    f"编号：{number * 7919 % 9973}",
                    *pool[9 * number : 9 * number + 9],
                    "秋水文库 版权所有 qswk.com",
                    "一盏灯，一本书，一个人",
                ]
            ),
            "site",
        )
        for number in range(count)
    ]


def proposed(texts: list[Text]) -> set[str]:
    memory = Memory(Sketch(1 << 20))
    learn(lambda: texts, memory, LEAST)
    return {proposal.candidate.samples[0].text for proposal in propose(memory, LEAST)}


@pytest.mark.parametrize("kind", FORMS)
def test_a_form_is_no_sites(kind: str) -> None:
    said = {line[:3] for line in proposed([form(kind, number) for number in range(40)])}
    assert said <= {"报名方"}  # it asks for a group's number, as an ad does


def test_forms_of_several_kinds_are_no_sites() -> None:
    forms = [form(kind, number) for kind in FORMS for number in range(40)]
    assert {line[:3] for line in proposed(forms)} <= {"报名方"}
    beside = proposed([*forms, *site(30)])
    assert not [line for line in beside if any(line in text.text for text in forms) and line[:3] != "报名方"]


@pytest.mark.parametrize("others", [[], ["lease", "minutes"]], ids=["alone", "beside forms"])
def test_what_all_pages_of_a_site_have_is_the_sites(others: list[str]) -> None:
    said = proposed([*site(30), *(form(kind, number) for kind in others for number in range(30))])
    assert {"秋水文库首页 > 范文 > 正文", "秋水文库 版权所有 qswk.com", "一盏灯，一本书，一个人"} <= said
    assert any(line.startswith("编号：") for line in said)
