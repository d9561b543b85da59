"""Makes rules of what a user's file says: for each kind a function that finds its edits in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import Edit, cut, swap
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Rule, Summary
from speechclean.rules.custom import literals
from speechclean.rules.custom.blocks import footer, header
from speechclean.rules.custom.engine import Clock, compiled
from speechclean.rules.custom.settle import settled
from speechclean.rules.custom.spec import Between, Body, Footer, Header, Line, Literal, Spec, Substitute
from speechclean.rules.custom.template import template
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.rules.custom.settle import Finder

BLANKS = " \t\u00a0\u3000"
LINES = Pattern("[^\n]+")
"""Every line that is not empty."""


def rule(spec: Spec) -> Rule:
    """The rule that does what a file says."""
    summary = spec.summary or spec.name
    return Rule(
        name=spec.name,
        summary=Summary(summary, summary),
        find=settled(spec.name, finder(spec.body)),
        examples=spec.examples,
        safety=spec.safety,
        triggers=triggers(spec.body),
        source=spec.file,
    )


def triggers(body: Body) -> tuple[str, ...]:
    """What must occur for the rule to be asked; nothing is known of patterns."""
    match body:
        case Literal(texts=strings) | Line(contains=strings):
            return tuple(dict.fromkeys(literals.trigger(string) for string in strings))
        case Between(start=start):
            return (literals.trigger(start),)
        case _:
            return ()


def finder(body: Body) -> Finder:
    """The function that finds a kind's edits."""
    match body:
        case Literal():
            return _literal(body)
        case Between():
            return _between(body)
        case Line():
            return _line(body)
        case Substitute():
            return _substitute(body)
        case Header():
            return header(body)
        case Footer():
            return footer(body)


def _literal(body: Literal) -> Finder:
    pattern = literals.any_of(body.texts, exact=body.exact)

    def find(text: str, clock: Clock) -> Iterator[Edit]:  # noqa: ARG001  # only patterns need the clock
        for match in pattern.finditer(text):
            yield _neat_cut(text, match.start(), match.end(), match.group())

    return find


def _between(body: Between) -> Finder:
    start, end = (literals.expression(string, exact=body.exact) for string in (body.start, body.end))
    pattern = Pattern(rf"{start}(?P<gap>(?:(?!{start}|{end})[\s\S]){{0,{body.longest}}}){end}")
    group = 0 if body.ends else "gap"

    def find(text: str, clock: Clock) -> Iterator[Edit]:  # noqa: ARG001  # only patterns need the clock
        for match in pattern.finditer(text):
            yield _neat_cut(text, *match.span(group), f"{body.start}…{body.end}")

    return find


def _line(body: Line) -> Finder:
    wanted = literals.any_of(body.contains, exact=body.exact) if body.contains else LINES
    pattern = compiled(body.matches) if body.matches else None

    def find(text: str, clock: Clock) -> Iterator[Edit]:
        reached = -1
        for hit in wanted.finditer(text):
            if hit.start() <= reached:
                continue
            start, reached = text.rfind("\n", 0, hit.start()) + 1, _line_end(text, hit.start())
            line = text[start:reached].strip()
            if len(line) <= body.longest and (pattern is None or clock.fullmatch(pattern, line)):
                yield cut_line(text, start, reached, hit.group() if body.contains else body.matches)

    return find


def _substitute(body: Substitute) -> Finder:
    pattern = compiled(body.pattern, body.flags)
    new = template(body.replace, pattern)

    def find(text: str, clock: Clock) -> Iterator[Edit]:
        for match in clock.matches(pattern, text):
            replacement = new.expand(match)
            if replacement:
                yield swap(text, match.start(), match.end(), replacement, body.pattern)
            elif match.end() > match.start():
                yield _neat_cut(text, match.start(), match.end(), body.pattern)

    return find


def _neat_cut(text: str, start: int, end: int, evidence: str) -> Edit:
    """A cut; where it would leave nothing but blanks of its lines, the lines go with their newline."""
    if not text[start:end].strip(BLANKS):
        return cut(text, start, end, evidence)
    first = text.rfind("\n", 0, start) + 1
    last = _line_end(text, end)
    if text[first:start].strip(BLANKS) or text[end:last].strip(BLANKS):
        return cut(text, start, end, evidence)
    return cut_line(text, first, last, evidence)


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end
