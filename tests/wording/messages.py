"""Collects what the sources may say to a person: literals and f-strings of several words, as templates."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import speechclean

SOURCE = Path(speechclean.__file__).parent
WORDS = re.compile(r"[A-Za-z]{2,}[,;:]? [a-z(]")
"""Several words: a sign that a string is for people."""

SILENT = {"Pattern", "Summary", "Example", "Example.keep", "re.compile", "wrong_form"}
"""What is called with strings that are shown in no message."""

SKIPPED = ("rules/indexed.py", "wording/", "report/sarif", "core/marked.py", "core/named.py", "report/page")
"""Files without messages for people."""


def messages() -> Iterator[tuple[str, str]]:
    """Each message's place, and its template with `{}` for each field."""
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        if not name.startswith(SKIPPED):
            for line, template in _of_file(ast.parse(path.read_text(encoding="utf-8"))):
                yield f"{name}:{line}", template


def _of_file(tree: ast.AST) -> Iterator[tuple[int, str]]:
    silent = {id(inner) for node in ast.walk(tree) if _is_silent(node) for inner in ast.walk(node)}
    silent |= {id(piece) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for piece in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr | ast.Constant) and id(node) not in silent:
            template = _template(node)
            for line in template.split("\n"):
                if WORDS.search(line):
                    yield node.lineno, line.strip(" \b;,")


def _is_silent(node: ast.AST) -> bool:
    """Docstrings, patterns and examples."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    return isinstance(node, ast.Call) and ast.unparse(node.func) in SILENT


def _template(node: ast.JoinedStr | ast.Constant) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    return "".join(piece.value if isinstance(piece, ast.Constant) else "{}" for piece in node.values).replace(
        "{}{}", "{}"
    )


def sources() -> str:
    """All strings of the sources, each on a line of its own, with `{}` for each field."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.rglob("*.py")))
    nodes = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.JoinedStr | ast.Constant))
    return "\n".join(" ".join(_template(node).split()) for node in nodes)
