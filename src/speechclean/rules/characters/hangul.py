"""Puts Han characters back for the Hangul syllables that some sites write in their place (`놌平` is 和平).

Korean words have more than one syllable, or stand in brackets and quotes; they stay. Unknown syllables beside known
ones are noted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import swap
from speechclean.core.note import Note
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

# Read off pages of several sites, which share the map; no rule behind it is known.
MEANT = dict(zip("꿂눑놌뀘껗놚꺲놛녨깇꾫", "日代和方上要工他左九巨", strict=True))
SINGLE = Pattern("[가-힣](?<=[\u3400-\u9fff].)(?=[\u3400-\u9fff，。、])")


def find(document: Document) -> Iterator[Edit | Note]:
    """Swap the known syllables that stand alone between Han characters."""
    for match in SINGLE.finditer(document.text):
        meant = MEANT.get(match[0])
        if meant:
            yield swap(document.text, match.start(), match.end(), meant, "Hangul in the place of a character")
        else:
            yield Note("suspect", match.start(), match.end(), match[0])


RULE = Rule(
    name="filter-hangul",
    summary=Summary("Hangul in the place of Han characters", "谚文替代的汉字"),
    find=find,
    signs=tuple(MEANT),
    examples=(
        Example("今꿂的놌平来之不易。", "今日的和平来之不易。"),
        Example.keep("他会说“사랑”（爱）。", why="a Korean word"),
    ),
)
