"""What a user's rule says, as frozen values: read from a file, not yet a rule."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from speechclean.core.glob import glob_expression
from speechclean.core.rule import Safety

if TYPE_CHECKING:
    from speechclean.core.rule import Example


@dataclass(frozen=True, slots=True)
class Literal:
    """Cut these strings wherever they stand."""

    texts: tuple[str, ...]
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Between:
    """Cut from one string to the next other one, at most `longest` code points apart."""

    start: str
    end: str
    longest: int = 200
    ends: bool = True
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Cut whole lines that hold one of the strings, match the pattern from end to end, or both."""

    contains: tuple[str, ...] = ()
    matches: str = ""
    longest: int = 200
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Substitute:
    """Put something in the place of every match."""

    pattern: str
    replace: str = ""
    flags: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """Cut from the top down to the line that matches, which is one of the first `longest` lines."""

    until: str
    longest: int = 10
    ends: bool = True


@dataclass(frozen=True, slots=True)
class Footer:
    """Cut from the line that matches, which is one of the last `longest` lines, to the end."""

    begins: str
    longest: int = 10
    ends: bool = True


Body = Literal | Between | Line | Substitute | Header | Footer


@dataclass(frozen=True, slots=True)
class Scope:
    """Globs on the paths of documents: which are meant, and which of those are not."""

    globs: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()

    def covers(self, path: str | None) -> bool:
        """Whether a document is meant; one without a path is when the scope names none."""
        if path is None:
            return not self.globs
        if self.globs and not _matches(self.globs, path):
            return False
        return not _matches(self.excludes, path)


@dataclass(frozen=True, slots=True)
class Spec:
    """One rule of a file. `id`, `group` and `origin` say where it came from; nothing else depends on them."""

    name: str
    body: Body
    summary: str = ""
    safety: Safety = Safety.SAFE
    scope: Scope = Scope()
    order: int = 0
    enabled: bool = True
    examples: tuple[Example, ...] = ()
    id: str = ""
    group: str = ""
    origin: tuple[tuple[str, object], ...] = ()
    file: str = ""


def _matches(globs: tuple[str, ...], path: str) -> bool:
    written = PurePath(path).as_posix()
    return any(_expression(glob).fullmatch(written) for glob in globs)


@cache
def _expression(glob: str) -> re.Pattern[str]:
    """A glob as a pattern for whole paths: it may begin at any directory, unless it begins with a slash."""
    glob = f"{glob}**" if glob.endswith("/") else glob
    return re.compile(glob_expression(glob) if glob.startswith("/") else f"(?:.*/)?{glob_expression(glob)}")
