"""`fix` on files: into an output directory, in place, to standard output, or as a diff."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from speechclean.cli._inputs import complain_of_nothing, reads_of, refuse_without_records, sources, typed_paths
from speechclean.cli._places import directory, places, refuse_as_account, side_of
from speechclean.cli._record import Account, Run, journal_place, manifest_place
from speechclean.cli._resume import Resume
from speechclean.cli._run import Tally, stop_cleanly, tell_of_strangers
from speechclean.cli._text_files import clean_texts
from speechclean.storage.forms import ARCHIVES, COLUMNS, named, renamed

if TYPE_CHECKING:
    from speechclean.api import Cleaner
    from speechclean.cli._record_lines import Lines, Place
    from speechclean.cli._text_files import Aimed
    from speechclean.config import Resolved
    from speechclean.storage.walk import Source


def fix_files(cleaner: Cleaner, resolved: Resolved, typed: tuple[str, ...], given: dict[str, Any]) -> int:
    """Clean the files that the paths lead to."""
    tally = Tally()
    paths = typed_paths(typed, given)
    output = str(resolved.value("output"))
    skipped = None if given["in_place"] or output == "-" else Path(output)
    reads = reads_of(given, skipped)
    found = [_aimed(source, given) for source in sources(paths, resolved, tally, reads)]
    _refuse_what_needs_records(found, given)
    names = [source.name for source in found]
    target = None if given["diff"] else skipped
    if not found and not tally.failed:
        complain_of_nothing(paths, resolved, reads)
    if target is None and len(found) > 1 and not given["in_place"] and not given["diff"]:
        raise click.UsageError(f"-o - takes one file, not {len(found)}: their texts would run together")
    if given["ask"]:
        if any(named(source.path.name, records=bool(given["field"])).form for source in found):
            raise click.UsageError("--ask asks about texts; decisions on records are made on the page (--report)")
        from speechclean.cli._ask import ask

        _aims(found, target, given)  # what is wrong with them is said before anybody is asked
        cleaner, found = ask(cleaner, found, given, tally)
    if given["in_place"]:
        given["journal"] = journal_place(given, resolved)
    aims = _aims(found, target, given)
    if target and found:
        directory(target)
    stop_cleanly(files=bool(target or given["in_place"]))
    resume = Resume(manifest_place(target, given, resolved) if found else None, cleaner, given)
    with Account(cleaner, given, tally, resume) as account:
        resume.begin(aim or source.path for source, aim in zip(found, aims, strict=True))
        _clean(Run(cleaner, given, tally, account, resume), list(zip(found, aims, strict=True)))
        resume.end()
    if target and tally.total > tally.failed + tally.earlier:
        _sync()
    if not given["quiet"]:
        _tell(tally, found, diff=given["diff"])
        tell_of_strangers(cleaner.decisions, names)
    return tally.status(fail_on_held=given["fail_on"] == "held")


def _aims(found: list[Source], target: Path | None, given: dict[str, Any]) -> list[Path | None]:
    """Where each file goes. Raises click.UsageError where something would be written over another text."""
    fields = bool(given["field"])
    sided = {source.name for source in found if given["drop"] and named(source.path.name, records=fields).form}
    aims = places(found, target, frozenset(sided))
    refuse_as_account(given, found, aims)
    return aims


def _tell(tally: Tally, found: list[Source], *, diff: bool) -> None:
    """The summary, also of a file without a record; with a diff, which is one, only what it leaves out."""
    if diff:
        tally.say_passed_over()
    elif found or tally.failed:
        tally.say_summary()


def _refuse_what_needs_records(found: list[Source], given: dict[str, Any]) -> None:
    """Raise click.UsageError for an option that would do nothing, since all files are texts."""
    fields = bool(given["field"])
    if found and not any(named(source.path.name, records=fields).form for source in found):
        refuse_without_records(given)


def _aimed(source: Source, given: dict[str, Any]) -> Source:
    """The source with the name that its output has."""
    return source._replace(relative=renamed(source.relative, given["output_format"], records=bool(given["field"])))


def _clean(run: Run, files: list[Aimed]) -> None:
    """Clean files of text, then files of records."""
    forms = [named(source.path.name, records=bool(run.given["field"])) for source, _ in files]
    texts = [file for file, form in zip(files, forms, strict=True) if not form.form]
    if len(texts) < len(files):
        run.tally.noun = "text" if texts else "record"
    if texts:
        clean_texts(run, texts)
    if len(texts) < len(files):
        from speechclean.cli._record_files import clean_streams
        from speechclean.cli._record_lines import Lines, Place

        streams = []
        taken = {aim for _, aim in files}
        for (source, aim), form in zip(files, forms, strict=True):
            if form.form:
                goes = source.path if run.given["in_place"] else aim
                side = side_of(aim) if aim else None
                place = Place(source, form, goes, None if side in taken else side)
                kinds = {COLUMNS: _columns, **dict.fromkeys(ARCHIVES, _texts)}
                streams.append(kinds[form.form](run, place) if form.form in kinds else Lines(run, source.name, place))
        clean_streams(run, streams)


def _columns(run: Run, place: Place) -> Lines:
    from speechclean.cli._record_columns import Columns

    return Columns(run, place.source.name, place)


def _texts(run: Run, place: Place) -> Lines:
    from speechclean.cli._record_archive import Texts

    return Texts(run, place.source.name, place)


def _sync() -> None:
    """Ask once for everything that was written to reach the disk."""
    if hasattr(os, "sync"):
        os.sync()
