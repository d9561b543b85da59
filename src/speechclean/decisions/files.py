"""Decision files: read with a clear word for whatever is wrong in them, and written for the next run.

The form is JSON, described in docs/decisions.schema.json: `{"version": 1, "tool": …, "decisions": [{"decision":
"refuse", "path", "rule", "old", "new", "text", "found": {"before", "after"}, "left": {"before", "after"}, "ordinal"},
…]}`. Only `path`, `rule` and `old` are needed; `text` (the plain form of `old`) is for people.
"""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from speechclean.core.errors import DecisionsError, reason
from speechclean.decisions.plain import plain
from speechclean.decisions.refusal import Context, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

VERSION = 1
STDIN = "<stdin>"
"""The name of a text that came without one."""


class Decisions:
    """The refusals of some files, by the path that each was made on."""

    def __init__(self, refusals: Iterable[Refusal] = ()) -> None:
        self.refusals = tuple(dict.fromkeys(refusals))
        self._by_path: dict[tuple[str, ...], list[Refusal]] = {}
        self._by_name: dict[str, list[tuple[str, ...]]] = {}
        for refusal in self.refusals:
            self._by_path.setdefault(_parts(refusal.path), []).append(refusal)
        for parts in self._by_path:
            self._by_name.setdefault(parts[-1] if parts else "", []).append(parts)

    def __bool__(self) -> bool:
        return bool(self.refusals)

    def of(self, path: str | None, record: int | None = None) -> list[tuple[Refusal, bool]]:
        """The refusals for a document, or an item (from 0) of a stream, each with whether it was surely made on it.

        It was when the paths are the same. Else those count whose paths share most with this one from the end, the
        file's name at least, so that a mirrored tree or a new crawl is known again. For a text without a path all do.
        """
        parts = _parts((path or STDIN) if record is None else f"{path or STDIN}:{record + 1}")
        if parts in self._by_path:
            return [(refusal, True) for refusal in self._by_path[parts]]
        if path is None and record is None:
            return [(refusal, False) for refusal in self.refusals]
        near = self._by_name.get(parts[-1] if parts else "", [])
        most = max((_shared(parts, other) for other in near), default=0)
        return [(refusal, False) for other in near if _shared(parts, other) == most for refusal in self._by_path[other]]

    def strangers(self, paths: Iterable[str]) -> tuple[Refusal, ...]:
        """The refusals of files that none of these paths may be."""
        names = {_file(_parts(path)) for path in paths}
        if STDIN in names:
            return ()
        return tuple(refusal for refusal in self.refusals if _file(_parts(refusal.path)) not in names)


def load(*paths: str | Path) -> Decisions:
    """The decisions in these files together. Raises DecisionsError with everything that is wrong in one."""
    return Decisions(refusal for path in paths for refusal in _read(Path(path)))


def dump(refusals: Iterable[Refusal], tool: str) -> str:
    """The refusals as the text of a file, in ASCII: paths and texts may hold what UTF-8 cannot."""
    head = {"version": VERSION, "tool": tool}
    entries = (json.dumps(entry(refusal)) for refusal in dict.fromkeys(refusals))
    return f'{json.dumps(head)[:-1]}, "decisions": [\n' + ",\n".join(entries) + "\n]}\n"


def entry(refusal: Refusal) -> dict[str, object]:
    """A refusal as JSON holds it."""
    return {
        "decision": "refuse",
        **refusal._asdict(),
        "text": plain(refusal.old),
        "found": refusal.found._asdict(),
        "left": refusal.left._asdict(),
    }


def _read(path: Path) -> list[Refusal]:
    try:
        whole = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise DecisionsError(f"{path}: {reason(error)}") from None
    except (ValueError, RecursionError) as error:
        raise DecisionsError(f"{path} is no JSON: {reason(error)}") from None
    if not isinstance(whole, dict) or not isinstance(whole.get("decisions"), list):
        raise DecisionsError(f'{path} holds no decisions: an object with "version" and "decisions" is expected')
    if whole.get("version") != VERSION:
        raise DecisionsError(f"{path}: version {whole.get('version')!r} is not known; this speechclean reads {VERSION}")
    entries: list[object] = whole["decisions"]
    problems = [
        f"{path}: decision {number}: {said}" for number, item in enumerate(entries, 1) if (said := _problem(item))
    ]
    if problems:
        more = [f"{path}: and {len(problems) - 10} more"] if len(problems) > 10 else []
        raise DecisionsError("\n".join([*problems[:10], *more]))
    return [_refusal(item) for item in entries if isinstance(item, dict)]


def _problem(item: object) -> str | None:
    """What is wrong with an entry, or None."""
    if not isinstance(item, dict):
        return f"an object is expected, not {json.dumps(item)[:40]}"
    for name in ("path", "rule", "old"):
        if not isinstance(item.get(name), str):
            return f'"{name}" is missing or no string'
    ordinal = item.get("ordinal", 0)
    wrong = {
        '"decision" must be "refuse"': item.get("decision", "refuse") != "refuse",
        '"new" must be a string': not isinstance(item.get("new", ""), str),
        '"ordinal" must be a number from 0': not isinstance(ordinal, int) or isinstance(ordinal, bool) or ordinal < 0,
        '"found" must hold the strings "before" and "after"': not _is_context(item.get("found", {})),
        '"left" must hold the strings "before" and "after"': not _is_context(item.get("left", {})),
    }
    return next((said for said, holds in wrong.items() if holds), None)


def _is_context(given: object) -> bool:
    return isinstance(given, dict) and all(isinstance(given.get(side, ""), str) for side in Context._fields)


def _refusal(item: dict[str, object]) -> Refusal:
    path, rule, old, new = (str(item.get(name, "")) for name in ("path", "rule", "old", "new"))
    ordinal = item.get("ordinal", 0)
    assert isinstance(ordinal, int)  # noqa: S101  # the fields were looked over
    return Refusal(path, rule, old, new, _context(item.get("found")), _context(item.get("left")), ordinal)


def _context(given: object) -> Context:
    sides = given if isinstance(given, dict) else {}
    return Context(str(sides.get("before", "")), str(sides.get("after", "")))


def _parts(path: str) -> tuple[str, ...]:
    return PurePosixPath(path.replace("\\", "/")).parts


def _file(parts: tuple[str, ...]) -> str:
    """The file's name, without the number of a record."""
    name = parts[-1] if parts else ""
    base, colon, number = name.rpartition(":")
    return base if colon and number.isdigit() else name


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many parts two paths share, from the end."""
    count = 0
    for mine, theirs in zip(reversed(one), reversed(other), strict=False):
        if mine != theirs:
            break
        count += 1
    return count
