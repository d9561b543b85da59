"""An option that is given twice: several values add up where there may be several, and nothing is dropped silently."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from speechclean.cli import COMMANDS, app

GLOBAL = ("lang", "color")


def commands(group: click.Group, *above: str) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        found.append((*above, name))
        if isinstance(command, click.Group):
            found += commands(command, *above, name)
    return found


def options_of(names: tuple[str, ...]) -> list[click.Option]:
    command: click.Command = app
    for name in names:
        assert isinstance(command, click.Group)
        command = command.get_command(click.Context(command), name) or command
    return [parameter for parameter in command.params if isinstance(parameter, click.Option)]


SINGLE = [
    (names, option)
    for names in commands(app)
    for option in options_of(names)
    if not (option.is_flag or option.count or option.multiple)
]


def value_of(option: click.Option) -> str:
    kind = option.type
    return kind.choices[0] if isinstance(kind, click.Choice) else "1"


@pytest.mark.parametrize(("names", "option"), SINGLE, ids=lambda value: getattr(value, "name", None) or " ".join(value))
def test_an_option_of_one_value_is_taken_once(run, names, option) -> None:
    value = value_of(option)
    ran = run(*names, option.opts[0], value, option.opts[-1], value)
    assert ran.status == 2
    assert f"Error: {option.opts[-1]} is given twice, and takes one value" in ran.err


@pytest.mark.parametrize("name", GLOBAL)
def test_before_and_behind_a_command_is_twice(run, name) -> None:
    value = {"lang": "en", "color": "never"}[name]
    for command in COMMANDS:
        ran = run(f"--{name}", value, command, f"--{name}", value)
        assert (ran.status, f"--{name} is given twice" in ran.err) == (2, True), command


def test_what_is_said_twice_is_no_error(run, texts) -> None:
    assert run("fix", "-q", "-q", "--unsafe", "--unsafe", "in").status == 0
    assert run("check", "-v", "-v", "in").status == 1


def test_names_add_up(run, texts) -> None:
    assert run("check", "in").status == 1
    assert run("check", "in", "--ignore", "our-mark", "--ignore", "layout").status == 0
    assert run("check", "in", "--ignore", "layout", "--ignore", "our-mark").status == 0
    assert run("check", "in", "--select", "our-mark", "--select", "layout").status == 1
    assert "no rule" in run("check", "in", "--extend-select", "nothing", "--extend-select", "layout").err


def test_files_of_strings_to_keep_add_up(run, texts) -> None:
    Path("one").write_text("【本站首发】\n", encoding="utf-8")
    Path("two").write_text("什么\n", encoding="utf-8")
    for order in (("one", "two"), ("two", "one")):
        assert run("check", "in", *(part for name in order for part in ("--keep", name))).status == 0, order
    assert 'keep = ["【本站首发】", "什么"]' in run("config", "--keep", "one", "--keep", "two").text


def test_kinds_of_records_to_leave_out_add_up(run, place) -> None:
    Path("r.jsonl").write_text('{"text": "大家好。"}\n{"text": ""}\n{"no": 1}\n', encoding="utf-8")
    run("fix", "r.jsonl", "--drop", "empty", "--drop", "failed")
    assert Path("cleaned/r.jsonl").read_text(encoding="utf-8") == '{"text": "大家好。"}\n'


def test_names_of_what_goes_back_add_up(run, texts) -> None:
    (texts / "a.txt").write_text("第一句话【本站首发】在这里。  \n", encoding="utf-8")
    run("fix", "in", "--journal", "j")
    run("restore", "cleaned", "--journal", "j", "--only", "our-mark", "--only", "layout")
    assert Path("restored/a.txt").read_text(encoding="utf-8") == (texts / "a.txt").read_text(encoding="utf-8")


def test_what_stands_before_a_subcommand_holds_for_it(run, place) -> None:
    assert run("rules", "--format", "json", "list").text.startswith("[")
    assert "our-mark" not in run("rules", "--isolated", "list").text
    assert "our-mark" in run("rules", "--isolated", "--rules", "own.toml", "show", "our-mark").text
    ran = run("rules", "--format", "json", "lint", "own.toml")
    assert (ran.status, "--format does not go with `rules lint`" in ran.err) == (2, True)
    assert run("rules", "--format", "json", "list", "--format", "table").status == 2
