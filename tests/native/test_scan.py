"""The compiled scan finds what the automaton and the search letter by letter find, hit for hit."""

from __future__ import annotations

import json
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from speechclean.core.document import Document, Hit, Line
from speechclean.core.edit import cut, swap
from speechclean.core.patch import Patch
from speechclean.judgement.windows import wordless
from speechclean.native import scanner
from speechclean.rules.index import SPELLED, waiting_stages
from speechclean.settings import Settings
from speechclean.spelling import table
from speechclean.triggers import Forms, Triggers

pytestmark = pytest.mark.skipif(scanner() is None, reason="nothing is compiled here")

CORPORA = sorted((Path(__file__).parent.parent / "corpus").glob("*/*.jsonl"))
LETTERS = "微信息点wW \n\0\x7f\ud800\udfff\U0001f600\U00010000一"
WORDS = st.text(st.sampled_from(LETTERS), min_size=1, max_size=4)
TEXT = st.text(st.one_of(st.sampled_from(LETTERS), st.characters(blacklist_categories=())), max_size=60)


def three_ways(*tables) -> tuple[Forms, Forms, Forms]:
    compiled, automaton, letters = Forms(*tables), Forms(*tables, few=0), Forms(*tables, few=10**9)
    automaton._scanner = letters._scanner = None
    return compiled, automaton, letters


def found(forms: Forms, text: str, offset: int = 0) -> tuple[set[str], tuple[Hit, ...]]:
    words, find_hits = forms.find(text, offset)
    return words, find_hits()


@settings(max_examples=400)
@given(st.dictionaries(WORDS, WORDS, max_size=8), TEXT, st.integers(0, 9))
@example({"微": "微", "微信": "微", "微信息": "信", "信息": "信息", "息": "息"}, "微信息息微", 3)
@example({"\0": "\0", "\0\0": "a"}, "\0\0\0", 0)
@example({"\U0001f600": "x", "\U0001f600微": "y"}, "\U0001f600微\U0001f600", 1)
@example({"\ud800": "x"}, "\ud800\ud800微", 0)
@example({"微": "微"}, "", 5)
def test_forms_of_words(forms: dict[str, str], text: str, offset: int) -> None:
    known = table(forms.items())
    wanted = sorted(set(forms.values()))[1:]  # one is known and not asked for
    ways = three_ways((known, set(wanted)))
    compiled, *others = (found(way, text, offset) for way in ways)
    assert others == [compiled, compiled]


@given(st.sets(WORDS, max_size=5), st.sets(WORDS, max_size=5), TEXT)
def test_two_tables_that_share_forms(some: set[str], more: set[str], text: str) -> None:
    tables = [(table((word, word) for word in words), words) for words in (some, more)]
    compiled, *others = (found(way, text) for way in three_ways(*tables))
    assert others == [compiled, compiled]


def test_one_form_of_two_words_by_the_order_of_words() -> None:
    (forms, *_) = three_ways((table([("ab", "z"), ("ab", "y"), ("ab", "x")]), {"x", "y", "z"}))
    assert found(forms, "abab")[1] == tuple(Hit(start, start + 2, word) for start in (0, 2) for word in "xyz")


def test_a_scan_keeps_what_it_found_when_others_follow() -> None:
    (forms, *_) = three_ways((table([("微信", "微信"), ("信", "信")]), {"微信", "信"}))
    _, before = forms.find("加微信")
    forms.find("信" * 1000)
    assert before() == (Hit(1, 3, "微信"), Hit(2, 3, "信"))


@given(st.dictionaries(WORDS, WORDS, max_size=8), TEXT, st.integers(0, 9), st.sets(WORDS, max_size=4))
def test_the_hits_of_some_words(forms: dict[str, str], text: str, offset: int, words: set[str]) -> None:
    (compiled, *_) = three_ways((table(forms.items()), set(forms.values())))
    document = Document(text, compiled.find(text, offset)[1])
    expected = [hit for hit in document.hits if hit.word in words]
    assert document.hits_of(words) == document.hits_of(frozenset(words)) == expected
    assert Document(text, lambda: document.hits).hits_of(words) == expected


@given(st.dictionaries(WORDS, WORDS, max_size=8), TEXT, st.sets(WORDS, max_size=4), st.integers(0, 60))
def test_the_lines_of_some_words(forms: dict[str, str], text: str, words: set[str], first: int) -> None:
    (compiled, *_) = three_ways((table(forms.items()), set(forms.values())))
    found = compiled.find(text)[1]
    hits = found()
    compiled_way, pure = Document(text, found), Document(text, lambda: hits)
    assert compiled_way.lines_with(words, first) == pure.lines_with(words, first)
    for prose, near in ((0, 2), (9, 1), (99, 0)):
        assert compiled_way.marked_lines(words, prose, near) == pure.marked_lines(words, prose, near)
    assert all(type(line) is Line for line in compiled_way.lines_with(words))


