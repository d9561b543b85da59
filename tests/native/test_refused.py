"""No kernel reads beyond what it was given: what makes no sense is refused, and a call within a call leaves it alone."""

from __future__ import annotations

from typing import Any

import pytest

from speechclean import native
from speechclean.core.document import Hit, Line
from speechclean.core.edit import Edit
from speechclean.judgement.likeness import reading
from speechclean.spelling import OF, SEPARATOR, table

pytestmark = pytest.mark.skipif(not native.wanted() or not native.lines(), reason="not built here, or switched off")
FAR, FEW = 1 << 40, 500


def test_lines_are_read_folded() -> None:
    rows, grams = native.lines(), native.grams()
    assert rows
    assert grams
    with pytest.raises(ValueError, match="folded"):
        rows("更多\n本站", grams(()))


@pytest.mark.parametrize("strong", [[FAR], [-1], [2]])
def test_a_strong_line_is_one(strong: list[int]) -> None:
    rows = native.lines()
    assert rows
    here = rows("更多\n本站", reading())
    with pytest.raises(IndexError):
        here.near(here, strong, 0.0)


@pytest.mark.parametrize("hits", [[5], [()], [None], ["更多"]])
def test_a_hit_begins_with_its_place(hits: list[Any]) -> None:
    rows = native.lines()
    assert rows
    with pytest.raises(TypeError, match="a hit"):
        rows("更多\n本站", reading()).strong(hits, 0.0)


@pytest.mark.parametrize("heads", [[""], [None], ["一", ""]])
def test_a_head_begins_with_a_character(heads: list[Any]) -> None:
    finder = native.head_finder()
    assert finder
    with pytest.raises(ValueError, match="a head"):
        finder(heads)


@pytest.mark.parametrize("name", [5, b"text", None, ["text"]])
def test_the_name_of_a_field_is_a_string(name: Any) -> None:
    values, span = native.field_values(), native.field_span()
    assert values
    assert span
    with pytest.raises(TypeError):
        values('{"text": "x"}', (name,))
    with pytest.raises(TypeError):
        span('{"text": "x"}', name)


def test_a_reading_is_not_written_in_chinese() -> None:
    readings = native.reading_finder()
    assert readings
    with pytest.raises(ValueError, match="no reading"):
        readings("ab\u3105")


def test_what_one_tells_of_a_reading_is_not_what_another_tells() -> None:
    readings = native.reading_finder()
    assert readings
    own = readings("abcdefghijklmnopqrstuvwxyz")
    text = "的(de)一(yi)"

    def other(_: str) -> int:
        return 9

    def telling(written: str) -> int:
        if len(written) > 1:
            assert own.behind(text, other)[1] == bytes([9, 9])
        return 1

    assert own.behind(text, telling)[1] == bytes([1, 1])
    assert own.behind(text, other)[1] == bytes([9, 9])


def scanner(words: list[str], wanted: Any) -> Any:
    made = native.scanner()
    assert made
    masks = {word: 1 << number for number, word in enumerate(words)}
    return made(((table((word, word) for word in words), wanted),), (Hit, Line), SEPARATOR, OF, "", masks)


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(0, "加微信\n" * 1990, ""), Edit(7980, "加", "")],
        [Edit(FAR, "", ""), Edit(0, "加微信\n", "")],
        [Edit(0, "加" * FEW, ""), Edit(FAR, "加", "")],
    ],
)
def test_edits_of_another_text_are_refused(edits: list[Edit]) -> None:
    found = scanner(["微信", "公众号"], {"微信", "公众号"}).find("加微信\n" * 2000)
    with pytest.raises(ValueError, match="did not make this text"):
        found.after("微" * 5, edits)


@pytest.mark.parametrize("offset", [-1, (1 << 63) - 1])
def test_a_text_begins_where_it_can(offset: int) -> None:
    with pytest.raises(ValueError, match="begins"):
        scanner(["微信"], {"微信"}).find("微信", offset)


def test_no_line_is_before_the_first() -> None:
    found = scanner(["微信"], {"微信"}).find("加\n微信", 5)
    assert found.lines({"微信"}, -(1 << 63)) == found.lines({"微信"}) == [(7, 9)]


@pytest.mark.parametrize("start", [9, FAR])
def test_a_part_behind_the_text_stands_where_it_ends(start: int) -> None:
    quoted = native.quoted()
    assert quoted
    assert quoted("他说：“好", start, start + 1)
    assert not quoted("他说：“好”", start, start + 1)


@pytest.mark.parametrize("beside", [-(1 << 63), -1, 0, 99, (1 << 63) - 1])
def test_a_window_stays_in_its_text(beside: int) -> None:
    windows = native.windows()
    assert windows
    first, last = windows("好的微信好的", [(2, 4)], (beside, 200))[0]
    assert (first, last) == ((2, 4) if beside < 1 else (0, 6))


@pytest.mark.parametrize("table", ["一\n二\n^A\n中", "一\n二\n^\n中A\n"])
def test_a_row_of_the_table_of_pairs_has_its_first_two_signs(table: str) -> None:
    weigher = native.weigher()
    assert weigher
    with pytest.raises(ValueError, match="first two signs"):
        weigher(table.encode(), [], "", "", lambda _: 0.0)


def test_a_scan_in_the_middle_of_a_scan_leaves_it_alone() -> None:
    """So does another thread's: what is wanted is asked when a word is first met, and tables grow meanwhile."""
    words = [chr(0x4E00 + number) + chr(0x6E00 + number % 7) for number in range(3000)]
    text = "。".join(words[:40])
    expected = scanner(words, frozenset(words)).find(text)

    class Wanted:
        """All words; asked for the first time, others are looked for."""

        busy = False

        def __contains__(self, word: object) -> bool:
            if not self.busy:
                self.busy = True
                own.find("，".join(reversed(words)))
            return word in words

    own = scanner(words, Wanted())
    found = own.find(text)
    assert found.masks == expected.masks
    assert found() == expected()
    assert own.find(text).masks == expected.masks


def test_costs_of_no_window_are_refused() -> None:
    from speechclean.native.tag import Costs

    for ask in (lambda: Costs().gain(0, 0), lambda: Costs().listed()):
        with pytest.raises(IndexError, match="window"):
            ask()
