"""Other languages in encodings of their own are named, and not misread as Chinese."""

from __future__ import annotations

import pytest

from speechclean.decode import decode
from speechclean.decode.euc_tw import _table

KOREAN = "대한민국의 국회는 법률을 제정하고 예산을 심의하며 국정을 감사한다. 모든 국민은 법 앞에 평등하다."
JAPANESE = "日本国民は、正当に選挙された国会における代表者を通じて行動し、われらとわれらの子孫のために成果を確保する。"
FRENCH = "Les êtres humains naissent libres et égaux en dignité et en droits. Où ça ? À côté du café, près de la forêt."
GERMAN = "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Größe über Maß und Gewissen für Brüder."
RUSSIAN = "Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены разумом и совестью."
POLISH = "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. Są oni obdarzeni rozumem."
GREEK = "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα."


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (KOREAN, "euc_kr", "cp949"),
        (KOREAN, "johab", "johab"),
        (KOREAN, "iso2022_kr", "iso2022_kr"),
        (JAPANESE, "shift_jis", "cp932"),
        (JAPANESE, "euc_jp", "euc_jp"),
        (JAPANESE, "iso2022_jp", "iso2022_jp"),
        (FRENCH, "cp1252", "cp1252"),
        (GERMAN, "latin-1", "cp1252"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (POLISH, "cp1250", "cp1250"),
        (GREEK, "cp1253", "cp1253"),
    ],
)
def test_named(text: str, codec: str, name: str) -> None:
    data = text.encode(codec)
    decoded, receipt = decode(data)
    assert (decoded, receipt.encoding) == (text, name)
    assert receipt.encode(decoded) == data


def test_euc_tw() -> None:
    text = "同志們，我們要堅持以人民為中心的發展思想，認真做好各項工作，為建設更加美好的明天而努力奮鬥。"
    codes = {character: code for code, character in _table().items()}
    data = b"".join(codes[character] for character in text)
    assert codes["中"] == b"\xc4\xe3"
    decoded, receipt = decode(data)
    assert (decoded, receipt.encoding) == (text, "euc_tw")
    assert receipt.encode(decoded) == data


def test_rare_characters_are_still_chinese() -> None:
    assert decode("床 老郝".encode("gb18030"))[1].encoding == "gb18030"
    assert decode("春眠不覺曉，處處聞啼鳥。".encode("cp950"))[1].encoding == "big5"
