"""What looks like mojibake and is none: nothing of it may be touched."""

from __future__ import annotations

import json
import re
from pathlib import Path

import opencc
import pytest

from speechclean.core.choices import Choices
from speechclean.core.rule import Stage
from speechclean.lexicon import load
from speechclean.pipeline import Pipeline
from speechclean.plausibility import is_han
from speechclean.rules import shift, transport
from speechclean.rules.transport import chinese
from speechclean.rules.transport.channels import Channel
from speechclean.rules.transport.suspects import FOREIGN

PIPELINE = Pipeline([Stage("transport", transport.rules(Choices())), Stage("shift", shift.rules(Choices()))])
HEALTHY = {
    "French": "Où êtes-vous allés cet été ? À la forêt de Fontainebleau, près de chez Noël ; ça coûtait 5 €, « très cher ».",
    "Spanish": "¡¡¡Qué día tan bonito, señor Núñez!!! ¿Está aquí el niño? Sí, allá, en la plaza de España. ÁÉÍÓÚÜÑ áéíóúüñ",
    "German": "Öl für Geräte: Größe 5 ½ × 3 ¼ – «süß», „weiß“, ÄÖÜäöüß; 20 °C, 3 µm, § 5 Abs. 2, 100 ± 5 Ω",
    "Portuguese": "A situação não é fácil: irmãos, pães, corações, órgãos. À noite às três, São João. ÀÁÂÃÇÉÊÍÓÔÕÚ",
    "Polish": "Zażółć gęślą jaźń. Źródło: książka „Pan Tadeusz”, część pierwsza. ŁÓDŹ, ĄĘŚĆŃ",
    "Czech": "Příliš žluťoučký kůň úpěl ďábelské ódy. Ještě že žé a ší; ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ",
    "Icelandic": "Kæmi ný öxi hér, ykist þjófum nú bæði víl og ádrepa. ÁÐÉÍÓÚÝÞÆÖ",
    "Turkish": "Pijamalı hasta yağız şoföre çabucak güvendi. ÇĞİÖŞÜ",
    "Vietnamese": "Cộng hòa xã hội chủ nghĩa Việt Nam: Độc lập – Tự do – Hạnh phúc. Được rồi, đấy là nhà của chúng tôi ở Đà Nẵng.",
    "Russian": "Съешь же ещё этих мягких французских булок, да выпей чаю. ЁЖЩЪЫЭЮЯ",
    "Greek": "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία. ΆΈΉΊΌΎΏ αβγδ",
    "Japanese": "処理を続いているものはタイムアウトを繰り返さないでください。ﾊﾝｶｸ ヶ月 々 〆切 東京都と大阪府の接続が続いています…",
    "Korean": "한국어 문장입니다. 이 프로그램은 자유 소프트웨어입니다. 漢字와 한글을 섞어 쓴다.",
    "mathematics": "∀x∈ℝ: ⌈x⌉ = −⌊−x⌋, α ∧ ¬β ≡ ¬(¬α ∨ β), ∑ᵢ₌₁ⁿ i² ≈ n³⁄3, ∮E·da = Q/ε₀, ½ × ¾ = ⅜, x² + y² ≤ r², 5 µg ± 0.1‰",
    "code": 'if (å > "é") { return `é${x}` + "\\u00e9"; } // naïve café — ÄÖÜ; s/[À-ÿ]/?/g; b"\\xc3\\xa9" print("ÀÁÂÃÄÅÆÇÈÉ")',
    "alphabet": "wordchars += 'ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ'",
    "French mojibake": "L'Ã©tÃ© dernier, Ã  la forÃªt, il faisait trÃ¨s beau et le cafÃ© coÃ»tait dÃ©jÃ  cher.",
    "rare characters": "锟铻之剑，切玉如切泥。鍚、鐨、銆、鏄皆僻字也。犇猋骉羴鱻麤，龘靐齉龗，淼焱垚鑫森。",
    "Tang poem": "玓瓅江靡，琁瑰碝磩。皛溔潢漾，鬱滃薱茀。蝥賊坻石，湮沒臬衱。",
    "receipts": "今收到人民币柒陆捌万元整，柜号捌柒壹。门牌上写着柒贰捌三个字，电话陆捌柒零；合计捌捌贰拾万元，柒捌仟仟。",
    "names": "参会人员：闫昕彧、亓官赟、褚翀、仝喆、卺祎、粘堃、逯璟雯、禚晏岫、仉莙、阚頔。",
    "Cantonese": "佢哋喺嗰度食嘢，唔知點解咁耐都未嚟，啲嘢凍晒喇，咪又係咁囉。",
    "place names": "乾安县、亳州、睢宁、歙县、盱眙、涿鹿、鄄城、黟县、鄱阳、筼筜湖、窨子屋、垭口、坨里、㙟洲。",
    "chemistry": "钇、锆、铌、钼、锝、钌、铑、钯、镉、铟；烷烃、烯烃、炔烃、苯酚、羟基、氨基、巯基、噻唑、嘧啶、哌嗪、铊、锫、镅。",
    "letters": "我住在A市B區，穿T恤，看K線圖，照X光，做B超，吃維生素C，打O型血。，F組；：Q群",
    "brackets": "這是[圖]的說明，用`反引號`標出，或者用|分開|，還有{花括號}和~波浪~。",
    "kana in Chinese": "街角新开了一家“鲜の道”，优の良品也在隔壁；他爱看《千と千寻》，会写ァ、ィ、ぱ几个假名，ツ形的笑脸常挂嘴边。",
    "Greek in Chinese": "波长λ与频率ν成反比，α粒子穿过金箔，β衰变放出电子；Τ检验与Χ平方，夹角θ等于Φ减ω，Σ求和，μ介子。",
    "Cyrillic in Chinese": "信封上写着Ж字和Щ字，落款是Эйзенштейн，俄文Я像反写的R，老师念Ы念了三遍。",
    "stars in Chinese": "Q04　朝天一炷香　辣★★★★★【花】H01　指甲花，红★★★☆☆，易养●●○；穝秈★★★★★。",
    "lines in Chinese": "东┬西┴南┼北，左╬右╮上╭下╯，画的是棋盘┯和梯子┰，共╞三╡格。",
    "encodings": "乱码“锟斤拷”缘何而来？GBK 与 UTF-8 互转时，“鍚勪綅浠ｈ〃”就成了“各位代表”，ä¸­æ–‡ 就是“中文”。",
    "advice": "打开后看到鏂囦欢鎵撳紑鍚庢槸涔辩爜，说明编码选错了，改成 UTF-8 即可。",
}


