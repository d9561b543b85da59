"""Converts a text to the chosen script, paragraph by paragraph.

Lines in that script, Japanese, and spans noted as suspected mojibake stay as they are; in mixed lines only the
characters that the script does not have are converted, because OpenCC damages text that needs no conversion.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from speechclean.core.edit import swap
from speechclean.core.rule import Example, Rule, Summary
from speechclean.rules.script.align import differences
from speechclean.rules.script.convert import converter
from speechclean.rules.script.scripts import all_simplified, one_script
from speechclean.rules.script.spans import Span, spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.choices import Choices
    from speechclean.core.document import Document
    from speechclean.core.edit import Edit
    from speechclean.rules.script.scripts import Script

PLAIN = {"hans": "t2s", "hant": "s2t", "tw": "s2tw", "hk": "s2hk"}
IDIOMS = {"hans": "tw2sp", "hant": "s2twp", "tw": "s2twp", "hk": "s2hkp"}


def find(document: Document, choices: Choices) -> Iterator[Edit]:
    """Convert whole lines by one call of OpenCC, and single characters in mixed lines by another."""
    text = document.text
    if choices.to == "keep" or (choices.to == "hans" and all_simplified(document)):
        return
    traditional, simplified = one_script()
    source, target = (traditional, simplified) if choices.to == "hans" else (simplified, traditional)
    if not source.pattern.search(text):
        return
    chosen = list(spans(document, source, target))
    config = (IDIOMS if choices.idioms else PLAIN)[choices.to]
    yield from _convert(text, [span for span in chosen if span.whole], config)
    yield from _convert_single(text, [span for span in chosen if not span.whole], PLAIN[choices.to], source)


def _convert(text: str, whole: list[Span], config: str) -> Iterator[Edit]:
    for span, new in _converted(text, whole, config):
        old = text[span.start : span.end]
        if len(old) == len(new):
            if old != new:
                yield swap(text, span.start, span.end, new, config)
            continue
        for start, end, piece in differences(old, new):
            yield swap(text, span.start + start, span.start + end, piece, config)


def _convert_single(text: str, mixed: list[Span], config: str, source: Script) -> Iterator[Edit]:
    """Take of a line's conversion only what becomes of the characters of the other script."""
    for span, new in _converted(text, mixed, config):
        if len(new) != span.end - span.start:
            new = "".join(map(converter(config), text[span.start : span.end]))  # noqa: PLW2901  # the same, longer
        for match in source.pattern.finditer(text, span.start, span.end):
            at = match.start()
            yield swap(text, at, at + 1, new[at - span.start], f"{config}, in a mixed paragraph")


def _converted(text: str, chosen: list[Span], config: str) -> Iterator[tuple[Span, str]]:
    """Each span with its conversion; all of them are converted by one call."""
    if chosen:
        joined = converter(config)("\n".join([text[span.start : span.end] for span in chosen]))
        yield from zip(chosen, joined.split("\n"), strict=True)


def rule(choices: Choices) -> Rule:
    """The rule for the chosen script."""
    return Rule(
        name="script-conversion",
        summary=Summary("Paragraphs in the other script", "繁简转换"),
        find=partial(find, choices=choices),
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
