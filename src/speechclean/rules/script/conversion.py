"""Converts a text to the chosen script, paragraph by paragraph.

Lines in that script, Japanese, and spans noted as suspected mojibake stay as they are; in mixed lines only the
characters that the script does not have are converted, because OpenCC damages text that needs no conversion.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from speechclean.core.edit import Edit, Part, swap
from speechclean.core.rule import Example, Rule, Summary
from speechclean.core.traits import OTHER_SCRIPT
from speechclean.rules.script.scripts import SIMPLIFIED, TRADITIONAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.choices import Choices
    from speechclean.core.document import Document
    from speechclean.rules.script.scripts import Script

NAME = "script-conversion"
PLAIN = {"hans": "t2s", "hant": "s2t", "tw": "s2tw", "hk": "s2hk"}
IDIOMS = {"hans": "tw2sp", "hant": "s2twp", "tw": "s2twp", "hk": "s2hkp"}


def find(document: Document, choices: Choices) -> list[Edit]:
    """Convert spans of whole lines, and single characters in mixed lines."""
    text = document.text
    source, target = (TRADITIONAL, SIMPLIFIED) if choices.to == "hans" else (SIMPLIFIED, TRADITIONAL)
    if choices.to == "keep" or not source.occurs_in(text):
        return []
    from speechclean.rules.script.spans import spans

    config = (IDIOMS if choices.idioms else PLAIN)[choices.to]
    chosen = list(spans(document, source, target))
    edits = _edits(text, [(start, end) for start, end, whole in chosen if whole], config)
    if mixed := [(start, end) for start, end, whole in chosen if not whole]:
        edits += _single(text, mixed, PLAIN[choices.to], source)
    return edits


def _edits(text: str, spans: list[tuple[int, int]], config: str) -> list[Edit]:
    """The edits that convert spans: one edit a line, where its length stays."""
    from speechclean.rules.script.convert import converter

    convert = converter(config)
    edits: list[Edit] = []
    for start, end in spans:
        at, span = start, text[start:end]
        for old, new in zip(span.split("\n"), convert(span).split("\n"), strict=True):
            size = len(old)
            if size != len(new):
                edits += _differences(at, old, new, config)
            elif old != new:
                edits.append(Edit(at, old, new, (Part(NAME, at, at + size, config),)))
            at += size + 1
    return edits


def _differences(at: int, old: str, new: str, config: str) -> Iterator[Edit]:
    """The edits of a line whose length changes."""
    from speechclean.rules.script.align import differences

    for start, end, piece in differences(old, new):
        yield Edit(at + start, old[start:end], piece, (Part(NAME, at + start, at + end, config),))


def _single(text: str, spans: list[tuple[int, int]], config: str, source: Script) -> Iterator[Edit]:
    """Take of a line's conversion only what becomes of the characters of the other script."""
    from speechclean.rules.script.convert import converter

    convert = converter(config)
    for start, end in spans:
        new = convert(text[start:end])
        new = new if len(new) == end - start else "".join(map(convert, text[start:end]))
        for at in source.places(text, start, end):
            yield swap(text, at, at + 1, new[at - start], f"{config}, in a mixed paragraph")


def rule(choices: Choices) -> Rule:
    """The rule for the chosen script."""
    return Rule(
        name=NAME,
        summary=Summary("Paragraphs in the other script", "繁简转换"),
        find=partial(find, choices=choices),
        traits=OTHER_SCRIPT if choices.to == "hans" else 0,
        examples=EXAMPLES if choices.to == "hans" else EXAMPLES_TO_HANT,
    )


EXAMPLES = (
    Example("推進農業供給側改革，成為國家戰略。", "推进农业供给侧改革，成为国家战略。"),
    Example("今天时間不早了，李乾和乾安县的同志先说。", "今天时间不早了，李乾和乾安县的同志先说。"),
    Example.keep("瞭望塔上成效显著，李乾藉以了解乾安县。", why="Simplified text, which conversion would damage"),
    Example.keep("東京大學は日本の國立大學である。", why="Japanese"),
)
EXAMPLES_TO_HANT = (
    Example("推进农业供给侧改革。", "推進農業供給側改革。"),
    Example.keep("推進農業供給側改革，皇后里程。", why="Traditional text"),
)
