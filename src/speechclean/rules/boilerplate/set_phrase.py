"""Cuts phrases that sites print in the same words everywhere, also where they are glued between two sentences.

Each form says by itself where it begins and ends; what merely speaks of such matters has another form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.pattern import Gate, Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.rules.boilerplate.phrases import Phrases, before, cut_phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document, Line
    from speechclean.core.edit import Edit

_PLEAS = (
    "分割线", "分隔线",
    "个赞", "“赞”", "五星好评", "打五星", "给好评", "在看”", "点左下", "点右下", "点左上", "点右上", "喜欢请", "满意请", "满意的话",
    "觉得好看", "觉得有用", "觉得有帮", "觉得写得", "觉得不错", "觉得好就", "好看就点", "喜欢就点", "有用就点", "有用请",
)  # fmt: skip
"""In these lines: a drawn rule that says what it is, and a plea for a reader's star."""
TRIGGERS = (
    "章节错误", "章节有误", "章节有错", "内容有误", "有错漏", "更新速度", "附件需", "章节缺失", "章节报错", "错别字请",
    "点此纠错", "手打更新", "隐藏的内容", "隐藏内容:",
    "全文字",
    "无弹窗", "谷歌浏览器", "firefox", "chrome", "宣传,让", "宣传，让", "加入书架", "网址发给", "不跳字", "求支持", "求收藏",
    "点此下载", "可任意编辑", "可编辑修改", "文档介绍", "下载须知", "购买须知", "资源说明", "热门搜索", "栏目导航", "作文话题",
    "热门标签", "正在浏览", "正在阅读", "现在看的是", "本作文适合", "大概需要", "释放双眼", "介绍到这", "抓紧创作", "创作之路",
    "咨询律师", "你的问题", "回复贴", "回覆贴", "←键", "→键", "←”键", "返回作文", "查看更多", "进入", "toggle",
    "skip to", "复制代码", "专栏收录", "订阅专栏", "￥1 ", "¥1 ", "¥2 ", "￥2 ", "篇文章 ", "总阅读量", "增加 减小",
    "日内与我们联系", "日内与本", *_PLEAS,
)  # fmt: skip
_OF_LINES = frozenset(
    ("进入", "查看更多", "toggle", "skip to", "正在浏览", "正在阅读", "大概需要", "你的问题", *_PLEAS)
)
"""Common words, which only make a line of their own."""
_FILE = r"(?:word|doc|docx|pdf|txt|wps)"
GLUED = Pattern(
    r"(?:如果?(?:您|你)?(?:发现|遇到?|遇见)?|[若遇](?:您|你)?(?:发现|遇到?)?|发现)(?:本书|小说|本)?(?:章节?|内容)(?:内容)?"
    r"(?:有)?(?:错误|有误|有错|缺失|错乱|乱码|空白|重复|误)[,、]?(?:请|可)[^。,!\n]{0,10}?(?:报错|反馈|举报|纠错|告知|留言|联系管理员)"
    r"(?:[^。,!\n]{0,4}[,、](?:我们|本站|管理员|编辑)?[会将][^。,!\n]{0,8}?(?:修复|修正|更正|处理|解决|更新))?!?"
    r"|本?章节?(?:内容)?(?:有误|错误|有错漏?|缺失)(?:[?/、, ]{1,2}请?|请)点(?:此|击)?(?:这里|此处)?"
    r"(?:(?:纠错|报错|举报|反馈)|[“「](?:纠错|报错|举报|反馈)[”」])(?:\([^)\n]{1,10}\))?"
    r"(?:[,、](?:我们|本站|管理员|编辑)[会将][^。,!\n]{0,12}?(?:修复|修正|更正|处理|解决|更新))?"
    r"(?:,感谢[您你]对[^。,!\n]{1,10}?的支持)?!?"
    r"|(?:手打更新|无错更新|全网首发),?(?:小说|本书)?[“《【「][^”》】」\n]{1,20}[”》】」][^。\n]{0,10}?(?:无弹窗|无广告)"
    r"(?:,喜欢就?[^。,!\n]{0,4}收藏[吧哦一下]{0,3})?!?"
    r"|(?:无错)?[^。,!\n]{0,6}?小说网?不跳字,最快更新[“《【「][^”》】」\n]{1,20}[”》】」](?:最新章节)?[!。]?"
    r"|(?:请)?尝试(?:更换|使用|用)[^。,!\n]{0,6}(?:firefox|chrome|火狐|谷歌|uc|qq)[^。!\n]{0,30}?(?:打开|阅读|访问)(?:多多收藏)?!?"
    r"|《[^》\n]{1,20}》更新(?:速度)?[最超]快[,、]无(?:广告|弹窗)[^。,\n]{0,4}[,、](?:欢迎|请)?收藏[!吧]?"
    r"|《[^》\n]{1,20}》(?:[^。!\n]{0,40}本站[^。!\n]{0,12})?宣传[,、]让更多读者欣赏[。!]?"
    r"|(?:新书(?:期|上传)?)?求(?:支持|收藏)[,、](?:喜欢的?(?:朋友|读者|书友|亲)们?)?[^。,!\n]{0,4}(?:加入书架|点个?收藏|投票)[吧哦!]{0,2}"
    r"|(?:本帖|此处)隐藏的内容(?:需要)?(?:积分高于 ?\d{1,6}|回复|登录|购买|支付)[^。,!\n]{0,6}?才(?:可以?|能)(?:浏览|查看|看到|显示|阅读)"
    r"|隐藏内容: ?(?:[您你](?:当前)?)?(?:积分|权限|金币|等级)?不足 ?\d{0,6}[,、] ?(?:无法|不能)(?:查看|浏览|阅读)[^。,!\n]{0,8}"
    r"|如?涉及[^。,\n]{0,8}版权等[^。,\n]{0,4}问题,请[在于]\d{1,2}日内与(?:我们|本[站网报])联系(?:,电话:[\d*x×-]{5,16})?[。!]?"
    r"|如果?(?:您|你)?喜欢《[^》\n]{1,20}》[,、]请[^。,!\n]{0,4}把?(?:本站)?网址(?:发|分享|告诉)给?[^。,!\n]{0,6}朋友[们!]{0,2}",
    2,
)
LINE = Pattern(
    r"[\s【\[(]{0,3}(?:"
    r"第?[篇文][一1](?:篇)?[::][^。\n]{2,40}\((?:点此|点击|免费)[^()\n]{0,4}下载[^()\n]{0,8}\)"
    rf"|(?:本|该|此)?(?:文|文档|资料)(?:格式)?为? ?{_FILE}(?:版|格式|文档)?[,、 ]?(?:下载)?(?:后)?可(?:任意|直接|自由)?"
    r"(?:编辑|修改|打印)[^。\n]{0,8}"
    r"|(?:文档介绍|下载须知|购买须知|资源说明|下载说明)[::]"
    r"(?=[^\n]{0,60}(?:元|付费|退款|金币|积分|格式))[^\n]{4,90}"
    r"|(?:热门搜索|热搜词?|栏目导航|作文话题|热门标签|热门专题)[::]"
    r"(?:[ \u3000|、/]{0,2}[^\s。,|、/]{1,10})(?:[ \u3000|、/]{1,2}[^\s。,|、/]{1,10}){2,20}"
    r"|(?:欢迎[^。,\n]{0,8},)?[您你](?:现在|当前|目前)?(?:正在)?(?:浏览|阅读|查看|看)的?(?:文章|页面|内容|作文|位置)?是?[::][^。\n]{2,60}"
    r"|[您你](?:现在|当前|正在)+看的是第 ?\d+ ?[篇页],共 ?\d+ ?[篇页]"
    r"|(?:作文标题|作文题目)[::][^。\n]{1,30}\|[^。\n]{0,40}(?:关键词|适合|字数)[::][^。\n]{1,40}"
    r"|(?:阅读|读完)(?:本文|全文)?大[概约]需要? ?\d{1,3} ?分钟"
    r"|释放双眼,带上耳机,听听看~?"
    r"|给(?:作者|ta)打赏,鼓励[^。,\n]{1,4}抓紧创作"
    r"|(?:本文|我)(?:已|正在)?参[与加][「“『][^」”』\n]{2,16}[」”』]活动[,、][^。\n]{0,20}创作之路"
    r"|没有(?:解决|找到)[您你]?的?(?:问题|答案)\?(?:立即|点击|马上)?(?:咨询|提问)[^。\n]{0,6}"
    r"|\d{1,6} ?回[复覆]贴,共 ?\d{1,4} ?页[^。\n]{0,40}"
    r"|按?[ \"“]{0,2}[←→][\"” ]{0,2}键[^。\n]{0,12}(?:上一|下一|返回)[^。\n]{0,60}"
    r"|(?:该|此|本)?附件需要? ?\d{1,4} ?(?:金币|积分|威望|点)[^。\n]{0,24}"
    r"|toggle (?:navigation|sidebar|menu)|skip to (?:main )?content|复制代码|专栏收录该内容|订阅专栏"
    r"|(?:[¥￥] ?\d{1,3} ){3,8}[¥￥] ?\d{1,3}|\d{1,5} ?篇文章 ?\d{1,7} ?订阅"
    r"|[-—=~*_·☆★─━]{2,80} ?[^\s。,:!?=~*—-]{0,10}分[割隔]线[^\s。,:!?=~*—-]{0,3} ?[-—=~*_·☆★─━]{2,80}"
    r"|[^\s。]{1,12} ?\d{1,5} ?篇作品 ?\d{1,9} ?总阅读量|(?:作者[::]\s{0,4})?字体[::] ?\[增加 减小\] ?类型[::] ?\S{2,4}"
    r")[\s】\])。!~]{0,3}$",
    2,
)
PLEA = Pattern(
    r"[\s【\[(]{0,3}(?:要是|如果?)?(?:您|你|大家)?(?:觉得|认为|[看读]得)?(?:[本此]文|(?:本|这)篇?(?:文章|作文|帖子))?(?:写得)?还?"
    r"(?:不错|好看?|有用|有帮助|有收获|满意|喜欢|开心)(?:本文|这篇文章|的)?(?:的?话)?,?"
    r"(?:就|请|不妨|记得|别忘了?|欢迎|麻烦){1,2}(?:动动手指)?(?:帮忙|顺手)?(?:点击?|按|给|打)[^。,:\n他她它们我]{0,8}?"
    r"(?:赞|在看|喜欢|[爱红]心|收藏|推荐|好评|五星|满分)[”」』]?(?:再走|支持|鼓励|一下){0,2}[吧哦呀呗]?[\s】\])。!~]{0,3}$",
    2,
)
"""Asks a reader for a star."""
STARS, LONGEST_PLEA = ("赞", "在看", "喜欢", "心", "收藏", "推荐", "好评", "五星", "满分"), 60
LAST = Pattern(
    r"[\s【\[(]{0,3}(?:"
    r"返回[^\s。,]{1,6}(?:首页|专题|频道|栏目|列表)[ \u3000|]{1,3}(?:查看|浏览|阅读)更多[^\s。,]{1,12}"
    r"|进入[【《“]?[^\s。,【】]{2,10}[】》”]?(?:频道|栏目|专题|专区)(?:查看更多[^\s。,]{0,8})?>{0,3}"
    r")[\s】\])。!~]{0,3}$",
    2,
)
WORDS = (
    "下载", "编辑", "修改", "打印", "介绍", "须知", "说明", "热门", "热搜", "栏目", "作文", "您",
    "你", "分钟", "双眼", "打赏", "创作", "没有", "复贴", "覆贴", "←", "→", "附件", "to",
    "sK", "sk", "ſK", "ſk", "复制", "专栏", "¥", "￥", "订阅", "篇作", "字体", "割线", "隔线",
)  # fmt: skip
GATE = Gate(Pattern("|".join(WORDS), heads=" ".join(WORDS)))
"""Of these each way to be such a line holds one: most lines with a common word hold none, and `LINE` takes 3 ms to compile."""
BACK, BEGUN = ("返回", "进入"), 5
"""What a way back begins with, within so many characters."""
FINAL = frozenset(("", *"。！？!?…”」』）)】~\n"))


