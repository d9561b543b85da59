"""What the words around a span are about tells that the author speaks of it."""

from __future__ import annotations

import pytest

from speechclean.judgement.subject import of_subject


@pytest.mark.parametrize(
    ("text", "span", "kinds"),
    [
        ("抛射角为θ，则vx=vcosθ，vy=vsinθ", "vx=vcos", ["an equation"]),
        ("令w=u+iv，则ux=∂v/∂y", "ux=", []),  # no sign of mathematics is known there
        ("加vx=gz6688领取讲稿", "加vx=gz6688领取", []),
        (r"用(?:微信|vx)[:：]?\w+匹配", "微信|vx", ["a regular expression"]),
        ("来自 218.30.* 的发言 qq12345", "来自 218.30.* 的发言 qq12345", []),
        (
            "其中http://sanxing.com转到了别处，这三个网址已失效",
            "http://sanxing.com",
            ["the sentence speaks of addresses"],
        ),
        ("这条链接http://a.cn/x打开是空的", "这条链接http://a.cn/x", ["the sentence speaks of addresses"]),
        ("本站网址http://a.cn请收藏", "本站网址http://a.cn", []),
        ("先发http://a.com/g?address=北京&k=2", "http://a.com/g?address=", ["the address goes on behind it"]),
        ("编辑/etc/apt/sources.list，将a.com换成b.com", "a.com", ["commands and files around it"]),
        ("要抓好落实。好稿网 a.com我们", "好稿网 a.com", []),
        ("我要感谢“荐书人”公众号的伙伴", "我要感谢“荐书人”公众号的伙伴", ["thanks to others"]),
        ("感谢关注本公众号的朋友", "感谢关注本公众号的朋友", []),
        ("大件请打老板电话18982010203送上门", "电话18982010203", ["who is called is named before it"]),
        ("密切联系群众微信gw6688多听真话", "微信gw6688", []),
        ("☎ 食堂 8021　☎ 医务室 8120", "☎ 食堂 8021　☎", ["an office's extension"]),
        ("加☎ 138 0013 8000", "☎ 138 0013 8000", []),
        ("dp[i][v]=max(dp[i-1][v],q[i])", "[i][v]=max(dp", ["an equation"]),
        ("qq_no为QQ号，v_level为等级，x_pos为坐标", "qq_no为QQ号，v_level", ["variables around it"]),
        ("加vx_gz领取wx_gz全集", "加vx_gz领取wx_gz", []),
        ("客服快捷回复示例：请联系旺旺“小暖”", "客服快捷回复示例：请联系旺旺“小暖”", ["shown as an example"]),
        ("将本文另存为Word后下载", "将本文另存为Word后下载", ["tells how a program is used"]),
        ("内容为：首页 | 新闻 | 联系我们", "内容为：首页 | 新闻 | 联系我们", ["a list of a page's words"]),
        ("文字“首页 | 简介 | 下载”", "文字“首页 | 简介 | 下载”", ["a list of a page's words"]),
        ("代写论文 | 毕业设计 | 联系我们", "代写论文 | 毕业设计 | 联系我们", []),
        ("[2021-06-03 02:14:55][WARN][order-svc] 库存回滚失败", "[WARN][order-svc]", ["a line of a program's log"]),
        ("2023-10-01 08:00:01,233 ERROR qq-sync 同步失败", "qq-sync", ["a line of a program's log"]),
        ("2023-10-01 08:00:01 加qq-88123领讲稿", "加qq-88123", []),
        ("群号在置顶帖里，新人先看群规", "群号在置顶帖里，新人先看群规", ["the sentence tells of a channel"]),
        ("防失联 新号 t x 5 1 8 8 2 6", "防失联 新号 t x 5 1 8 8 2 6", []),
    ],
)
def test_what_it_is_about(text: str, span: str, kinds: list[str]) -> None:
    start = text.index(span)
    assert [piece.kind for piece in of_subject(text, start, start + len(span))] == kinds
