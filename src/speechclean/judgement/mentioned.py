"""Whether a page's words are an author's matter: his sentence is about them, or he announced them.

A page prints its marks and buttons between sentences; what goes on with 这两个字, 的, 是 or a comma speaks of them.
"""

from __future__ import annotations

from speechclean.core.pattern import Pattern
from speechclean.judgement.examples import is_example
from speechclean.judgement.shown_code import is_shown_code

_NUMBER = "[一二两兩三四五六七八九十几幾\\d]{1,2}"
_SIGN = "字|[词詞句标標图圖栏欄键鍵行排符格]|[话話]|按[钮鈕]|[链鏈][接結]|[连連][结結]|[选選][项項]|提示|[记記][号號]|[条條]目|位置"
_NAMED = (
    rf"[这這那此该該](?:{_NUMBER}|些)?[个個种種枚排行条條串句类類处處]?[小大]?(?:{_SIGN})"
    rf"|{_NUMBER}[个個种種枚排行条條处處者][小大]?(?:{_SIGN})|[一二两兩三四五六七八九十](?:字|[词詞])"
    r"|[标標][识識记記志誌签籤]|按[钮鈕键鍵]|[图圖][标標]|[链鏈][接結]|符[号號]|[选選][项項]|功能(?!强|強|齐|齊)|字[样樣]"
)
NAMED = Pattern(rf"[ \u3000]?(?:{_NAMED})")
"""How a sentence goes on that calls what stands before it a word, a button, a link."""
SUBJECT = Pattern(
    r"[ \u3000]?(?:[，,、；;：:。.！!？?)）」』’》/]|的(?![确確士])|[是为為](?!此|了|何|什|[难難])"
    r"|[和与與跟同及或](?![时時样樣学學年事志意往行伴龄齡以许許])|等(?![到了着著待他她它我你])"
    rf"|[这這那此该該](?:{_NUMBER}|些)?[个個种種枚排行条條串句类類处處]?[小大]?(?:{_SIGN})|[这這那][张張幅页頁一]"
    rf"|{_NUMBER}[个個种種枚排行条條处處者][小大]?(?:{_SIGN}|[，,都各均皆全])|[一二两兩三四五六七八九十]?(?:字|[词詞]|者)"
    rf"|[标標][识識记記志誌签籤注题題示]|按[钮鈕键鍵]|[图圖][标標]|[一这這那]?[栏欄]|[链鏈][接結]|符[号號]|提示|[选選][项項]|功能"
    rf"|[都总總也仍却卻就只竟全皆均各](?:[是在会會被不没沒要能有占佔挂掛排印写寫标標可得须須需应應很太]|灰|亮)"
    rf"|各(?:[占佔]|{_NUMBER})|[标標印写寫]得|[占佔被弹彈]|[排挂掛印写寫贴貼放摆擺藏][成在着著列了]|出[现現]|[位居][于於]|必[须須]|[应應][当當该該]|不得|可以"
    r"|[^，。！？\n]{0,3}[写寫印画畫夹夾留贴貼标標刻][着著]"
    r"|之[间間后後前外上下]|[上下里裡左右旁][面边邊]|[上下里裡中前后後内內外][，。、的]|[时時处處][，、,])"
)
"""How a sentence goes on that is about what stands before."""
SCREEN = Pattern(
    r"[弹彈][窗出]|按[钮鈕键鍵]|[页頁版界][面]|[翻网網][页頁]|[阅閱][读讀]器|[网網]站|[论論][坛壇]|[讨討][论論][区區]|帖子|屏幕|螢幕|[说說]明[书書]"
    r"|[导導]航|[标標][签籤注註]|失[灵靈]|校[样樣]|公[众眾][号號]|小程序|操作|[个個][字词詞]"
)
"""What is spoken of where a sentence is about what a screen shows."""
PAPER = Pattern(
    r"翻[到过過开開]|背面|封[面底]|[读讀看][到完]|抄本|合同|契[约約]|[签簽][名字订訂上]|盖章|蓋章|骑[缝縫]|插[图圖]|[试試考][卷题題]|[残殘]|附[录錄件]|样张|樣張|装订|裝訂"
    r"|[扫掃]描|[复復影][印]|[书書稿][页頁]|[页頁][码碼]"
)
"""Where it is about a piece of paper."""
SPEAKER = Pattern(
    r"[ \u3000]?(?:[（(]以下|[这這][个個位](?:地址|IP|人|用[户戶])|留言"
    r"|[回评評答][复覆論论帖]|[认認][为為]|[说說]|[提指]出|表[示达達]|[发發][来來帖言布]|[来來]自"
    r"|[^，。！？：\n]{1,12}(?:[写寫说說问問答][道：:]|[说說][，,]))"
)
"""So it goes on that is about somebody, who writes."""
OBJECT = Pattern(
    r"(?:[这這那][个個些]|[：:、是为為有着著叫作做成和与與或及即如像点點按击擊选選见見看到在于於把將将从從对對用给給向往第至写寫读讀念印标標]"
    r"|[录錄册冊卷图圖表书書稿件本版页頁])"
    r"[“「『‘《(（\"' \u3000]{0,2}\Z"
)
"""How a sentence ends that lacks what comes: a verb, a preposition, the name of what is cited."""
COUNTED = Pattern(
    r"[号號个個年月日岁歲元块塊点點分秒路楼樓层層米斤两兩级級届屆次页頁章回天人本只隻条條张張棵座间間匹里度折倍期版桌]"
)
"""What a number counts."""
NUMBERED = Pattern(r"(?:[是为為第共等有叫作到成即得约約近达達满滿至于於]|[号號][码碼]?)\s{0,9}\Z")
ADS = Pattern(r"(?<![无無免去])[广廣]告(?=[\u4e00-\u9fff，、][^\n。]{0,40}。)", heads="广告 廣告")
POINTS = "这這那上它"
"""One of them stands among the first signs of a line that is about the one above."""
FARTHEST_POINT = 10
POINTING = Pattern(
    rf"\n\s{{0,3}}[^\n，。：]{{0,4}}(?:[这這那]|以上|上述|上面)(?:{_NUMBER}|些)?[个個种種枚排行条條串句类類处處]?[小大]?(?:{_SIGN}|标[识記])"
    r"|\n\s{0,3}(?:[点點按]|[单單][击擊]|[点點][击擊])它"
)
"""How the line below begins that is about the one above."""
COLON = Pattern(r"[：:][ \u3000]{0,3}\n\n?\Z")
LONGEST_COLON = 6
"""A colon with what may stand behind it is no longer."""
LABEL = Pattern(
    r"(?:位置|[导導]航|[频頻]道|[栏欄]目|分享(?:到|至)?|[标標][签籤]|[关關][键鍵][词詞]"
    r"|(?:相[关關]|推[荐薦]|精[选選]|更多|[热熱][门門]|最新|[新要]闻|新聞|[阅閱][读讀]|[链鏈]接)[^\n。，]{0,6})[：:]\s{0,5}\Z"
)
"""What pages print before their own words."""
SHOWING = Pattern(
    r"[一二两兩三四五六七八九十几幾]行|菜[单單]|[栏欄]目|[页頁][脚腳眉面]|[导導]航|按[钮鈕]|屏幕|螢幕|[显顯]示|[写寫]着"
    r"|[价價]目表?|[一这這那][张張份]|清[单單]|墙上|牆上|黑板|牌子|招牌|群[組组里裡]|[群圈][^，。\n]{0,8}[刷连連发發]|聊天|朋友圈|[弹彈]幕|[短簡简][信訊讯]"
)
"""What a line speaks of that shows the ones below it: how many there are, where on a page they stand, where somebody wrote."""
LISTED = Pattern(
    r"[^\n，。：]{0,6}(?:以上|上述|上面|上列)(?:的|这[些]?|這[些]?|各|几|幾)?(?:[条條则則句个個])?(?:[单單]?[词詞字](?!数|數|由|来|來|均)|[词詞][语語]"
    r"|[译譯](?:[法文名])|口[号號]|[标標][语語牌]|[广廣]告|短信|菜名|例[子句]?[，。均皆都]|命令|按[钮鈕]|路[径徑]|步[骤驟]|菜[单單]|入口|用[语語]|文字(?!由|来|來|均|为|為|内|內|转|轉|仅|僅))"
)
"""How the line begins that is about all of the lines above."""
LISTING = "上"
"""It stands among the first signs of such a line."""
COPIED = Pattern(
    r"(?:[抄收摘拍][了过過下录錄集到来來着著]|[贴貼][了着著滿满])[^，。“”「」\n]{0,8}(?:字|[话話]|[广廣]告|[标標][语語]|招牌|口[号號]|[词詞]|招[贴貼])。\Z"
)
LONGEST_COPIED = 16
"""How a sentence ends that tells of lines which stand below it, without a colon, and how long that is at most."""
CITED = Pattern(
    r"(?:短信|短訊|[简簡][讯訊]|[广廣]告|文案|海[报報]|[启啟]事|帖子|[传傳][单單]|[这這那][一]?[条條则則段句封张張份])[^\n，。：:]{0,6}[：:]\s{0,2}\Z"
)
"""How the line ends that shows what somebody else wrote."""
MOST_SHOWN, LONGEST_SHOWN = 12, 40
"""So many lines at most are shown together, none longer."""
SHORTEST = 5
REACH = 60
AROUND = 30


