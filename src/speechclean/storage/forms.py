"""What a file holds by its name: records of which form, and how they are compressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.errors import StorageError
from speechclean.core.named import NamedTuple
from speechclean.storage.compress import PACKINGS

if TYPE_CHECKING:
    from collections.abc import Sequence

LINES = (".jsonl", ".ndjson")
TABLES = {".csv": ",", ".tsv": "\t"}
"""Suffixes of tables, and what stands between their cells."""
COLUMNS = ".parquet"
RECORDS = (*LINES, *TABLES)
"""Suffixes of files of records that are text, and may be compressed."""
ARCHIVES = (".warc", ".wet")
"""Suffixes of what crawlers write, which holds records among others, and may be compressed too."""
GLOBS = (*(f"*{suffix}{packing}" for suffix in (*RECORDS, *ARCHIVES) for packing in ("", *PACKINGS)), f"*{COLUMNS}")
"""The record files of a directory."""

FORMATS = (*(f"{suffix[1:]}{packing}" for suffix in RECORDS for packing in ("", *PACKINGS)), COLUMNS[1:])
"""What `--output-format` takes."""


_TELLING = (*RECORDS, *ARCHIVES, COLUMNS, *PACKINGS)


class Named(NamedTuple):
    """A file's name taken apart: `a.jsonl.gz` is a, .jsonl, .gz; `form` is "" for what holds no records."""

    stem: str
    form: str
    packing: str = ""


def named(name: str, *, records: bool = False) -> Named:
    """What a name says; with `records`, one that says nothing is that of JSON lines."""
    if not name.lower().endswith(_TELLING):  # the many files of a corpus of texts
        return Named(name, LINES[0] if records else "")
    lowered = name.lower()
    packing = next((suffix for suffix in PACKINGS if lowered.endswith(suffix)), "")
    bare = lowered.removesuffix(packing)
    form = next((suffix for suffix in (*RECORDS, *ARCHIVES) if bare.endswith(suffix)), "")
    if not form and not packing and bare.endswith(COLUMNS):
        form = COLUMNS
    if not form and records:
        return Named(name[: len(bare)], LINES[0], packing)
    return Named(name[: len(bare) - len(form)], form, packing)


def renamed(name: str, format_: str | None, *, records: bool = False) -> str:
    """The name of a file of records that is written in another form, as archives always are; any other name stays."""
    was = named(name, records=records)
    if was.form in ARCHIVES:
        format_ = format_ or f"{LINES[0][1:]}{was.packing}"
    if not was.form or not format_:
        return name
    now = named(f".{format_}")
    same = (was.form, was.packing) == (now.form, now.packing) and name != was.stem + was.packing
    return name if same else f"{was.stem}.{format_}"


def no_column(name: str, names: Sequence[str]) -> StorageError:
    """What to say of a column that is not there once."""
    told = list(names).count(name)
    if told > 1:
        return StorageError(f"it has {told} columns {name!r}, so it is not known which is meant; rename them")
    return StorageError(f"it has no column {name!r}; there are {', '.join(names[:20])}")
