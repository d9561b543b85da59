"""A result as HTML for a notebook: the text as it came, with what went struck through and what came underlined."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple
from speechclean.core.newlines import split_newlines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.edit import Edit
    from speechclean.core.result import Result

MOST_CHANGES = 300
MOST_NOTES = 20
STRETCH = 400
"""Code points of unchanged text that are shown between two changes; the middle of a longer stretch is left out."""
FINE = 250_000
"""Pairs of characters that are compared to tell what differs within a change."""

BOX = "white-space:pre-wrap;overflow-wrap:anywhere;max-height:32em;overflow:auto;line-height:1.7"
GONE = "background:rgba(220,60,60,.22);text-decoration:line-through"
COME = "background:rgba(60,160,80,.22);text-decoration:underline"


class Difference(NamedTuple):
    """A piece of the old text of a change, and what stands in its place."""

    start: int
    old: str
    new: str


def marked(result: Result) -> str:
    """The text with its marks, under a line that sums up; a long text only around its changes."""
    edits = result.patch.edits
    counts = f"{result.status}, edits: {len(result.edits)}, notes: {len(result.notes)}"
    more = f"\n… and {len(edits) - MOST_CHANGES} more changes" if len(edits) > MOST_CHANGES else ""
    body = "".join(_pieces(result, edits[:MOST_CHANGES])) + more
    notes = "".join(_note(result, place) for place in range(min(len(result.notes), MOST_NOTES)))
    listed = f"<ul>{notes}</ul>" if notes else ""
    return f'<div class="speechclean"><p>{escape(counts)}</p><div style="{BOX}">{body}</div>{listed}</div>'


def differences(old: str, new: str) -> Iterator[Difference]:
    """What differs between the texts of a change, as fine as it can be told in short time."""
    if len(old) == len(new):
        for differs, places in groupby(range(len(old)), lambda place: old[place] != new[place]):
            run = list(places)
            if differs:
                yield Difference(run[0], old[run[0] : run[-1] + 1], new[run[0] : run[-1] + 1])
    elif len(old) * len(new) <= FINE:
        from difflib import SequenceMatcher

        for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind != "equal":
                yield Difference(start, old[start:end], new[new_start:new_end])
    else:
        yield Difference(0, old, new)


def _pieces(result: Result, edits: tuple[Edit, ...]) -> Iterator[str]:
    before = split_newlines(result.before)[0]
    position = 0
    for edit in edits:
        yield _kept(before[position : edit.start], first=not position)
        title = ", ".join(dict.fromkeys(part.rule for part in edit.parts))
        evidence = "; ".join(dict.fromkeys(part.evidence for part in edit.parts if part.evidence))
        told = escape(f"{title} ({evidence})" if evidence else title)
        inside = 0
        for old in differences(edit.old, edit.new):
            yield _shown(edit.old[inside : old.start])
            yield f'<del style="{GONE}" title="{told}">{_shown(old.old, ends=True)}</del>' if old.old else ""
            yield f'<ins style="{COME}" title="{told}">{_shown(old.new, ends=True)}</ins>' if old.new else ""
            inside = old.start + len(old.old)
        yield _shown(edit.old[inside:])
        position = edit.end
    yield _kept(before[position:], first=not position, last=True)


def _kept(text: str, *, first: bool = False, last: bool = False) -> str:
    """A stretch of unchanged text; of a long one what stands beside changes."""
    if len(text) <= STRETCH:
        return _shown(text)
    head = "" if first else text[: STRETCH // 2]
    tail = "" if last else text[-STRETCH // 2 :]
    if first and last:
        head = text[:STRETCH]
    left = f"<i>… {len(text) - len(head) - len(tail)} characters …</i>"
    return f"{_shown(head)}{left}{_shown(tail)}"


def _shown(text: str, *, ends: bool = False) -> str:
    """A piece of text, escaped; characters that cannot be seen as escapes, and in a change newlines with a sign."""
    seen = "".join(c if c.isprintable() or c in "\n\t\u3000\u00a0" else f"\\u{ord(c):04x}" for c in text)
    return escape(seen.replace("\n", "⏎\n") if ends else seen)


def _note(result: Result, place: int) -> str:
    note = result.notes[place]
    line, column = result.line_and_column(note.start)
    text = note.text if len(note.text) <= 60 else f"{note.text[:59]}…"
    return f"<li>{line}:{column} {escape(note.kind)}: {_shown(text, ends=True)}</li>"
