"""A row of an author's series stays, however its words sound; rows of titles and a site's own terms are no such series."""

from __future__ import annotations

import pytest

from speechclean import Settings, clean
from speechclean.judgement.series import is_member

KEPT = Settings(to="keep")
CONTRACT = "第一条　总则\n1.1 甲方是指本县图书馆。\n第二条　会员与下载\n2.1 您在本站发表的文章，著作权归您所有。\n2.2 乙方应当按期归还。\n第三条　附则"
CHANGES = "修复：分享到微信时标题为空\n新增：首页“猜你想记”推荐\n已知问题：二维码无法长按识别\n修复：点击“下一页”跳回首页\n新增：导出文档，点击右上角即可"
PLAY = "电　脑　您有一条新消息，请登录后查看。\n老　邵　谁呀？\n小　纪　广告。\n老　邵　删。\n电　脑　再删就封号。\n小　纪　让它封。"
CHRONICLE = "1998年3月，广播站撤销。\n2004年6月　网站开通，网址www.xgbz.example。首页滚动字幕：“欢迎您”。\n2011年9月，改用数字设备。"
CONTENTS = "第一节　通知的格式……………………9\n第二节　范文网站是怎么来的…………109\n第三节　版权与署名…………………121"
RATES = "中文录入　15 元/千字\n表格制作　10 元/页起\n手写稿录入　20 元/千字\n复印　0.3 元/张"
QUESTION = "1. 属于文章正文的是（　）\nA. 首页 > 教育　B. 点击次数：312\nC. 文章第一段　D. 上一篇：提纲\n2. 打不开时应（　）\nA. 刷新　B. 关机"

BUTTONS = "从左到右依次是：\n【上一条】　回到前一个节目\n【下一条】　跳到后一个节目，播国歌的时候千万别碰\n【收藏】　把当前节目存进“常用”，片头就在里面\n【返回首页】　退回节目单，正在播的不会停\n【关闭窗口】　会停！停了要重新点名单"
WEEKS = "第1周（2/29）导论：为什么要下去　　　　阅读：[A1]\n第2周（3/7）　进入：介绍信、烟和别的东西　　　阅读：[A2][B1]\n第8周（4/18）线上的田野：群聊、直播间、弹幕　　　　阅读：[B4]\n第9—11周　驻点调查（见附表，略）"
STAGE = "弹　窗　恭喜您！点击领取红包！\n老　人　怎么关？\n弹　窗　（一闪，躲开）关闭失败！正在为您跳转——\n老　人　我不去。\n弹　窗　好的！正在为您下载——"
CHAT = "6月2日 09:14　对方：您好，我是王教授的助理，国学大讲堂免费送书，仅剩最后30套！\n6月2日 09:20　受害人：不要钱？\n6月2日 09:20　对方：不要钱。加一下我们的客服微信 gx_ds101，备注“领书”就行。\n6月9日 19:42　对方：家人们，内部股权认购通道今晚十二点关闭，手慢无！\n6月9日 21:05　受害人：转过去了，二十万。"
CLAUSES = "（一）来稿请用A4纸打印，寄至编辑部；\n（二）稿件一经刊用，即视为同意本刊在校园网同步刊载；著作权归作者所有，转载须经作者本人同意并注明出处。\n（三）来稿不退，请自留底稿。"
SHOTS = "镜号｜景别｜内容｜时长\n1｜特写｜吹风机吹皮革边缘｜4秒\n2｜中景｜师傅点击鼠标｜6秒\n3｜特写｜下载完成｜3秒"
EVIDENCE = "编号　名称　页码　证明目的　对方意见\n1　借条（原件）　1　借款事实　无异议\n2　微信聊天记录　4-19　催款　认为不完整"

SUPPLIES = "编号　名称　数量　备注\n1　登录闸机　2台　收藏室用\n2　下载机　3台\n3　打印机　5台　旧的"


@pytest.mark.parametrize(
    "text",
    [
        SUPPLIES,
        CONTRACT,
        CHANGES,
        PLAY,
        CHRONICLE,
        CONTENTS,
        RATES,
        QUESTION,
        BUTTONS,
        WEEKS,
        STAGE,
        CHAT,
        CLAUSES,
        SHOTS,
        EVIDENCE,
    ],
)
def test_the_rows_of_an_author_stay(text: str) -> None:
    assert clean(text, KEPT).text.strip() == text


SEEDS = "【茄果】\nQ01　牛心柿　皮薄，不耐运\nQ02　灯笼椒　微辣　★★\nQ04　朝天一炷香　辣　★★★★★\n【花】\nH01　指甲花"


def test_rows_with_a_code_are_no_accounts() -> None:
    assert clean(SEEDS, KEPT).text == SEEDS


TITLES = "1. 述职报告范文\n2. 入党申请书\n3. 年终总结大全"
TERMS = "1.本站文档由用户上传，版权归用户所有，本站不负责。\n2.下载前请先预览，下载后不退积分。\n3.如有侵权请联系本站客服删除。"
LABELS = "作者：张三\n来源：本站\n点击：231\n作者：李四\n来源：本站\n点击：18"


TERMS_IN_TRADITIONAL = (
    "1.登錄後發表評論，點擊分享。\n2.下載前請先預覽，下載後不退積分。\n3.如有侵權請聯繫本站客服刪除。"
)


THREADS = (
    "标题　作者　回复/查看　最后发表\n求购二手帐篷　老驴　12/340　昨天 21:07\n稻城自驾花销　阿措　3/88　前天 09:15"
)


ONE_COUNTED = "书名　类别　状态　字数\n首页　分类　排行　书架\n0　登录　注册　帮助"


@pytest.mark.parametrize("text", [TITLES, THREADS, ONE_COUNTED, TERMS, TERMS_IN_TRADITIONAL, LABELS])
def test_titles_terms_and_the_labels_of_pages_are_no_series(text: str) -> None:
    assert not is_member(text, text.index("\n") + 1)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("一、甲。\n二、乙，丙丁戊己。\n三、丁。", True),
        ("一、甲。\n二、乙，丙丁戊己。", False),
        ("3.1 登录。\n3.2 新增，点击按钮。\n3.10 关闭。", True),
        ("（九）甲，乙丙丁戊。\n（十九）点击下载。\n（二十一）甲，乙丙丁戊。", True),
        ("今天开会。\n二、点击下载。\n明天散会。", False),
    ],
)
def test_three_rows_of_one_form_are_a_series(text: str, row: bool) -> None:
    assert is_member(text, text.index("\n") + 1) == row


def test_a_place_far_behind_the_start_of_its_line_is_no_rows() -> None:
    text = "1. 甲乙，丙丁戊己。\n2. 甲乙，丙丁戊己。\n3. " + "天下大事，必作于细。" * 60
    assert is_member(text, text.index("3."))
    assert not is_member(text, len(text) - 5)


@pytest.mark.parametrize(
    "row",
    [
        "第一课加微信 abc12345 领取资料",
        "A. 加微信abc12345免费领取全套资料",
        "客服：加微信abc12345",
        "1. 加微信，免费领取全套",
    ],
)
def test_blank_lines_are_no_rows(row: str) -> None:
    text = f"他们走了。\n\n\n{row}\n\n再见。"
    assert not is_member(text, text.index(row))
