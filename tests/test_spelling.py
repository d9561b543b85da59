"""The spellings that the scan for triggers knows."""

from __future__ import annotations

from speechclean.spelling import Spelled, entries, spelled, spellings


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


def pairs(table) -> set[tuple[str, str]]:
    return {pair for joined in table.values() for pair in entries(joined)}


def test_a_word_without_other_spellings_has_no_empty_one() -> None:
    words = ["【本站首发】", "発", "开会"]
    tables = Spelled({}, dict, {}, "").including(words)
    assert {(word, word) for word in words} <= pairs(tables.plain)
    assert all(form and word in words for form, word in pairs(tables.other()))
    assert ("開會", "开会") in pairs(tables.other())


def test_tables_hold_every_spelling_once_by_its_first_character() -> None:
    words = ["微信", "vx", "开会", "\n"]
    tables = spelled(words, ()).including(["vx", "开会", "群主"])
    forms = [pair for part in (tables.plain, tables.other()) for joined in part.values() for pair in entries(joined)]
    assert len(forms) == len(set(forms))
    assert set(forms) == {(form, word) for word in [*words, "群主"] for form in spellings(word)}
    assert all(form.startswith(first) for first, joined in tables.plain.items() for form, _ in entries(joined))
