"""The spellings that the scan for triggers knows."""

from __future__ import annotations

from speechclean.spelling import Spelled, spellings


def test_spellings_cover_width_case_and_script() -> None:
    assert {"QQ", "qq", "Qq", "ｑｑ", "QＱ"} <= spellings("QQ")
    assert spellings("点击") == {"点击", "點擊"}
    assert spellings("点击", scripts=False) == {"点击"}


def test_a_long_latin_trigger_is_looked_for_in_whole_word_styles() -> None:
    assert {"copyright", "COPYRIGHT", "Copyright", "ＣＯＰＹＲＩＧＨＴ"} <= spellings("copyright")


def test_a_styled_character_is_looked_for_as_it_is() -> None:
    assert spellings("②") == {"②"}


def test_a_wide_word_is_looked_for_in_every_mixture_of_widths() -> None:
    assert {"99", "9９", "９9", "９９"} == spellings("９９", scripts=False) == spellings("９９")


def test_a_word_without_other_spellings_has_no_empty_one() -> None:
    table = Spelled({}, dict).including(["【本站首发】", "発", "开会"])
    for scripts in (False, True):
        forms = dict(table.forms(["【本站首发】", "発", "开会"], scripts=scripts))
        assert "" not in forms
        assert {"【本站首发】", "発", "开会"} <= forms.keys()
