"""`speechclean learn`: propose rules from what repeats across documents, for a person to read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from speechclean.cli import _options
from speechclean.cli._inputs import complain_of_nothing, reads_stdin, typed_paths
from speechclean.cli._language import Command
from speechclean.cli._messages import complain, out_lines, say, shown
from speechclean.cli._places import refuse_as_read
from speechclean.cli._run import Tally, grouped, told
from speechclean.core.errors import SpeechcleanError
from speechclean.wording import worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechclean.cli._learn_texts import Texts
    from speechclean.learn import Memory, Proposal

WIDTHS = (9, 7, 5)
"""Columns that the numbers of the table take."""

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command(cls=Command, short_help="Propose rules from what repeats across documents.")
@click.argument("paths", nargs=-1, metavar="PATH…")
@click.option("-o", "--output", type=_FILE, help="The rule file to write.  [default: learned.toml]")
@click.option("--force", is_flag=True, help="Write the rule file over another one.")
@click.option("--field", metavar="NAME", default="text", show_default=True, help="The field of records with the text.")
@click.option(
    "--source-field", metavar="NAME", help="The field of records that names their site; without it, the file does."
)
@click.option(
    "--least", type=click.IntRange(2, 60_000), default=5, show_default=True, help="In so many documents, or more."
)
@click.option("--memory", type=_FILE, help="Remember what was read in this file, and go on from it.")
@click.option("--counters", type=click.IntRange(1, 8192), default=64, show_default=True, help="Megabytes of counters.")
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table", help="How to print them.")
@_options.options(_options.FILES, _options.CONFIGURATION, _options.VOLUME)
def command(paths: tuple[str, ...], **given: Any) -> int:
    """Read texts (*.txt) and records (*.jsonl, *.parquet …) twice; propose rules for what repeats and looks foreign.

    Prints the proposals and writes them as a rule file with evidence and samples; nothing is removed. Texts that were
    read before are not counted again. Exit status: 0 done, 2 something could not be read.
    """
    if reads_stdin(paths, given):
        raise click.UsageError("learn reads files twice, so it needs PATHs; standard input cannot be read again")
    target: Path = given["output"] or Path("learned.toml")
    if target.exists() and not given["force"]:
        raise click.UsageError(f"{shown(str(target))} is there already; --force writes over it, -o FILE elsewhere")
    for path in (target, given["memory"]):
        if path and not path.parent.is_dir():
            raise click.UsageError(f"{shown(str(path.parent))} is no directory, so nothing can be written there")
    typed = tuple(sorted(typed_paths(paths, given)))  # the order in which they are named tells nothing
    resolved = _options.resolve({key: given[key] for key in ("glob", "exclude", "config_file", "isolated")})
    from speechclean.cli._learn_texts import Texts
    from speechclean.learn import learn, propose

    texts = Texts(typed, resolved, given)
    _refuse_as_read(texts, target, given["memory"])
    memory = _memory(given)
    learn(texts, memory, given["least"])
    if not given["quiet"]:
        texts.tally.say_passed_over()
    if not texts.tally.total:
        if not texts.tally.passed_over:
            complain_of_nothing(typed, resolved, texts.reads)
        return 0
    proposals = propose(memory, given["least"])
    _write(target, proposals, memory, given)
    _print(proposals, memory, given)
    if not given["quiet"]:
        _tell(proposals, memory, texts.tally, target)
    return texts.tally.status()


def _refuse_as_read(texts: Texts, target: Path, memory: Path | None) -> None:
    """Raise click.UsageError where a file that is to be written is one that is read, or both are one."""
    if memory and memory.resolve() == target.resolve():
        raise click.UsageError("--output and --memory name one file; name two")
    there = [(option, path) for option, path in (("--output", target), ("--memory", memory)) if path and path.exists()]
    reads = texts.reals() if there else set()
    for option, path in there:
        refuse_as_read(option, path, reads)


def _memory(given: dict[str, Any]) -> Memory:
    from speechclean.learn import Memory
    from speechclean.learn.memory import restored
    from speechclean.learn.sketch import Sketch

    path: Path | None = given["memory"]
    if path is None or not path.exists():
        return Memory(Sketch(1 << (given["counters"] * 2**19).bit_length() - 1))
    try:
        return restored(path.read_bytes())
    except OSError as error:
        raise click.UsageError(f"--memory {shown(str(path))}: {told(error)}") from None
    except SpeechcleanError as error:
        raise click.UsageError(f"--memory {shown(str(path))}: {error}") from None


def _write(target: Path, proposals: Sequence[Proposal], memory: Memory, given: dict[str, Any]) -> None:
    from speechclean.learn.rulefile import rule_file
    from speechclean.storage import atomic

    text = rule_file(proposals, memory, given["least"], str(target))
    if proposals:
        atomic.write(target, text.encode("utf-8", "backslashreplace"))
    if given["memory"]:
        atomic.write(given["memory"], memory.dump())


def _print(proposals: Sequence[Proposal], memory: Memory, given: dict[str, Any]) -> None:
    from speechclean.learn.table import HEADINGS, as_json, rows
    from speechclean.wording.width import lead, padded

    if given["form"] == "json":
        from json import dumps

        out_lines(dumps(as_json(proposals, memory, given["least"]), ensure_ascii=False, indent=1) + "\n")
        return
    if sys.stdout is not None and sys.stdout.isatty():
        from speechclean.report.terminal import print_rows

        print_rows(map(worded, HEADINGS), list(rows(proposals)))
        return
    for row in (tuple(map(worded, HEADINGS)), *rows(proposals)):
        numbers = "  ".join(map(lead, row[:3], WIDTHS))
        out_lines(f"{numbers}  {padded(row[3], 7)}  {row[4]}\n")


def _tell(proposals: Sequence[Proposal], memory: Memory, tally: Tally, target: Path) -> None:
    documents, sources = grouped(memory.documents), grouped(len(memory.sources))
    read = (
        f"documents: {documents}, sources: {sources}, read before: {grouped(memory.repeated)}, failed: {tally.failed}"
    )
    say(f"{read}, rules proposed: {len(proposals)}" + (f", in {shown(str(target))}" if proposals else ""))
    if memory.sketch.floor:
        complain(
            f"there is more text than the counters tell apart: what stands in fewer than {memory.sketch.floor} documents"
            " may be missed; give --counters more megabytes, or learn from a sample"
        )
    if memory.seen.full:
        complain("too many documents to remember them all: those that are read again are counted again")
    if memory.dropped:
        complain(f"more strings repeat than are kept: counts may be short by {memory.dropped}; a higher --least helps")
