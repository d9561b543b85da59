"""Ads in file names: what goes, and what stays in doubt."""

from __future__ import annotations

import time

import pytest

from speechclean.judgement.names import ad_in_name

ADS = [
    ("讲话防断更zk000001", "讲话"),
    ("讲话防断更zk000001(1)", "讲话(1)"),
    ("讲话加微信zk000001 - 副本", "讲话 - 副本"),
    ("國慶講話防斷更zk000001", "國慶講話"),
    ("在全县经济工作会议上的讲话防断更加微信1503991601", "在全县经济工作会议上的讲话"),
    ("在全县经济工作会议上的讲话【微信abc123】", "在全县经济工作会议上的讲话"),
    ("在全县经济工作会议上的讲话【微信abc123】第二稿", "在全县经济工作会议上的讲话第二稿"),
    ("在全县经济工作会议上的讲话（微信公众号：公文助手）", "在全县经济工作会议上的讲话"),
    ("在全县经济工作会议上的讲话_微信公众号gw123", "在全县经济工作会议上的讲话"),
    ("在全县经济工作会议上的讲话（加微信zk000001领取完整版）", "在全县经济工作会议上的讲话"),
    ("在全县经济工作会议上的讲话👉mbgs777👈联系老师", "在全县经济工作会议上的讲话"),
    ("在干部大会上的讲话 更多范文加微信mbgs777", "在干部大会上的讲话"),
    ("【加微信zk000001】在全县会议上的讲话", "在全县会议上的讲话"),
    ("+V zk88888 领取 讲话稿", "讲话稿"),
    ("党课讲稿 VX zk88888", "党课讲稿"),
    ("党课讲稿 薇芯zk88888", "党课讲稿"),
    ("述职报告★加V：gwxz666★", "述职报告"),
    ("述职报告(防失联加QQ123456789)", "述职报告"),
    ("述职报告 关注公众号【笔杆子】", "述职报告"),
    ("学习心得【免费下载www.xxgw.com】", "学习心得"),
]

KEPT = """
讲话稿-终稿-final2
讲话稿（下载版）
讲话全文（完整版）
2023年工作总结 (1)
000_be0885069604c800
IMG_20230101_123456
2024-05-06工作周报
如何申请微信号abc123
公司微信公众号账号abc123
微信公众号运营方案
微信公众号管理制度
微信小程序使用手册
微信读书笔记_001
关于加微信群的通知
关于建立微信工作群的通知
关于关注留守儿童的倡议书
QQ群管理规定
QQ音乐版权分析123456
张三 QQ空间日志123456
附件1：QQ群使用说明123456789
学习群文件-20230101
公众号推文《春天》
扫码支付推广方案v2.0
加强和改进新形势下工作
加V认证说明
电话_13800138000_通话记录
联系电话一览表13800138000
讲话稿_终稿_张三13800138000
会议通知（联系人：李四，电话13800138000）
关于做好防汛工作的通知（联系电话：010-12345678）
2024年度述职报告（张三 13800138000）
某某网站www.example.com建设方案
V-Ray渲染教程
VIP客户服务方案
威信县政府工作报告
防断更机制研究
更新日志1.2.3
作者wx_note_2021
王小明wxm1990_作文
党委书记讲话 zk000001
防断更zk000001
扫码领取
zk000001
qq123456789
""".strip().splitlines()


@pytest.mark.parametrize(("name", "left"), ADS)
def test_an_ad_goes_with_what_tied_it_to_the_title(name: str, left: str) -> None:
    ad = ad_in_name(name)
    assert ad is not None
    assert ad.left == left
    assert ad_in_name(left) is None, "a second run finds nothing"
    assert ad.verdict.account()


@pytest.mark.parametrize(
    "name", ["", ".", "(", "我\udcff", "我\udcff防断更zk000001", "a" * 5000, "加微信zk000001" * 100, *KEPT]
)
def test_in_doubt_a_name_stays(name: str) -> None:
    assert ad_in_name(name) is None


def test_a_long_name_takes_no_time() -> None:
    began = time.process_time()
    for name in ("加微信abc123领取" * 14 + "讲话稿", "_微信-" * 40, "【（" * 60):
        ad_in_name(name)
    assert time.process_time() - began < 6
