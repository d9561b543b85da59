"""Looks a file of users' rules over: what will hurt, and what may."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from speechclean.core.errors import SpeechcleanError
from speechclean.core.fold import fold
from speechclean.core.named import NamedTuple
from speechclean.plausibility import char, is_han, pair
from speechclean.rules.custom import hostile
from speechclean.rules.custom.engine import compiled
from speechclean.rules.custom.kinds import rule
from speechclean.rules.custom.spec import Footer, Header, Line, Literal, Spec, Substitute
from speechclean.rules.custom.trial import outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

COMMON = -5.5
"""log10 of how often a string of Han characters occurs by chance: more often, and it stands in ordinary prose."""

HOSTILE = 3000
LONG_HOSTILE = 10_000
"""Code points of the texts that patterns are tried on: at the first size they must not fail, at the other they should
not."""

IN_BOTH_SCRIPTS = "乾著瞭徵藉覆"
"""Characters that the fold changes and that Simplified text has too."""


class Finding(NamedTuple):
    """What is wrong (`error`) or may be (`warning`) with a rule."""

    level: str
    rule: str
    message: str


class _Trial(NamedTuple):
    """A pattern, how it is run, and how long a text it can meet."""

    pattern: str
    run: Callable[[str], object]
    longest: int = LONG_HOSTILE


def lint(specs: Iterable[Spec], prose: Iterable[str] = ()) -> Iterator[Finding]:
    """What there is to say of each rule, in order; `prose` are legitimate texts that no rule should touch."""
    specs, prose = tuple(specs), tuple(prose)
    bodies: dict[object, str] = {}
    everywhere = Counter(spec.file for spec in specs if not spec.scope.globs)
    for spec in specs:
        for level, message in _of_rule(spec, prose):
            yield Finding(level, spec.name, message)
        if not spec.scope.globs and spec.file in everywhere:
            yield Finding("warning", spec.name, _unscoped(everywhere.pop(spec.file)))
        if spec.body in bodies:
            yield Finding("warning", spec.name, f"does the same as {bodies[spec.body]}")
        bodies.setdefault(spec.body, spec.name)


def _of_rule(spec: Spec, prose: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for string in _strings(spec):
        yield from _of_string(string)
    errors: list[tuple[str, str]] = []
    for trial in _trials(spec):
        errors += _of_pattern(trial)
    yield from errors
    if isinstance(spec.body, Substitute) and compiled(spec.body.pattern, spec.body.flags).search("", timeout=1):
        yield "error", "the pattern can match the empty string: it matches between any two characters"
    if not any(level == "error" for level, _ in errors):
        yield from _of_prose(spec, prose)
        yield from _of_examples(spec)


def _unscoped(rules: int) -> str:
    """What to say once of the rules of a file that have no scope."""
    if rules == 1:
        return 'no scope: it holds for every document; say so with scope = "**", or name the paths it is for'
    return (
        f"no scope: {rules} rules of the file hold for every document; "
        'say so with scope = "**" at its head, or name the paths they are for'
    )


def _of_string(string: str) -> Iterator[tuple[str, str]]:
    if len(string.strip()) < 2:
        yield "error", f"{string!r} is too short: one character stands everywhere"
    elif all(map(is_han, string)):
        chance = char(string[0]) + sum(pair(first, second) for first, second in pairwise(string))
        if chance > COMMON:
            yield "warning", f"{string!r} is too common: ordinary prose has it once in {10**-chance:,.0f} characters"


def _of_pattern(trial: _Trial) -> Iterator[tuple[str, str]]:
    pattern = trial.pattern
    found = hostile.nested(pattern)
    if found:
        yield "warning", f"a repetition inside a repetition: {found}; make the inner one possessive (`++`) or bounded"
    slow = hostile.slow(trial.run, pattern, min(HOSTILE, trial.longest))
    if slow:
        yield "error", f"takes too long: {slow.size} characters of {slow.pump!r} are enough to stop it"
    elif slow := hostile.slow(trial.run, pattern, min(LONG_HOSTILE, trial.longest)):
        yield "warning", f"is slow: {slow.size} characters of {slow.pump!r} take more than {hostile.TRY} s"
    old = [letter for letter in pattern if is_han(letter) and fold(letter) != letter and letter not in IN_BOTH_SCRIPTS]
    if old:
        letters = "".join(dict.fromkeys(old))
        yield (
            "warning",
            f"{letters} is Traditional, and patterns read the text after conversion; write [{letters}{fold(letters)}]",
        )


def _of_prose(spec: Spec, prose: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    tried = rule(spec)
    for text in prose:
        try:
            after = outcome(tried, text)
        except SpeechcleanError as error:
            yield "error", str(error)
            return
        if after != text:
            yield "warning", f"changes legitimate text: {text!r} becomes {after!r}"
            return


def _of_examples(spec: Spec) -> Iterator[tuple[str, str]]:
    yield from _of_missing(spec)
    tried = rule(spec)
    for number, example in enumerate(spec.examples, 1):
        try:
            again = outcome(tried, example.after)
        except SpeechcleanError as error:
            yield "error", f"example {number}: {error}"
            continue
        if again != example.after:
            yield "warning", f"example {number}: a second run changes the result again: {example.after!r} → {again!r}"


def _of_missing(spec: Spec) -> Iterator[tuple[str, str]]:
    kept = [example for example in spec.examples if example.before == example.after]
    if not spec.examples:
        yield "warning", "no examples: [[rule.example]] with before and after, and with keep and why"
    elif len(kept) == len(spec.examples):
        yield "warning", "no example of what it changes: [[rule.example]] with before and after"
    elif not kept:
        yield "warning", "no example of what it leaves alone: [[rule.example]] with keep and why"


def _strings(spec: Spec) -> tuple[str, ...]:
    """The strings of a rule that find text by themselves."""
    match spec.body:
        case Literal(texts=strings) | Line(contains=strings, matches=""):
            return strings
        case _:
            return ()


def _trials(spec: Spec) -> Iterator[_Trial]:
    match spec.body:
        case Substitute(pattern=pattern, flags=flags):
            yield _Trial(pattern, hostile.finding(compiled(pattern, flags)))
        case Line(matches=pattern, longest=longest) if pattern:
            yield _Trial(pattern, hostile.matching(compiled(pattern)), longest)
        case Header(until=pattern) | Footer(begins=pattern):
            yield _Trial(pattern, hostile.matching(compiled(pattern)))
        case _:
            return
