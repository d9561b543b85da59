"""The public names with the types that a caller relies on; mypy reads this file, nothing runs it."""

from __future__ import annotations

from pathlib import Path
from typing import assert_type

import speechclean
from speechclean import Cleaner, Edit, Note, Result, Settings, SpeechcleanError, clean, journal, restore

settings = Settings(
    to="keep",
    idioms=False,
    encoding=None,
    encoding_errors="fail",
    gaps="mark",
    select=("ad",),
    extend_select=(),
    ignore=("layout",),
    unsafe=True,
    max_removal=0.3,
    keep=("我们的公众号",),
    rules=("own.toml",),
    decisions=("decisions.json",),
)
assert_type(clean(b"", settings), Result)
assert_type(clean("", settings, path="1.txt"), Result)
assert_type(Cleaner(), Cleaner)
result = Cleaner(settings)("", path=None)
assert_type(result, Result)
assert_type(result.text, str)
assert_type(result.data, bytes)
assert_type(result.before, str)
assert_type(result.status, str)
assert_type(result.changed, bool)
assert_type(result.held, bool)
assert_type(result.truncated, bool)
assert_type(result.encoding, str)
assert_type(result.removed, int)
assert_type(result.unmatched, tuple[str, ...])
assert_type(result.edits, tuple[Edit, ...])
assert_type(result.notes, tuple[Note, ...])
assert_type(result.restore(), bytes | str)
assert_type(result.line_and_column(0), tuple[int, int])
assert_type(result._repr_html_(), str)

for edit in result.edits:
    assert_type(edit.start, int)
    assert_type(edit.end, int)
    assert_type(edit.old, str)
    assert_type(edit.new, str)
    assert_type([(part.rule, part.evidence) for part in edit.parts], list[tuple[str, str]])

for note in result.notes:
    assert_type(note.kind, str)
    assert_type((note.start, note.end), tuple[int, int])
    assert_type(note.reading, str)
    assert_type(note.certain, float)

assert_type(restore(b"", journal(result, "1.txt")), bytes | str)
assert_type(restore("", Path("journal.jsonl")), bytes | str)
assert_type(speechclean.__version__, str)

try:
    clean(b"")
except SpeechcleanError as error:
    assert_type(str(error), str)

settings.to = "hant"  # type: ignore[misc]  # settings are frozen
clean(3)  # type: ignore[arg-type]  # neither bytes nor str
Settings(too="hans")  # type: ignore[call-arg]  # no such setting
