"""The syllables that word filters leave."""

from speechclean.rules.characters import filter_pinyin


def test_near_are_the_characters_of_the_table() -> None:
    beside = {character for spelling in filter_pinyin._words() for character in spelling if character > "\u2e80"}
    assert "".join(sorted(beside)) == filter_pinyin.NEAR