def is_subject(text: str, end: int) -> bool:
    """Whether what stands behind a place goes on about what ends there."""
    return SUBJECT.match(text, end) is not None


def is_named(text: str, end: int) -> bool:
    """Whether what stands behind a place calls what ends there a word or a sign of a page."""
    return NAMED.match(text, end) is not None


def is_speaker(text: str, end: int) -> bool:
    """Whether what stands behind a place tells what somebody says or does whose name ends there."""
    return is_subject(text, end) or SPEAKER.match(text, end) is not None


def is_object(text: str, start: int) -> bool:
    """Whether the sentence before a place lacks what begins there."""
    return OBJECT.search(text, max(0, start - 4), start) is not None


def is_of(topic: Pattern, text: str, start: int, end: int) -> bool:
    """Whether the words around a span in its line, and a sentence before, are about such things."""
    first = max(text.rfind("\n", max(0, start - AROUND), start) + 1, start - AROUND, 0)
    behind = text[end : end + AROUND].partition("\n")[0].partition("。")[0]
    return topic.search(text, first, start) is not None or topic.search(behind) is not None


def is_numbered(text: str, start: int, end: int) -> bool:
    """Whether a number on a line of its own is a word of the sentence around it: `门牌是⏎- 7 -⏎号`."""
    behind = text[end : end + REACH].lstrip()
    if COUNTED.match(behind) or SUBJECT.match(behind):
        return True
    return NUMBERED.search(text, max(0, start - 12), start) is not None


