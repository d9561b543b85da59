"""An author's words behind a site's sentence that was glued before them are told from the site's own last words."""

from __future__ import annotations

import pytest

from speechclean.judgement.tails import tail_of_author


@pytest.mark.parametrize(
    ("sentence", "tail"),
    [
        ("本文由某某文库整理发布三个月后路修到了山顶。", "三个月后路修到了山顶。"),
        ("更多精彩内容请关注本站广大干部要沉到一线解决问题。", "广大干部要沉到一线解决问题。"),
        ("更多范文请关注公众号“公文大全”我们要坚定信心。", "我们要坚定信心。"),
        ("更多范文请关注公众号“公文大全”获取更多精彩内容。", ""),
        ("以上就是《述职报告》全文希望大家喜欢。", ""),
        ("以上就是小编为大家带来的关于述职报告的全部内容。", ""),
        ("喜欢断桥刀请大家收藏,断桥刀墨舟书屋更新速度最快。", ""),
        ("最新章节请到yunshu点net阅读,无需登录永安当铺的门板被人敲了三下。", "永安当铺的门板被人敲了三下。"),
        ("请记住本站kanshu8.com,无弹窗,免注册雪下得更紧了。", "雪下得更紧了。"),
        ("请记住本站kanshu8.com,无弹窗,免费阅读。", ""),
        ("原网址:http://xhsb-lw.abc.com/jy/20931.html,转发时请勿删去本行。", ""),
        ("手机用户请浏览阅读,掌上阅读更方便。", ""),
        ("试读到此为止,购买后可查看第十条至第三十七条", ""),
    ],
)
def test_the_tail_is_an_authors(sentence: str, tail: str) -> None:
    assert sentence[tail_of_author(sentence) :] == tail
