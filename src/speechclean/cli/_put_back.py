"""`restore --only` and `restore --list`: what some rules took, put back or told of; the rest stays cleaned."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from speechclean.cli._messages import out_lines, shown
from speechclean.cli._record import tool
from speechclean.cli._run import counted
from speechclean.core.errors import SpeechcleanError
from speechclean.core.history import History, history, put_back_record, written
from speechclean.core.journal import restored
from speechclean.core.named import NamedTuple
from speechclean.core.partial import PUT_BACK, put_back
from speechclean.wording import worded
from speechclean.wording.width import lead

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Self

    from speechclean.cli._rule_names import RuleNames
    from speechclean.cli._run import Tally
    from speechclean.storage.append import Writer
    from speechclean.storage.journal import Place, Reader

T = TypeVar("T", bytes, str)
LONGEST = 40
"""Characters of a sample."""


class Found(NamedTuple):
    """What one rule did to a text and `restore --only` would put back; the sample is its first place."""

    rule: str
    stage: str
    places: int
    characters: int
    back: str
    now: str


class PutBack:
    """Puts back what the named rules did, text by text, and journals that where files are written."""

    def __init__(self, reader: Reader, journal: Path, names: RuleNames) -> None:
        self._reader = reader
        self._journal = journal
        self._names = names
        self._stack = ExitStack()
        self._writer: Writer | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def text(self, cleaned: T, place: Place, aim: str | None = None) -> T:
        """The cleaned text with what the rules took; `aim` is the file it will be written to. Raises JournalError."""
        past = history(cleaned, self._reader.runs_back(cleaned, place))
        patch = put_back(past.steps, self._names.wanted) if past else None
        if not past or not patch:
            return cleaned
        text = written(cleaned, past, patch)
        if aim is not None and text != cleaned:
            record = put_back_record(cleaned, past, patch, path=aim, tool=tool())
            record["record"] = place.number
            if place.field is not None:
                record["field"] = place.field
            if restored(text, record) != cleaned:
                raise SpeechcleanError("this cannot be proved to be undone, so nothing was written; please report this")
            self._open().add(record, sync=place.number is None)
        return text

    def found(self, cleaned: T, place: Place) -> list[Found]:
        """What could be put back, in the order of the stages."""
        past = history(cleaned, self._reader.runs_back(cleaned, place))
        return list(_findings(past, self._names)) if past else []

    def _open(self) -> Writer:
        if self._writer is None:
            from speechclean.storage.append import Writer

            self._writer = self._stack.enter_context(Writer(self._journal))
        return self._writer


def _findings(past: History, names: RuleNames) -> Iterator[Found]:
    rules = dict.fromkeys(
        (step.stage, part.rule)
        for step in past.steps
        if step.stage != PUT_BACK
        for edit in step.patch.edits
        for part in edit.parts
    )
    for stage, rule in rules:
        if names.wanted(stage, rule):
            edits = put_back(past.steps, partial(_same, (stage, rule))).edits
            if edits:
                back = sum(len(edit.new) for edit in edits)
                yield Found(rule, stage, len(edits), back, edits[0].new, edits[0].old)


def _same(found: tuple[str, str], stage: str, rule: str) -> bool:
    return found == (stage, rule)


def tell(place: Place, found: list[Found], form: str | None) -> None:
    """What could be put back into one text, on standard output."""
    name = place.name if place.number is None else f"{place.name}:{place.number + 1}"
    if form == "json":
        from json import dumps

        entry = {"path": name, "status": "read", "rules": [_entry(one) for one in found]}
        out_lines(dumps(entry, ensure_ascii=False) + "\n")
        return
    if place.number is not None and not found:
        return
    lines = [shown(name), *_table(found)] if found else [worded(f"{shown(name)}: nothing to put back")]
    out_lines("".join(f"{line}\n" for line in lines))


def tell_failures(tally: Tally, form: str | None) -> None:
    """A line for each failure where a program reads."""
    if form == "json":
        from json import dumps

        for name, why in tally.failures:
            out_lines(dumps({"path": name, "status": "failed", "error": why}, ensure_ascii=False) + "\n")


def _entry(found: Found) -> dict[str, Any]:
    sample = {"back": found.back, "now": found.now}
    counts = {"places": found.places, "characters": found.characters}
    return {"rule": found.rule, "stage": found.stage, **counts, "sample": sample}


def _table(found: list[Found]) -> Iterator[str]:
    width = max(len(one.rule) for one in found)
    for one in found:
        instead = " " + worded(f"for “{_short(one.now)}”") if one.now else ""
        places, characters = worded(counted(one.places, "place")), worded(counted(one.characters, "character"))
        sizes = f"{lead(places, 10)}  {lead(characters, 16)}"
        yield f"  {one.rule:<{width}}  {sizes}  “{_short(one.back)}”{instead}"


def _short(text: str) -> str:
    from speechclean.report.rules import visible

    return visible(text if len(text) <= LONGEST else f"{text[: LONGEST // 2]}…{text[1 - LONGEST // 2 :]}")