def find(document: Document) -> Iterator[Edit]:
    """Cut the phrases in lines that hold a trigger."""
    return cut_phrases(document, PHRASES)


def _is_line(document: Document, line: Line) -> bool:
    """Whether the whole line is one; a way back to other pages only where no text follows."""
    folded = document.folded(line.start, line.end)
    if GATE.opens(folded, 0, len(folded)) and LINE.match(folded):
        return True
    if len(folded) <= LONGEST_PLEA and any(map(folded.__contains__, STARS)) and PLEA.match(folded):
        return True
    if folded.find(BACK[0], 0, BEGUN) < 0 and folded.find(BACK[1], 0, BEGUN) < 0:
        return False
    return LAST.match(folded) is not None and document.text.find("。", line.end) < 0


def _glued(document: Document, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The spans in a part of a line that are a phrase behind a finished sentence."""
    for match in GLUED.finditer(document.folded(first, last)):
        if before(document, first + match.start()) in FINAL:
            yield first + match.start(), first + match.end()


PHRASES = Phrases(frozenset(TRIGGERS), _OF_LINES, _is_line, _glued, "a site's set phrase")
RULE = Rule(
    name="boilerplate-set-phrase",
    summary=Summary("Phrases that sites print in the same words", "网站的固定套语"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example(
            "鼓声忽然停了。如遇章节错误，请点击报错，我们会第一时间修复所有人都屏住了呼吸。",
            "鼓声忽然停了。所有人都屏住了呼吸。",
        ),
        Example(
            "像个小水袋。本帖隐藏的内容需要积分高于 20 才可浏览方子我试了七八种。", "像个小水袋。方子我试了七八种。"
        ),
        Example("作文话题：400字 秋天 植物 外婆家\n外婆家有一棵石榴树。", "外婆家有一棵石榴树。"),
        Example.keep("编辑发现章节错误，请作者点校后再付印。", why="an editor's work"),
        Example.keep("作文话题：我的家乡\n要求：不少于600字。", why="a task"),
    ),
)
