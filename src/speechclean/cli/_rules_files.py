"""`speechclean rules lint` and `rules test`: a file of the user's own rules, looked over and tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from speechclean.cli._language import Command
from speechclean.cli._messages import complain, out, say
from speechclean.core.choices import Choices
from speechclean.core.errors import SpeechcleanError
from speechclean.wording import worded

if TYPE_CHECKING:
    from speechclean.rules.custom.spec import Spec
    from speechclean.rules.custom.trial import Failed

_FILES = click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path())


@click.command(cls=Command, short_help="Look a file of your own rules over for what will hurt.")
@_FILES
def lint(files: tuple[str, ...]) -> int:
    """Look files of your own rules over, without running them on documents.

    Finds patterns that match nothing or take too long, strings that are too short or too common, rules that change
    legitimate text or their own result, duplicates, and what is missing. Exit status: 0 nothing but warnings, 1 errors,
    2 a file cannot be read or does not make sense.
    """
    specs = loaded(files)
    if specs is None:
        return 2
    from speechclean.rules import stages
    from speechclean.rules.custom.lint import lint as look_over

    kept = (
        example.before
        for stage in stages(Choices())
        for rule in stage.rules
        for example in rule.examples
        if example.before == example.after
    )
    where = {spec.name: spec.file for spec in specs}
    counts = {"error": 0, "warning": 0}
    for level, name, message in look_over(specs, kept):
        counts[level] += 1
        _print(f"{where[name]}: rule {name}: {level}: {message}")
    say(f"{_count(len(specs), 'rule')}: {_count(counts['error'], 'error')}, {_count(counts['warning'], 'warning')}")
    return 1 if counts["error"] else 0


@click.command(cls=Command, short_help="Run the examples in a file of your own rules.")
@_FILES
def test(files: tuple[str, ...]) -> int:
    """Run each rule of the files alone on its own examples.

    Exit status: 0 all hold, 1 one does not, 2 a file cannot be read or does not make sense.
    """
    specs = loaded(files)
    if specs is None:
        return 2
    from speechclean.rules.custom.trial import failures

    failed = 0
    for spec in specs:
        for failure in failures(spec):
            failed += 1
            _print(_told(spec, failure))
    examples = sum(len(spec.examples) for spec in specs)
    without = sum(not spec.examples for spec in specs)
    told = f"{_count(len(specs), 'rule')}, {_count(examples, 'example')}: {examples - failed} hold, {failed} fail"
    say(f"{told}; {_count(without, 'rule')} without examples" if without else told)
    return 1 if failed else 0


def loaded(files: tuple[str, ...]) -> tuple[Spec, ...] | None:
    """The rules of the files; None when something is wrong with them, which is said."""
    from speechclean.rules import stages
    from speechclean.rules.custom.load import load
    from speechclean.rules.selection import known_names

    try:
        return load(files, known_names(stages(Choices())))
    except SpeechcleanError as error:
        for line in str(error).splitlines():
            complain(line)
        return None


def _told(spec: Spec, failure: Failed) -> str:
    example = failure.example
    why = f" ({example.why})" if example.why else ""
    lines = [
        f"{spec.file}: rule {spec.name}: example {failure.number} fails{why}",
        f"  before    {_one_line(example.before)}",
    ]
    if example.before == example.after:
        lines.append("  expected  the same")
    else:
        lines.append(f"  expected  {_one_line(example.after)}")
    lines.append(f"  broke     {failure.error}" if failure.error else f"  got       {_one_line(failure.got)}")
    return "\n".join(lines)


def _one_line(text: str) -> str:
    shown = text.replace("\n", "⏎")
    return shown or worded("(nothing)")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _print(text: str) -> None:
    out(f"{worded(text)}\n".encode("utf-8", "backslashreplace"))
