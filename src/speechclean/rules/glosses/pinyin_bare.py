"""Removes readings that stand straight behind plain characters: `加强基ji层党组织建设，高gao高飘扬`.

One alone stays, and so do Latin words and syllables that stand for a character (`政fu`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.rule import Example, Rule, Summary
from speechclean.core.traits import VOWEL
from speechclean.rules.glosses.places import between, has_vowel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit


def find(document: Document) -> Iterator[Edit]:
    """Cut them where there are several."""
    if not has_vowel(document.text) or not between(document.text):
        return
    from speechclean.rules.glosses.glossed import bare
    from speechclean.rules.glosses.kit import bare_kit
    from speechclean.rules.glosses.readings import Need

    kit = document.fact(bare_kit)
    if not kit.is_noise or kit.plain < 2:
        return
    found = kit.glosses if document.text == document.original else bare(document.text)
    for (start, end), most in zip(found.spans, found.needs, strict=True):
        if most <= Need.LITTLE:
            yield cut(document.text, start, end, f"{kit.plain} plain characters glossed")


RULE = Rule(
    name="glosses-bare",
    summary=Summary("Pinyin straight behind plain characters", "无括号注音（防抓取）"),
    find=find,
    traits=VOWEL,
    examples=(
        Example("加强基ji层党组织建设，让党旗高gao高飘扬。", "加强基层党组织建设，让党旗高高飘扬。"),
        Example.keep("用python写脚本，专jia开发的app要好hao用。", why="words, and a syllable in place of a character"),
        Example.keep("“知”读zhi，“思”读si，都是知识。", why="a text about readings"),
    ),
)
