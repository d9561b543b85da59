"""The shared scan finds what a search for each trigger in each spelling would find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from speechclean.core.document import Hit
from speechclean.core.edit import swap
from speechclean.core.patch import Patch
from speechclean.core.rule import Rule, Summary
from speechclean.spelling import spellings
from speechclean.triggers import Triggers

WORDS = ("微信", "信息", "点击", "www", "息")
RULES = [Rule(f"ad-{word}", Summary("", ""), lambda _: (), (), triggers=(word,)) for word in WORDS]
TEXT = st.text(alphabet="微信息点點击擊wWｗＷ\ud800a \n", max_size=40)


def expected(text: str) -> tuple[Hit, ...]:
    return tuple(
        sorted(
            Hit(start, start + len(form), word)
            for word in WORDS
            for form in spellings(word)
            for start in range(len(text))
            if text.startswith(form, start)
        )
    )


@given(TEXT)
def test_scan_finds_every_spelling_also_where_they_overlap(text: str) -> None:
    mask, find_hits = Triggers(RULES).scan(text)
    hits = find_hits()
    assert hits == expected(text)
    assert mask == sum(1 << number for number, word in enumerate(WORDS) if any(hit.word == word for hit in hits))


@given(TEXT, st.data())
def test_rescan_equals_scan(text: str, data: st.DataObject) -> None:
    triggers = Triggers(RULES)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    patch = Patch.collect([swap(text, start, end, data.draw(TEXT))])
    after = patch.apply(text)
    assert triggers.rescan(after, patch, triggers.scan(text)[1])[1]() == triggers.scan(after)[1]()
