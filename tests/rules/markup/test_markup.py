from __future__ import annotations

import pytest

from speechclean import Settings, clean

MARKUP = Settings(to="keep", select=("invisible", "markup"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲&#60;br&#62;乙", "甲乙"),
        ("&#x2018;好&#x2019;&amp;mdash;&amp;amp;mdash;", "‘好’——"),
        ("站&nb\u200bsp;住", "站住"),
        ("甲&nbsp&nbsp乙&ldquo丙", "甲乙“丙"),
        ("一个ldquo;好rdquo;字#xff1a;", "一个“好”字："),
        ("A &#38;lt;b&#38;gt; B", "A  B"),
        ("<scr\u200bipt>x()</script>好", "好"),
        ("&lt;script&gt;x(1)&lt;/script&gt;好", "好"),
        ("<h1>标题</h1><p>正文</p><p>又一段", "标题\n正文\n又一段"),
        ("一<br>二<BR/>三。<br>四", "一二三。\n四"),
        ("<td>时间</td><td>地点</td>", "时间 地点"),
        ('<span style="font-size:0px">本文来自某网</span>正文', "正文"),
        ("<p hidden>看不见</p>看得见", "看得见"),
        ("<!--[if gte mso 9]><w:View>Normal</w:View><![endif]-->好", "好"),
        ("狠抓落实 <br>，再接再厉 <br/>。", "狠抓落实 ，再接再厉 。"),
        ("<o:p></o:p><?xml:namespace prefix = o />好", "好"),
        ("[b]甲[/b][color=red]乙[/color][em]e113[/em]{:4_95:}", "甲乙"),
        ('塔高十米<ref name="a">志书</ref>。{{来源请求}}[[分类:古塔]]', "塔高十米。"),
        ("第一。\\n第二。\\r\\n第三\\u3002", "第一。\n第二。\n第三。"),
        ("\u200b甲\u00ad乙\u2063丙\u061c丁\u180e\ufeff", "甲乙丙丁"),
    ],
)
def test_markup_goes(text: str, expected: str) -> None:
    assert clean(text, MARKUP).text == expected
    assert clean(expected, MARKUP).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "网页里换行用 <br> 标签，空格用 &nbsp; 实体。",
        "若 n<30 且 p>0.05，则 a<b。map<string, int> 与 <正>、<张三>",
        '早年想让文字变红写成 <font color="red">，现在写成 <span>；<b> 和 <i> 也不同。',
        "在网页标签中，用来换行的是（　）\nA. <p>　B. <br>　C. <a>　D. <img>",
        "AT&T 的 R&D; 与 Q&A，a&b&c；url?a=1&copy=2&nbsp=3",
        "数组a[i]=b[i]，文献[1][J][b]，见[注]",
        "```\n<div>代码</div>\n```\n正文 <b>粗</b>",
        "程序装在 C:\\new\\temp\\readme 里，\\n 是换行。",
        "一家三口👨\u200d👩\u200d👧，❤\ufe0f，می\u200cخواهم",
        "请填写 {姓名}，{{ message }} 是模板语法。",
    ],
)
def test_what_a_text_is_about_stays(text: str) -> None:
    assert clean(text, MARKUP).text == text


def test_a_run_that_is_too_deep_is_left_whole_and_noted() -> None:
    text = "甲&amp;amp;amp;nbsp;&amp;nbsp;乙"
    result = clean(text, MARKUP)
    assert result.text == text
    assert [note.kind for note in result.notes] == ["suspect"]
