"""Converts a text to the chosen script, paragraph by paragraph.

Lines in that script, Japanese, and spans noted as suspected mojibake stay as they are; in mixed lines only the
characters that the script does not have are converted, because OpenCC damages text that needs no conversion.
"""

from __future__ import annotations

from functools import partial
from itertools import islice
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

PLAIN = {"hans": "t2s", "hant": "s2t", "tw": "s2tw", "hk": "s2hk"}
IDIOMS = {"hans": "tw2sp", "hant": "s2twp", "tw": "s2twp", "hk": "s2hkp"}


def find(document: Document, choices: Choices) -> Iterator[Edit]:
    """Convert whole lines by one call of OpenCC, and single characters in mixed lines by another."""
    text = document.text
    source, target = (TRADITIONAL, SIMPLIFIED) if choices.to == "hans" else (SIMPLIFIED, TRADITIONAL)
    if choices.to == "keep" or not source.occurs_in(text):
        return
    from speechclean.rules.script.spans import spans

    config = (IDIOMS if choices.idioms else PLAIN)[choices.to]
    chosen = list(spans(document, source, target))
    yield from _edits(text, [(span.start, span.end) for span in chosen if span.whole], config)
    yield from _single(text, [(span.start, span.end) for span in chosen if not span.whole], PLAIN[choices.to], source)


def _edits(text: str, spans: list[tuple[int, int]], config: str) -> Iterator[Edit]:
    """The edits that convert spans: one edit a line, where its length stays."""
    for start, end, converted in _converted(text, spans, config):
        at = start
        for old, new in zip(text[start:end].split("\n"), converted.split("\n"), strict=True):
            if len(old) == len(new):
                if old != new:
                    yield Edit(at, old, new, (Part("", at, at + len(old), config),))
            else:
                from speechclean.rules.script.align import differences

                for first, last, piece in differences(old, new):
                    yield swap(text, at + first, at + last, piece, config)
            at += len(old) + 1


def _single(text: str, spans: list[tuple[int, int]], config: str, source: Script) -> Iterator[Edit]:
    """Take of a line's conversion only what becomes of the characters of the other script."""
    from speechclean.rules.script.convert import converter

    for start, end, converted in _converted(text, spans, config):
        new = converted if len(converted) == end - start else "".join(map(converter(config), text[start:end]))
        for match in source.pattern.finditer(text, start, end):
            at = match.start()
            yield swap(text, at, at + 1, new[at - start], f"{config}, in a mixed paragraph")


def _converted(text: str, spans: list[tuple[int, int]], config: str) -> Iterator[tuple[int, int, str]]:
    """Each span with its conversion; several are converted by one call."""
    from speechclean.rules.script.convert import converter

    convert = converter(config)
    if len(spans) == 1:
        yield (*spans[0], convert(text[slice(*spans[0])]))
    elif spans:
        lines = iter(convert("\n".join([text[start:end] for start, end in spans])).split("\n"))
        for start, end in spans:
            yield start, end, "\n".join(islice(lines, text.count("\n", start, end) + 1))


def rule(choices: Choices) -> Rule:
    """The rule for the chosen script."""
    return Rule(
        name="script-conversion",
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