def speaks_of_ads(text: str) -> bool:
    """Whether a sentence of a text is about ads: a mark that says so may be what it is about. Count it as a fact."""
    return ADS.search(text) is not None


def is_shown(text: str, start: int, end: int) -> bool:
    """Whether a line above announces a whole line, by itself or with others, or the one below speaks of it."""
    if is_announced(text, start) or _is_one_of_shown(text, start) or _is_pointed_at(text, end):
        return True
    return _is_listed(text, end) or is_shown_code(text, start) or is_example(text, start)


def is_cited(text: str, first: int) -> bool:
    """Whether the line that begins there is a message or an ad that the line above shows."""
    return text[max(0, first - 4) : first].rstrip()[-1:] in ("：", ":") and bool(
        CITED.search(text, max(0, first - REACH), first)
    )


def _is_listed(text: str, end: int) -> bool:
    """Whether a short line below, with none but short lines before it, speaks of all those above."""
    if text.find(LISTING, end, end + MOST_SHOWN * LONGEST_SHOWN) < 0:
        return False
    for _ in range(MOST_SHOWN):
        below = text.find("\n", end, end + LONGEST_SHOWN) + 1
        if not below:
            return False
        if LISTED.match(text, below):
            return True
        end = below
    return False


def _is_one_of_shown(text: str, start: int) -> bool:
    """Whether a line is one of some short ones below an announcement of what a page shows."""
    for _ in range(MOST_SHOWN):
        above = text.rfind("\n", 0, max(0, start - 1)) + 1
        row = text[above : max(above, start - 1)]
        if above >= start or not row.strip():
            return False
        if row.endswith(("：", ":")):
            return is_announced(text, start) and SHOWING.search(row) is not None
        if row.endswith("。") and COPIED.search(row[-LONGEST_COPIED:]):
            return True
        if len(row) > LONGEST_SHOWN or "。" in row:
            return False
        start = above
    return False


def _is_pointed_at(text: str, end: int) -> bool:
    """Whether the line below what ends there speaks of it; few lines begin with a word that points."""
    below = text[end : end + FARTHEST_POINT]
    return any(map(below.__contains__, POINTS)) and POINTING.match(text, end) is not None


def is_announced(text: str, start: int) -> bool:
    """Whether the sentence above ends with its one colon, and is no label of a page, nor of a form."""
    near = text[max(0, start - LONGEST_COLON) : start]
    if ("：" not in near and ":" not in near) or not COLON.search(near):
        return False
    above = text[max(0, start - REACH) : start]
    if LABEL.search(above):
        return False
    sentence = above.rstrip().rpartition("\n")[2].rpartition("。")[2]
    return len(sentence) > SHORTEST and sentence.count("：") + sentence.count(":") == 1