@pytest.fixture(scope="module")
def both() -> tuple[Triggers, Triggers]:
    rules = [rule for stage in waiting_stages(Settings().choices) for rule in stage.rules]
    compiled, pure = Triggers(rules, SPELLED), Triggers(rules, SPELLED)
    pure._compiled = False
    for forms in (pure._plain, pure._full):
        forms._scanner = None
    return compiled, pure


def alike(both: tuple[Triggers, Triggers], text: str) -> None:
    """The hits are those of the other way; no rule is asked that it does not ask, and those left out find nothing."""
    compiled, pure = both
    (mask, hits), (expected, expected_hits) = compiled.scan(text), pure.scan(text)
    assert hits() == expected_hits()
    assert hits.wordless() in (None, wordless(text))
    assert mask & ~expected == 0
    left_out = expected & ~mask
    document = Document(text, hits)
    for number, rule in enumerate(compiled._rules):
        if left_out >> number & 1:
            assert rule.traits or rule.in_lines
            assert not list(rule.find(document)), rule.name


@pytest.mark.parametrize("path", CORPORA, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_triggers_in_the_corpora(path: Path, both: tuple[Triggers, Triggers]) -> None:
    for line in path.open(encoding="utf-8"):
        alike(both, json.loads(line)["text"])


TRIGGERS = sorted(
    {
        word
        for stage in waiting_stages(Settings().choices)
        for rule in stage.rules
        for word in chain(rule.triggers, rule.signs)
    }
)


LINES = (
    "\n。．.！ \t\u3000\u00a0\r\x0b\u2028aeiouAbZ019_@:/-~`{}[]|*+,·✘§｜丨國說後於的了在是标签防断更微信群，、；：（”"
)


@settings(max_examples=1500)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(TRIGGERS),
            st.sampled_from(LINES),
            st.sampled_from(LINES).map(lambda sign: sign * 4),
            st.text(st.sampled_from(LINES), max_size=4).map(lambda piece: (piece + "\n") * 4),
            st.text(st.sampled_from(LINES), min_size=6, max_size=12).map(lambda line: line + "\n" + line),
            st.text(max_size=3),
        ),
        max_size=12,
    ).map("".join)
)
def test_triggers_in_any_text(both: tuple[Triggers, Triggers], text: str) -> None:
    alike(both, text)


PIECES = st.one_of(st.sampled_from(TRIGGERS), st.sampled_from(LINES), st.just("\n"), st.text(st.sampled_from(LINES)))


@settings(max_examples=600)
@given(st.lists(PIECES, max_size=30).map("".join), st.data())
def test_what_is_found_after_edits(both: tuple[Triggers, Triggers], text: str, data: st.DataObject) -> None:
    """It is what a scan of the whole text finds; and no rule sleeps that this one wakes."""
    triggers, _ = both
    places = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    edits = [
        swap(text, *span, data.draw(PIECES | st.just(""))) for span in zip(places[::2], places[1::2], strict=False)
    ]
    patch = Patch.collect(edits)
    after = patch.apply(text)
    mask, found = triggers.scan(text)
    again = triggers.rescan(after, patch, found)
    expected_mask, expected = triggers.scan(after, changed=True)
    mask |= again[0]
    assert expected_mask & ~mask == 0
    assert again[1]() == expected()
    words = frozenset(TRIGGERS)
    assert again[1].lines(words) == expected.lines(words)
    assert again[1].wordless() in (None, wordless(after))


@pytest.mark.parametrize(
    ("text", "accounts"),
    [
        ("加gz77，又(a.b)", [(1, 5), (7, 11)]),
        ("在gz7那里", []),
        ("在12345，12.34那里", [(1, 6)]),
        ("加 微 信 号 gz7788", None),
    ],
)
def test_what_may_be_an_account_is_told_of(
    both: tuple[Triggers, Triggers], text: str, accounts: list[tuple[int, int]] | None
) -> None:
    triggers, _ = both
    found = triggers.scan("好\n" + text)[1]
    assert found.wordless() == (accounts and [(start + 2, end + 2) for start, end in accounts])
    patch = Patch.collect([cut("好\n" + text, 0, 1)])
    assert triggers.rescan("\n" + text, patch, found)[1].wordless() == (
        accounts and [(start + 1, end + 1) for start, end in accounts]
    )


def test_after_a_cut_in_a_long_text_its_line_alone_is_read(both: tuple[Triggers, Triggers]) -> None:
    triggers, _ = both
    text = "加微信聊。\n" + "好" * 500 + "\n看微防断更信"
    patch = Patch.collect([cut(text, len(text) - 4, len(text) - 1)])
    again = triggers.rescan(patch.apply(text), patch, triggers.scan(text)[1])
    assert [hit[:2] for hit in again[1].of(frozenset(("微信",)))] == [(1, 3), (508, 510)]
