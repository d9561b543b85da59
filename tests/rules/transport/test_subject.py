"""Words by which a text says that encodings are its matter."""

from __future__ import annotations

import pytest

from speechclean.rules.transport.subject import is_subject

SAID = [
    "乱码", "亂碼", "编码", "編碼", "解码", "解碼", "转码", "轉碼", "字符集", "字元集", "“锟斤拷”", "『锟斤拷』",
    "Mojibake", "GBK", "gb18030", "GB 2312", "Big-5", "big5", "UTF-8", "utf8", "Latin-1", "ISO-8859-1", "CP1252",
    "getBytes", "encoding", "Encodings",
]  # fmt: skip


@pytest.mark.parametrize("word", SAID)
@pytest.mark.parametrize("place", [0, 20], ids=["behind", "before"])
def test_a_text_that_speaks_of_encodings(word: str, place: int) -> None:
    text = f"“鍚勪綅”，这是 {word} 问题。" if not place else f"这是 {word} 问题，见“鍚勪綅”。"
    start = text.index("鍚")
    assert is_subject(text, start, start + 3)


def test_the_name_of_an_encoding_needs_no_blanks_around_it() -> None:
    text = "全是“鍚勪綅”这种天书，这是UTF-8被按GBK打开了。"
    assert is_subject(text, 4, 7)


@pytest.mark.parametrize(
    "text",
    [
        "鍚勪綅代表。",
        "鍚勪綅，encoding=utf-8 的网页。",
        "鍚勪綅，charset=utf-8 的网页。",
        "鍚勪綅，他住在大码头。",
        "鍚勪綅，锟斤拷锟斤拷。",
    ],
)
def test_a_text_that_does_not(text: str) -> None:
    assert not is_subject(text, 0, 3)
