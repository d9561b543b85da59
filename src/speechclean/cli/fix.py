"""`speechclean fix`: clean files, standard input or records."""

from __future__ import annotations

from typing import Any

import click

from speechclean.cli import _complete, _options
from speechclean.cli._inputs import field_names, reads_stdin, refuse_without_records
from speechclean.cli._language import Command
from speechclean.cli._messages import shown

_PATH = _options.FilePath()


@click.command(cls=Command, short_help="Clean files, standard input or records.")
@_options.options(_options.PATHS)
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    shell_complete=_complete.directories,
    help="Where cleaned files go; `-`: stdout.  [default: cleaned]",
)
@click.option("--in-place", is_flag=True, help="Replace the files; always journals.")
@click.option("--diff", is_flag=True, help="Show what would change and write nothing; exit 1 if anything would.")
@click.option(
    "--field", metavar="NAME,…", multiple=True, help="The input holds records; clean these fields.  [default: text]"
)
@click.option("--add-columns", is_flag=True, help="Add status, script, removed_share, notes and truncated to records.")
@click.option(
    "--drop",
    metavar="KIND,…",
    multiple=True,
    help="Leave such records out, into a file beside: held, truncated, failed, empty.",
)
@click.option(
    "--output-format",
    metavar="FORMAT",
    help="Write records as jsonl, csv, tsv or parquet; also packed: jsonl.gz, csv.zst.",
)
@click.option("--journal", type=_PATH, help="Append what `restore` needs to this file.")
@click.option("--report", type=_PATH, help="Write every change to this file: .json, .sarif, .html.")
@click.option("--force", is_flag=True, help="Do again what earlier runs did, and write over what was changed by hand.")
@click.option("--stdin-filename", metavar="PATH", help="What to call standard input in reports and journals.")
@click.option("--fail-on", type=click.Choice(["held"]), help="Exit 2 when a text is held.")
@click.option("--verify", is_flag=True, help="Clean each text twice: the second run must find nothing.")
@click.option("--ask", is_flag=True, help="Show change by change and ask which to make, as `git add -p` does.")
@click.option("--save-decisions", type=_PATH, help="Write what --ask was told to refuse to this file.")
@click.option(
    "--engine", type=click.Choice(("local", "ray")), default="local", help="Where to clean records: here, or on Ray."
)
@click.option("--address", metavar="ADDRESS", help="The Ray cluster; `auto`: the one that is running here.")
@_options.options(_options.CLEANING, _options.FILES, _options.JOBS, _options.CONFIGURATION, _options.VOLUME)
def command(paths: tuple[str, ...], **given: Any) -> int:
    """Clean text: files into a directory, standard input to standard output, or records.

    Without PATH, or with `-`, bytes come from standard input and clean UTF-8 goes to standard output. Directories are
    searched for *.txt. Exit status: 0 done, 1 --diff would change something, 2 something could not be done.
    """
    if given["in_place"] and given["output"]:
        raise click.UsageError("--in-place and --output exclude each other")
    if given["report"]:
        from speechclean.cli._places import refuse_as_account
        from speechclean.cli._record import require_report

        require_report(given["report"])
        refuse_as_account(given, [], [])
    if given["ask"] or given["save_decisions"]:
        from speechclean.cli._ask import refuse_what_does_not_go_with_asking

        refuse_what_does_not_go_with_asking(given, stdin=reads_stdin(paths, given))
    given["drop"] = _drop(given, paths)
    _refuse_added_fields(given)
    if given["output_format"]:
        from speechclean.cli._record_format import require_format

        require_format(given, stdin=reads_stdin(paths, given))
    resolved = _options.resolve(given)
    cleaner = _options.cleaner(resolved)
    if given["engine"] == "ray":
        from speechclean.cli._fix_ray import fix_ray

        return fix_ray(cleaner, resolved, paths, given)
    if given["address"]:
        raise click.UsageError("--address goes with --engine ray")
    if reads_stdin(paths, given):
        if given["in_place"] or given["output"] not in (None, "-"):
            raise click.UsageError("standard input goes to standard output; --in-place and --output need files")
        if given["field"]:
            from speechclean.cli._fix_records import fix_records

            return fix_records(cleaner, given)
        refuse_without_records(given)
        from speechclean.cli._fix_stream import fix_stream

        return fix_stream(cleaner, given)
    from speechclean.cli._fix_files import fix_files

    return fix_files(cleaner, resolved, paths, given)


def _refuse_added_fields(given: dict[str, Any]) -> None:
    """Raise click.UsageError where a column that is added would be written over a field that is cleaned."""
    if not given["add_columns"]:
        return
    from speechclean.cli._record_marks import COLUMNS

    for name in field_names(given["field"]):
        if name.partition(".")[0] in COLUMNS:
            raise click.UsageError(f"--add-columns would write over the field {shown(name)}; rename the field")


def _drop(given: dict[str, Any], paths: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds of records to leave out. Raises click.UsageError for others, and where there is no place for them."""
    kinds = _options.names(given["drop"])
    if not kinds:
        return ()
    from speechclean.cli._record_marks import KINDS

    unknown = next((kind for kind in kinds if kind not in KINDS), None)
    if unknown is not None:
        raise click.UsageError(f"--drop: {unknown!r} is none of {', '.join(KINDS)}")
    if reads_stdin(paths, given) or given["in_place"] or given["output"] == "-":
        raise click.UsageError("--drop puts records into a file beside the output; it needs files, and -o DIR")
    return kinds
