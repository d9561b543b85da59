"""The rows of a table in plain text have as many columns, and figures; a page's menus and counters have none, or are known."""

from __future__ import annotations

import pytest

from speechclean.judgement.aligned import is_aligned


@pytest.mark.parametrize(
    "rows",
    [
        "品名　规格　价格\n竹篮（小）　22cm　18元\n竹篮（大）　34cm　31元\n灯罩　40cm　46元",
        "大巴往返　　408\n住宿　　　　120\n门票　　　　90元",
        "型号|功率|价格\n---|---|---\nA1|1.8kW|1360\nA2|3.0kW|1480\nA3|4.1kW|面议",
    ],
)
def test_rows_of_a_table(rows: str) -> None:
    place = 0
    for row in rows.split("\n"):
        assert is_aligned(rows, place), row
        place += len(row) + 1


@pytest.mark.parametrize(
    "rows",
    [
        "首页　新闻　论坛\n登录　注册　帮助\n关于我们　联系我们　网站地图",
        "大巴往返　　408\n他说太贵了。\n住宿　　　　120",
        "点击：408　评论：3　收藏：9\n点击：12　评论：1　收藏：2\n点击：77　评论：0　收藏：5",
    ],
)
def test_menus_and_counters_are_none(rows: str) -> None:
    assert not is_aligned(rows, 0)


def test_an_ad_between_the_rows_is_none() -> None:
    rows = "板材　规格　单价\n杉木　12mm　86元\n厂家直销　量大从优　可开票\n松木　17mm　142元\n柏木　15mm　98元"
    assert not is_aligned(rows, rows.index("厂家"))
    assert is_aligned(rows, rows.index("松木"))
    threads = "标题　作者　回复\n求购帐篷　老驴　12/340\n自驾花销　阿措　3/88"
    assert not is_aligned(threads, 0)
