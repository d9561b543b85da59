"""A span is stretched over a head or a tail that the learned judge is sure of, and over nothing of the author's."""

from __future__ import annotations

import pytest

from speechclean import clean


@pytest.mark.parametrize(
    ("before", "ad", "after"),
    [
        ("教训十分深刻。", "零基础学UI，先就业后付款，加老师v领大礼包", "家里人都反对。"),
        ("会议到此结束。", "软著专利包下证，薇：rz_zhuanli_77", "作者的署名权、修改权不受限制。"),
        ("他把门关上了。", "小学语文课件共享裙　4 4 0 9 1 2 7 6 3", "学生回头看黑板。"),
        ("我们要抓落实。", "整改报告代写，加薇芯 s6688，效果再付", "各单位要立即行动起来。"),
        ("会议到此结束。", "党课课件模板代做V：fyg_7788 免费试看", "张主任翻开笔记本看了一眼。"),
        ("春耕不等人。", "想要这篇讲话的PPT，加老王微信：lwcl_6093，备注“春耕”。", "种子要足额备好。"),
        ("屋檐上的灯灭了。", "需要家长会致辞稿的朋友，请洽LINE：jz_words07", "孩子们下课后看书去了。"),
        ("村民余某抢救无效死亡。", "遇到同类纠纷？资深律师坐堂，首问免单，➕芯：lvs_tang19", "家属提起诉讼。"),
        (
            "窗台上有一截红绳。",
            "更新最快的小说站——〖听雨楼〗tingyulou点org，无需注册即可畅读",
            "他脸色一点点沉了下去。",
        ),
        ("粮站开秤了。", "公示模板加微：gwcs_kefu，备注街道", "停运期间，住户可向楼长登记。"),
        ("窗外有雨。", "范文代写联系vx：nyb_0611，备注农业", "合作社的六台收割机全部检修完毕。"),
        ("排查要细。", "应急材料共享扣群：52 88 104 36，口令：防台", "转移出来的群众，要有热饭吃。"),
        ("村口有一棵老槐树。", "散文投稿加微信 sw_8830，暗号：槐花", "树下总坐着几个下棋的老人。"),
        ("老掌柜放下算盘。", "结局提前看请加编辑薇信 mq_dushu8，仅限今天", "“死当还是活当？”他问得漫不经心。"),
        ("校长清了清嗓子。", "演讲稿加V：yjg_2021，备注演讲稿", "台下的同学们安静下来。"),
        ("云像一锅米汤。", "🚙拼车🈶位置📱➡️ chuanxi_bao06 🔛随时走🔛", "下山那段弯道有四十多个。"),
    ],
)
def test_the_head_and_the_tail_of_an_ad_go_with_it(before: str, ad: str, after: str) -> None:
    assert clean(before + ad + after).text == before + after


@pytest.mark.parametrize(
    ("before", "ad", "after"),
    [
        ("老干部是党和国", "文秘帮wmbang.net", "家的宝贵财富。"),
        ("一是", "竞聘稿量身定做➕扣：二九零零三三一五", "基本功扎实。"),
        ("大家看完之后，", "代写讲话稿加微信abc12345", "不要急着下结论。"),
        ("这道题怎么解？", "题库答案加V：tk_6677", "先看已知条件，三角形是等腰的。"),
        ("放入姜片和蒜瓣", "想学卤味加V：lw_7788", "煸香，再下肉块翻炒。"),
        ("谁会想到呢？", "追更加微信zg_8877看后续", "三年以后这封信又回来了。"),
        ("老周摇摇头，", "加薇信 lz_8890 看全文", "把烟掐了，转身进了屋。"),
    ],
)
def test_the_authors_head_of_a_sentence_stays(before: str, ad: str, after: str) -> None:
    text = clean("今天的会很重要。" + before + ad + after).text
    assert text.startswith("今天的会很重要。" + before)
    assert text.endswith(after)
