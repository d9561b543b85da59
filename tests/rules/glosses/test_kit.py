from __future__ import annotations

import pytest

from speechclean import Settings, clean
from speechclean.rules.glosses.glossed import bare, bracketed

GLOSSES = Settings(to="keep", select=("glosses",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推進(jìn)農業改革，關鍵(jiàn)是優化產(chǎn)業。", "推進農業改革，關鍵是優化產業。"),
        ("恒溫(wēn )恒濕試(shì )驗(yàn )箱的維(wéi )護", "恒溫恒濕試驗箱的維護"),
        ("黨(dang)(dang)的(de)(de)(de)安(an)全(quan)會(hui)議(yi)", "黨的安全會議"),
        (
            "将长剑往肩［jiān］上一扛，望着他的背影，许［xǔ］久没有说话。",
            "将长剑往肩上一扛，望着他的背影，许久没有说话。",
        ),
        ("加强基ji层建设，让党旗高gao高飘扬，冲chong得上。", "加强基层建设，让党旗高高飘扬，冲得上。"),
        ("女(nǚ)兒綠(lǜ)色旅(lv)游", "女兒綠色旅游"),
        ("这個(ɡè)会(huì)议", "这個会议"),
        ("心要静，行要实(shí)。别把收藏当学会。", "心要静，行要实。别把收藏当学会。"),
    ],
)
def test_kits_go(text: str, expected: str) -> None:
    assert clean(text, GLOSSES).text == expected
    assert clean(expected, GLOSSES).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "亳（bó）州，古称谯城；饕餮(tāo tiè)是凶兽。",
        "“给（jǐ）养”“自给（jǐ）自足”读jǐ，作口语动词读gěi。",
        "长(zhǎng)大的长，长(cháng)短的长；好(hǎo)人，爱好(hào)。",
        "春(chūn)天(tiān)来(lái)了(le)花(huā)开(kāi)了(le)",
        "生字：春(chūn) 夏(xià) 秋(qiū) 冬(dōng)",
        "我姓卜（bǔ），叫单（shàn）雄。",
        "样本(n)与参数(a)，函数f(x)，消息(ack)，重量(kg)。",
        "用python写脚本，在linux下跑，app要好用。",
        "有个字大家要认准，“实（shí）”，不是“买（mǎi）”，读音不同。",
    ],
)
def test_what_a_reader_needs_stays(text: str) -> None:
    assert clean(text, GLOSSES).text == text


def test_a_needed_gloss_stays_beside_a_kit() -> None:
    text = "推進(jìn)改革，關鍵(jiàn)在產(chǎn)業，亳（bó）州先行。"
    assert clean(text, GLOSSES).text == "推進改革，關鍵在產業，亳（bó）州先行。"


def test_only_chinese_characters_are_read() -> None:
    rest = len("字" + "（zì）" * 8)
    assert bracketed("字" + "（zì）" * 20).spans == [(1, rest)]
    assert bracketed("〇(líng)一(yī)가(jiā)").spans == [(8, 12)]
    assert [start for start, _ in bare("基ji层高gao），di层好hao，").spans] == [1, 14]
    assert bare("层𠀀jia的力liゔ").spans == []


@pytest.mark.parametrize(
    "text",
    [
        "生字表\n1. 春(chūn)天、夏(xià)天、秋(qiū)天、冬(dōng)天\n2. 花(huā)朵、草(cǎo)地、树(shù)木、飞(fēi)鸟",
        "第二单元：高(gāo)山、大(dà)海、白(bái)云；跑(pǎo)步、跳(tiào)高、游(yóu)泳。",
        "成语读一读：目不转睛(jīng)、一心一意(yì)、三心二意(yì)、自言自语(yǔ)、张口结舌(shé)、四面八方(fāng)。请读两遍。",
        "字谜：一口咬掉牛尾巴。谜底：告(gào)。\n一点一横长，一撇到南洋。谜底：广(guǎng)。\n上下一体。谜底：卡(kǎ)。",
        "韵脚是光(guāng)、霜(shuāng)、乡(xiāng)，同押ang韵。",
        "把下面的句子读三遍：四(sì)是四，十(shí)是十，十四(shí sì)是十四，四十(sì shí)是四十。",
        "当地话把“吃(qia)饭(wan)”“喝(ho)酒(jiu)”“睡(kun)觉(gao)”说得又快又轻，外人听不出是三件事。",
        "“行háng列、行xíng走、道行héng”，一个字，三样念法。树shù、木mù也要分清。",
    ],
)
def test_listed_words_and_characters_by_themselves_keep_their_readings(text: str) -> None:
    assert clean(text, GLOSSES).text == text


def test_a_kit_in_short_clauses_goes() -> None:
    text = "坚持党(dǎng)建引领，推(tuī)动产业振兴，人(rén)民满意(yì)，干部有为(wéi)，群众(zhòng)点赞。"
    assert clean(text, GLOSSES).text == "坚持党建引领，推动产业振兴，人民满意，干部有为，群众点赞。"
