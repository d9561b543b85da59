r"""Legado's patterns (Java's syntax, run by ICU) in the syntax of the regex package."""

from __future__ import annotations

import re

from speechclean.rules.custom.legado.escapes import UntranslatableError, escape, quoted

QUOTE = re.compile(r"\\Q(?P<text>[\s\S]*?)(?:\\E|\Z)|\\[\s\S]")
OPEN = re.compile(r"\((?:\?(?P<kind>:|=|!|>|<=|<!|<[A-Za-z][A-Za-z0-9]*>|#[^)]*\)))?")
FLAGS = re.compile(r"\(\?(?P<on>[a-zA-Z]*)(?:-(?P<off>[a-zA-Z]*))?(?P<end>[:)])")
KNOWN_FLAGS = "idmsuUwx"
SAME_FLAGS = "ims"
"""Flags that mean something here too; the others say what holds anyway."""
REPEAT = re.compile(r"\{[0-9]+(?:,[0-9]*)?\}")
POSIX = re.compile(r"\[:\^?\w+:\]")
DEEPEST = 20
"""Sets within sets."""


def translated(pattern: str) -> str:
    """The pattern in our syntax. Raises UntranslatableError."""
    if pattern.endswith("|") and not pattern.endswith(r"\|"):
        raise UntranslatableError("it ends in |, which matches everywhere; Legado does not run it either")
    return _Reader(_unquoted(pattern)).read()


def _unquoted(pattern: str) -> str:
    r"""The pattern with what stands between `\Q` and `\E` escaped."""
    return QUOTE.sub(lambda found: found[0] if found["text"] is None else quoted(found["text"]), pattern)


class _Reader:
    """Goes through a pattern once."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._out: list[str] = []
        self._groups = 0
        self._newer = False

    def read(self) -> str:
        """The whole pattern; sets of sets and flags in the middle need the newer behaviour of the package."""
        while self._at < len(self._source):
            self._out.append(self._piece())
        return ("(?V1)" if self._newer else "") + "".join(self._out)

    def _piece(self) -> str:
        match self._source[self._at]:
            case "\\":
                found = escape(self._source, self._at, self._groups, inside=False)
                self._at = found.end
                return found.text
            case "[":
                return self._set(0)
            case "(":
                return self._open()
            case "{":
                return self._take(REPEAT, "a brace begins no repetition; Legado refuses it as well")
            case character:
                self._at += 1
                return character

    def _take(self, pattern: re.Pattern[str], otherwise: str) -> str:
        found = pattern.match(self._source, self._at)
        if not found:
            raise UntranslatableError(otherwise)
        self._at = found.end()
        return found[0]

    def _open(self) -> str:
        flags = FLAGS.match(self._source, self._at)
        if flags and flags[0] != "(?:":
            self._at = flags.end()
            return self._flags(flags)
        found = OPEN.match(self._source, self._at)
        assert found is not None  # noqa: S101  # a parenthesis stands there
        following = self._source[found.end() : found.end() + 1]
        if not found["kind"] and following in ("?", "*"):
            raise UntranslatableError(f"({following}… is no group that Legado knows")
        self._at = found.end()
        self._groups += not found["kind"] or (found["kind"].endswith(">") and found["kind"] != ">")
        return found[0]

    def _flags(self, found: re.Match[str]) -> str:
        """Flags for a group, for what follows, or, at the head, for the whole pattern."""
        on, off = found["on"], found["off"] or ""
        unknown = [letter for letter in on + off if letter not in KNOWN_FLAGS]
        if unknown or "x" in on:
            raise UntranslatableError(f"the flag in {found[0]} is not translated")
        on, off = ("".join(letter for letter in flags if letter in SAME_FLAGS) for flags in (on, off))
        if found["end"] == ":":
            return f"(?{on}-{off}:" if off else f"(?{on}:"
        head = all(piece.startswith("(?") and piece.endswith(")") for piece in self._out if piece)
        if head:
            return f"(?{on})" if on else ""
        if on or off:
            self._newer = True
            return f"(?{on}-{off})" if off else f"(?{on})"
        return ""

    def _set(self, depth: int) -> str:
        """A set of characters, with those in it."""
        if depth > DEEPEST:
            raise UntranslatableError(f"its sets of characters are more than {DEEPEST} deep")
        self._at += 1
        out = ["["]
        if self._source.startswith("^", self._at):
            self._at += 1
            out.append("^")
        if self._source.startswith("]", self._at):
            self._at += 1
            out.append(r"\]")
        while not self._source.startswith("]", self._at):
            if self._at >= len(self._source):
                raise UntranslatableError("a set of characters has no end; Legado refuses it as well")
            out.append(self._member(depth))
        self._at += 1
        return "".join(out) + "]"

    def _member(self, depth: int) -> str:
        source, at = self._source, self._at
        if source[at] == "\\":
            found = escape(source, at, self._groups, inside=True)
            self._at = found.end
            return found.text
        posix = POSIX.match(source, at)
        if posix:
            self._at = posix.end()
            return posix[0]
        if source[at] == "[":
            self._newer = True
            return self._set(depth + 1)
        if source.startswith("&&", at):
            self._newer = True
            self._at += 2
            return "&&"
        self._at += 1
        doubled = source[at] in "-~|" and source.startswith(source[at], at + 1)
        return f"\\{source[at]}" if doubled else source[at]
