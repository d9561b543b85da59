from __future__ import annotations

import pytest

from speechclean.judgement.tokens import view

CASES = [
    ("加微信ab_123看", ["加", "微", "信", "id", "看"]),
    ("薇芯：hot9977", ["微", "信", ":", "id"]),
    ("QQ：2255883310余", ["qq", ":", "7", "余"]),
    ("电话13800001357要", ["电", "话", "11", "要"]),
    ("一五零三九九壹六零壹三是", ["x7", "三", "是"]),
    ("见www。wenku。xyz吧", ["见", "host", "吧"]),
    ("加群零零玖玖壹贰三十里", ["加", "群", "x5", "三", "十", "里"]),
    ("3w点fatiao点vip", ["host"]),
    ("下载：dfzd 点 com 点 cn一九", ["下", "载", ":", "host", "一", "九"]),
    ("颜色#FF5500，在K12+300处", ["颜", "色", "#", "n4", ",", "在", "n4", "处"]),
    ("幅60×90cm，加138x0013", ["幅", "n4", ",", "加", "id"]),
    ("群：６３０．４４１．５７２，满了", ["群", ":", "x7", ",", "满", "了"]),
    ("网关192.168.100.101不通", ["网", "关", "n3", ".", "n3", ".", "n3", ".", "n3", "不", "通"]),
    ("2021年，7.5kg", ["n4", "年", ",", "n4"]),
]


@pytest.mark.parametrize(("window", "forms"), CASES)
def test_identifiers_are_one_token_each(window: str, forms: list[str]) -> None:
    assert view(window).forms == forms