FRAMES = {"alone": "{}", "Simplified": "他用外文写道：{}，说来话长。", "Traditional": "他用外文寫道：{}，說來話長。"}


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES.keys())
@pytest.mark.parametrize("text", HEALTHY.values(), ids=HEALTHY.keys())
def test_healthy_text_stays(text: str, frame: str) -> None:
    framed = frame.format(text)
    outcome = PIPELINE.run(framed)
    assert not outcome.failures
    assert outcome.text == framed


CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.mark.parametrize("script", ["hans", "hant"])
@pytest.mark.parametrize("folder", ["development", "fresh", "later", "exam", "pages"])
def test_nothing_that_an_author_wrote_is_repaired(folder: str, script: str) -> None:
    """The quality corpus without its noise: 200,000 characters of every genre, and of what looks like noise."""
    convert = opencc.OpenCC("s2t").convert if script == "hant" else str
    for path in sorted((CORPUS / folder).glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            text = convert(re.sub("⟦[^⟧]*⟧|[⟨⟩]", "", json.loads(line)["text"]))
            assert PIPELINE.run(text).text == text


@pytest.mark.parametrize("channel", [*chinese.CHANNELS], ids=lambda channel: channel.label)
def test_a_sign_of_another_script_is_looked_around(channel: Channel) -> None:
    """What the lexicons hold beside Chinese, scripts/make_mojibake_words.py chose: the window around it must not be passed over."""
    foreign = [sign for sign in load(channel.lexicon) if len(sign) == 1 and not is_han(sign)]
    assert all(map(FOREIGN.fullmatch, foreign))
