"""Of a crawl's templates the proposed rules take every character in nearly all places, and nothing that an author wrote."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from crawling import OWN, crawl

from speechclean import Cleaner, Settings
from speechclean.learn import Memory, Text, learn, propose
from speechclean.learn.rulefile import rule_file
from speechclean.learn.sketch import Sketch

if TYPE_CHECKING:
    from pathlib import Path

LEAST = 5
MOST_PLACES = 0.95
"""A template is found when it is gone, without a character of the author's, from so great a share of its places."""


@pytest.mark.parametrize(("seed", "floor"), [(1, 0.8), (2, 0.8)])
def test_what_sites_and_sellers_put_into_pages_is_found(seed: int, floor: float, tmp_path: Path) -> None:
    pages, templates = crawl(seed)
    texts = [page.text() for page in pages]
    memory = Memory(Sketch(1 << 20))
    learn(lambda: [Text(text, page.site) for (text, _), page in zip(texts, pages, strict=True)], memory, LEAST)
    path = tmp_path / "learned.toml"
    path.write_text(rule_file(propose(memory, LEAST), memory, LEAST, path.name), encoding="utf-8")
    clean = Cleaner(Settings(to="keep", rules=(str(path),)))
    places: Counter[int] = Counter()
    gone: Counter[int] = Counter()
    for text, spans in texts:
        edits = clean(text).edits
        cut = {place for edit in edits if not edit.new.strip() for place in range(edit.start, edit.end)}
        own = set(range(len(text))) - {place for start, end, _ in spans for place in range(start, end)}
        learned = {
            place
            for edit in edits
            for part in edit.parts
            if part.rule.startswith("learned-")
            for place in range(part.start, part.end)
        }
        lost = {place for place in own & learned & cut if not text[place].isspace()}
        for start, end, template in spans:
            places[template] += 1
            whole = all(place in cut or text[place].isspace() for place in range(start, end))
            gone[template] += whole and not {start - 1, end} & lost
        assert not [phrase for phrase in OWN if _is_lost(phrase, text, learned)]
    found = [template for template, count in places.items() if gone[template] >= MOST_PLACES * count]
    assert len(found) >= floor * len(places), [templates[n] for n in places if n not in found]


def _is_lost(phrase: str, text: str, cut: set[int]) -> bool:
    """Whether a learned rule took the line of an author's phrase."""
    at = f"{text}\n".find(f"\n{phrase}\n")
    return at >= 0 and not cut.isdisjoint(range(at + 1, at + 1 + len(phrase)))
