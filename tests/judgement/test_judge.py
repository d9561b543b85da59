from __future__ import annotations

import pytest

from speechclean.judgement.cuts import explain
from speechclean.judgement.verdict import AD

ADS = [
    ("安全是底线，丝毫不能松懈。", "更多发言稿加V信：gaozi8866领取", "下一步要盯紧重点行业。"),
    ("推进农业现代化，关键在科技进步和创", "加微信fwk0098看全文", "新。要把论文写在大地上。"),
    ("外婆的院子里有一棵老枣树。", "（微信搜一搜：小灯塔作文，天天有新范文）", "我和表弟站在树下。"),
    ("剑光一闪。", "👉👉看后文加🐧3018827745👈👈", "他没有回头。"),
    ("耕地红线牢牢守住。", "ｗｗｗ．ｈａｏｗｅｎｋｕ．ｎｅｔ", "粮食总产连年稳定。"),
    ("他推开柴门。", "看/全/文/请/加/v/x/:/g/z/6/6/8/8", "满院药香扑面而来。"),
]
KEEPS = [
    "请关注“青河政务”微信公众号，点击下方菜单预约办事，无需现场取号。",
    "联系人：周工；电话：0791-6000001；传真：0791-6000002；开户行：农业银行青山支行。",
    "警方提醒：凡是陌生人以退款为由要求添加微信、QQ的，一律不要相信。",
    "“加个微信吧？”他把手机递了过去，屏幕上是一个二维码。",
    "全年建立微信群218个，群成员达四万余人，破解了“宣传不进门”的难题。",
    "代码与数据已开源，见 https://github.com/example-lab/demo；随机种子固定为42。",
    "该小行星编号为178830，临时编号2001 QQ199，公转周期4.17年。",
    "安徽信息工程学院的老师说，威信是一件一件事干出来的。",
    "有熟客问她可有开设Facebook专页或用WhatsApp接单，她摆摆手说：“我连相都不会拍。”",
    "网上投稿平台网址变更说明：原域名 www.yhzx.example 因到期停用，现启用新址，用户名、密码不变。近期有人仿冒我刊设立网站并收取“版面费”。",
]


@pytest.mark.parametrize(("before", "ad", "after"), ADS)
def test_an_ad_is_found_to_the_character(before: str, ad: str, after: str) -> None:
    text = before + ad + after
    found = [text[verdict.start : verdict.end] for verdict in explain(text) if verdict.is_ad]
    assert found == [ad]


def test_an_ad_does_not_end_between_a_channel_and_its_account() -> None:
    text = "七成农户说怕摔价。本篇课题申报书原件请咨询微信 ktsb_laoxu，另有立项范本两百份这一点与问卷的结果相互印证。"
    found = [text[verdict.start : verdict.end] for verdict in explain(text) if verdict.is_ad]
    assert found
    assert "ktsb_laoxu" in found[0]


@pytest.mark.parametrize("ad", ["防断更加微信1503991601谢谢", "代写讲话稿找老赵，扣扣7788990常年有"])
def test_an_ad_fills_the_line_that_it_begins(ad: str) -> None:
    found = [
        verdict for verdict in explain(f"{ad}\n在全县经济工作会议上的讲话\n同志们：今天开个短会。") if verdict.is_ad
    ]
    assert [(verdict.start, verdict.end) for verdict in found] == [(0, len(ad))]


@pytest.mark.parametrize("text", KEEPS)
def test_what_only_looks_like_one_is_kept(text: str) -> None:
    assert not [verdict for verdict in explain(text) if verdict.is_ad]


def test_what_was_kept_is_explained_too() -> None:
    verdicts = explain("请登录市政务服务网（www.zwfw.example.gov.cn）办理，咨询电话12345。")
    assert verdicts
    assert all(verdict.score < AD for verdict in verdicts)
    assert any(piece.weight < 0 for verdict in verdicts for piece in verdict.evidence)


def test_the_account_names_each_piece_and_they_add_up() -> None:
    (verdict,) = [v for v in explain("会议结束。加微信gaozi_8866领取全套材料我们要抓紧落实。") if v.is_ad]
    assert abs(sum(piece.weight for piece in verdict.evidence) - verdict.score) < 1e-9
    assert "identifier beside a channel" in verdict.account()


@pytest.mark.parametrize(
    "unit", ["加微信", "Q群：123456789，", "www.a.cn", "公-众-号-", "（加V：ab12）", "👉", "点com"]
)
def test_hostile_input_takes_time_in_line_with_its_length(unit: str) -> None:
    import time

    def seconds(size: int) -> float:
        text = (unit * size)[:size] + "好"
        times = []
        for _ in range(3):  # processor time, the least of three: other work on the machine is not what is asked about
            start = time.process_time()
            explain(text)
            times.append(time.process_time() - start)
        return min(times)

    seconds(500)
    assert seconds(16_000) < 40 * max(seconds(1_000), 0.002)
