"""Each word at which the judge looks opens windows that no other word would open."""

from __future__ import annotations

from collections import Counter

from speechclean.judgement.cuts import ANCHORS
from speechclean.lexicon import load
from speechclean.spelling import spellings


def test_no_anchor_holds_another() -> None:
    """One that holds another in all its spellings adds no place; a spelling of its own would be one."""
    spelled = {word: spellings(word) for word in ANCHORS}
    words = {form: word for word in ANCHORS for form in spelled[word]}
    idle = [
        word
        for word in load("ad_anchor")
        if all(any(words.get(part, word) != word for part in _parts(form)) for form in spelled[word])
    ]
    assert idle == []


def test_no_spelling_is_told_twice() -> None:
    told = Counter(form for word in ANCHORS for form in spellings(word))
    assert [form for form, times in told.items() if times > 1] == []


def _parts(form: str) -> list[str]:
    size = len(form)
    return [form[start:end] for start in range(size) for end in range(start + 1, size + 1)]
