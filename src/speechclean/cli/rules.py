"""`speechclean rules`: what rules there are, and what one of them does."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from speechclean.cli import _complete, _options
from speechclean.cli._all_rules import all_rules
from speechclean.cli._language import Command, is_typed, spoken
from speechclean.cli._messages import out_lines
from speechclean.wording import language, worded
from speechclean.wording.width import padded, width

if TYPE_CHECKING:
    from speechclean.cli._all_rules import AllRules
    from speechclean.core.rule import Stage

FORMAT = click.option(
    "--format", "form", type=click.Choice(("table", "json", "markdown")), default="table", help="How to list them."
)
OWN = {
    "lint": "_rules_files:lint",
    "test": "_rules_files:test",
    "import": "_rules_packs:import_",
    "export": "_rules_packs:export",
}
"""Commands on files of the user's own rules; they stand in modules of their own."""
WHICH = (FORMAT, _options.RULES, *_options.CONFIGURATION)


class Rules(Command, click.Group):
    """A group that imports what deals with files of rules only when it is used."""

    command_class = Command

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands, in the order in which one meets them."""
        return [*super().list_commands(ctx), *OWN]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in OWN:
            return super().get_command(ctx, cmd_name)
        module, _, name = OWN[cmd_name].partition(":")
        command = getattr(import_module(f"speechclean.cli.{module}"), name)
        assert isinstance(command, click.Command)  # noqa: S101  # OWN names commands
        return spoken(command)


@click.group(cls=Rules, invoke_without_command=True, short_help="List the rules; show one; lint and test your own.")
@_options.options(WHICH)
@click.pass_context
def command(context: click.Context, /, **given: Any) -> int:
    """List the rules, or show, lint and test them. Alone: `list`."""
    if context.invoked_subcommand is None:
        return _list(given)
    _hand_on(context, context.invoked_subcommand)
    return 0


def _hand_on(context: click.Context, name: str) -> None:
    """Let what was typed before a subcommand's name hold for it. Raises click.UsageError for what it does not take."""
    inner = context.command.get_command(context, name) if isinstance(context.command, click.Group) else None
    taken = {parameter.name for parameter in inner.params} if inner else set()
    typed = {}
    for parameter in context.command.params:
        if parameter.name in context.params and is_typed(context, parameter.name):
            if parameter.name not in taken:
                raise click.UsageError(f"{parameter.opts[-1]} does not go with `rules {name}`")
            typed[parameter.name] = context.params[parameter.name]
    context.default_map = {name: typed}


@command.command("list", short_help="List the rules in the order in which they run.")
@_options.options(WHICH)
def listed(**given: Any) -> int:
    """List the rules, in the order in which their stages run. Unsafe ones are off by default.

    Rules of your own, of --rules and of the configuration file, are listed with the file that they are from.
    """
    return _list(given)


@command.command(short_help="Show a rule with its examples.")
@click.argument("names", nargs=-1, required=True, metavar="NAME…", shell_complete=_complete.rule_names)
@_options.options(WHICH[1:])
def show(names: tuple[str, ...], **given: Any) -> int:
    """Show rules with their examples. NAME is a rule, a family or a stage.

    Of a rule of your own its file is shown, and what it says there.
    """
    from speechclean.report.rules import told

    every = all_rules(given)
    lines = []
    for name in names:
        found = [(rule, stage) for stage in every.stages for rule in stage.rules if name in _names(rule.name, stage)]
        found = found or [(rule, stage) for stage in every.stages for rule in stage.rules if name in rule.aliases]
        if not found:
            raise click.UsageError(_unknown(name, every))
        for rule, stage in found:
            lines += [*told(rule, stage.name), *every.source_lines(rule.name), ""]
    out_lines("\n".join(lines))
    return 0


def _list(given: dict[str, Any]) -> int:
    every = all_rules(given)
    if given["form"] == "json":
        from json import dumps

        from speechclean.report.rules import entries

        out_lines(dumps(entries(every.stages, every.off), ensure_ascii=False, indent=1) + "\n")
    elif given["form"] == "markdown":
        from speechclean.report.rules import markdown

        out_lines(markdown(every.stages))
    else:
        _table(every)
    return 0


def _table(every: AllRules) -> None:
    headings = tuple(map(worded, ("rule", "stage", "safety", "what it does")))
    rows = [
        (
            rule.name,
            stage.name,
            worded("off" if rule.name in every.off else rule.safety.value),
            getattr(rule.summary, language()) + (f" · {rule.source}" if rule.source else ""),
        )
        for stage in every.stages
        for rule in stage.rules
    ]
    if sys.stdout is not None and sys.stdout.isatty():
        from speechclean.report.terminal import print_rows

        print_rows(headings, rows)
        return
    widths = [max(width(row[column]) for row in [headings, *rows]) for column in range(3)]
    for row in (headings, *rows):
        cells = [padded(cell, columns) for cell, columns in zip(row, widths, strict=False)]
        out_lines("  ".join([*cells, row[3]]) + "\n")


def _names(rule: str, stage: Stage) -> tuple[str, ...]:
    return (rule, rule.partition("-")[0], stage.name, "all")


def _unknown(name: str, every: AllRules) -> str:
    from speechclean.rules.selection import known_names

    near = get_close_matches(name, sorted(known_names(every.stages)), 1)
    hint = f"did you mean {near[0]!r}?" if near else "`speechclean rules` lists them"
    return f"no rule is called {name!r}; {hint}"
